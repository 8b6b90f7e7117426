package dev.prisma4j.client.runtime;

import dev.prisma4j.engine.error.ConnectionException;
import dev.prisma4j.engine.error.PrismaException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How often a single operation outside of transactions is tried again: after a write conflict or deadlock (P2034), where
 * the database has taken everything back; reads also after a lost or refused connection (P1001, P1017,
 * ...), since they change nothing. Between attempts it waits, twice as long each time, with some chance in it.
 * Transactions have retries of their own, see {@link dev.prisma4j.engine.TransactionOptions#withRetries}.
 *
 * @param retries how many further attempts
 * @param first how long to wait before the first of them
 * @param most how long to wait at most
 */
public record RetryPolicy(int retries, Duration first, Duration most) {
    /** No second attempt. */
    public static final RetryPolicy NONE = new RetryPolicy(0, Duration.ZERO, Duration.ZERO);

    public RetryPolicy {
        if (retries < 0 || first.isNegative() || most.compareTo(first) < 0) {
            throw new IllegalArgumentException(
                    "retries and times must not be negative, nor the most less than the first.");
        }
    }

    /** So many further attempts, after 20 ms at first and 1 s at most. */
    public static RetryPolicy times(int retries) {
        return new RetryPolicy(retries, Duration.ofMillis(20), Duration.ofSeconds(1));
    }

    /** The same with other times to wait. */
    public RetryPolicy waiting(Duration firstTime, Duration mostTime) {
        return new RetryPolicy(retries, firstTime, mostTime);
    }

    /** Whether that failure may be gone on the next attempt. */
    boolean helps(PrismaException failure, boolean read) {
        return failure.code().equals("P2034")
                || read
                        && failure instanceof ConnectionException
                        && !failure.code().equals("P1008");
    }

    /**
     * Waits before an attempt.
     *
     * @return false if the thread was interrupted
     */
    boolean await(int attempt) {
        double most = Math.min(this.most.toMillis(), first.toMillis() * Math.pow(2, attempt));
        try {
            Thread.sleep((long) (most / 2 + ThreadLocalRandom.current().nextDouble() * most / 2));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
