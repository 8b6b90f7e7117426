package dev.prisma4j.client;

import org.jspecify.annotations.Nullable;

/**
 * What happens in a transaction. What it throws rolls the transaction back and reaches the caller.
 *
 * @param <T> the client in the transaction
 * @param <R> what it gives
 * @param <E> what it may throw
 */
@FunctionalInterface
public interface TransactionWork<T, R extends @Nullable Object, E extends Exception> {
    R run(T transaction) throws E;
}
