package dev.prisma4j.client;

/**
 * What happens in a transaction, with nothing to give back.
 *
 * @param <T> the client in the transaction
 * @param <E> what it may throw
 */
@FunctionalInterface
public interface TransactionAction<T, E extends Exception> {
    void run(T transaction) throws E;
}
