package dev.prisma4j.engine;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An open transaction on one connection. Its calls come from any thread, one at a time. Closing it without a commit rolls
 * back; when its time is up it is rolled back too, and every later call fails with P2028.
 */
public interface Transaction extends QueryExecutor, AutoCloseable {
    /** Its number within the process, for logs and protocols; not guessable. */
    String id();

    /**
     * Makes everything permanent and gives the connection back.
     *
     * @throws dev.prisma4j.engine.error.PrismaException P2028 if it has ended already or this is called in a {@link
     *     #nested} part of it, or what the database says
     */
    void commit();

    /**
     * Takes everything back and gives the connection back.
     *
     * @throws dev.prisma4j.engine.error.PrismaException P2028 if it has ended already or this is called in a {@link
     *     #nested} part of it
     */
    void rollback();

    /** Whether it can still be used. */
    boolean isOpen();

    /**
     * Runs work in a savepoint: if it throws, only its own effects are taken back. The work is given this transaction,
     * which it can close but neither commit nor roll back.
     *
     * @return what the work returns
     */
    <R extends @Nullable Object> R nested(Function<? super Transaction, ? extends R> work);

    /** Rolls back unless it has ended. */
    @Override
    void close();
}
