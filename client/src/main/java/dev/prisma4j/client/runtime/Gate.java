package dev.prisma4j.client.runtime;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;

/** Counts what is running, so that closing can wait for it. Cheap to pass: two counters that threads do not share. */
final class Gate {
    private final LongAdder entered = new LongAdder();
    private final LongAdder left = new LongAdder();
    private final AtomicBoolean closed = new AtomicBoolean();

    /** @throws IllegalStateException if it is closed */
    void enter() {
        entered.increment();
        if (closed.get()) {
            left.increment();
            throw new IllegalStateException("The client is closed: open a new one to go on.");
        }
    }

    void leave() {
        left.increment();
    }

    /** Lets nobody in any more; false if it was closed before. */
    boolean close() {
        return closed.compareAndSet(false, true);
    }

    boolean isClosed() {
        return closed.get();
    }

    /** Waits until everybody has left; false if the time was up before. */
    boolean awaitEmpty(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (left.sum() < entered.sum()) {
            if (System.nanoTime() - end >= 0) {
                return false;
            }
            try {
                Thread.sleep(2);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
