// The connection that was given back last, kept for whoever asks next.
package dev.prisma4j.engine.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Spares the way through the pool and back to one caller after the other: a connection on which nothing but statements ran
 * waits here for the next, unless somebody waits at the pool. It does so for the tenth of a second at most, so that the
 * pool's own rules about old and idle connections hold, and not once the engine is closed.
 */
final class Kept {
    private final AtomicReference<@Nullable Place> place = new AtomicReference<>();
    private final AtomicInteger taken;
    private volatile boolean open;

    private record Place(Connection connection, Physical physical) {}

    /** @param taken how many connections the pool has given out: one less when what is here goes back */
    Kept(AtomicInteger taken) {
        this.taken = taken;
    }

    /** How many connections are here. */
    int count() {
        return place.get() == null ? 0 : 1;
    }

    /** Takes the connection that is here, if there is one. */
    @Nullable
    Lease take(Database database) {
        Place kept = place.get() == null ? null : place.getAndSet(null);
        return kept == null ? null : new Lease(database, kept.connection, kept.physical);
    }

    /** Keeps a connection; false if there is no room. */
    boolean put(Connection connection, Physical physical) {
        return open && place.get() == null && place.compareAndSet(null, new Place(connection, physical));
    }

    /** Keeps connections from now on, or not any more. */
    void open(boolean value) {
        open = value;
        if (!value) {
            release();
        }
    }

    boolean isOpen() {
        return open;
    }

    /** Gives what is here to the pool. */
    void release() {
        Place kept = place.getAndSet(null);
        if (kept != null) {
            taken.decrementAndGet();
            try {
                kept.connection.close();
            } catch (SQLException e) {
                // The pool has dealt with it.
            }
        }
    }
}
