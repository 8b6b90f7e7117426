package dev.prisma4j.engine;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Options of a transaction.
 *
 * @param isolation the isolation level, or null for the engine's (by default the database's)
 * @param maxWait how long to wait for a connection, or null for the engine's (2 seconds)
 * @param timeout how long it may stay open before it is rolled back, or null for the engine's (5 seconds)
 * @param retries how often the work is tried again after a write conflict (P2034), or null for the client's (by default
 *     never); only where the engine is given the work as a whole
 */
public record TransactionOptions(
        @Nullable IsolationLevel isolation,
        @Nullable Duration maxWait,
        @Nullable Duration timeout,
        @Nullable Integer retries) {
    /** No wishes. */
    public static final TransactionOptions DEFAULT = new TransactionOptions(null, null, null, null);

    public TransactionOptions {
        if (retries != null && retries < 0) {
            throw new IllegalArgumentException("retries must not be negative");
        }
    }

    public TransactionOptions withIsolation(@Nullable IsolationLevel value) {
        return new TransactionOptions(value, maxWait, timeout, retries);
    }

    public TransactionOptions withMaxWait(@Nullable Duration value) {
        return new TransactionOptions(isolation, value, timeout, retries);
    }

    public TransactionOptions withTimeout(@Nullable Duration value) {
        return new TransactionOptions(isolation, maxWait, value, retries);
    }

    public TransactionOptions withRetries(int value) {
        return new TransactionOptions(isolation, maxWait, timeout, value);
    }

    /** The same, and what they do not say as others do. */
    public TransactionOptions or(TransactionOptions others) {
        return new TransactionOptions(
                isolation != null ? isolation : others.isolation,
                maxWait != null ? maxWait : others.maxWait,
                timeout != null ? timeout : others.timeout,
                retries != null ? retries : others.retries);
    }
}
