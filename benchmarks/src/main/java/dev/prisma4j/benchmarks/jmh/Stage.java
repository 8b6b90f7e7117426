package dev.prisma4j.benchmarks.jmh;

import dev.prisma4j.benchmarks.Contender;
import dev.prisma4j.benchmarks.Library;
import dev.prisma4j.benchmarks.Venues;
import dev.prisma4j.benchmarks.data.Venue;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/** What the benchmarks of one JVM stand on: the open databases, which outlive a single JMH run in the same JVM. */
final class Stage {
    static final Venues VENUES = new Venues();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Stage::close));
    }

    private Stage() {}

    private static void close() {
        try {
            VENUES.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static Contender contender(String venue, String library, int connections) throws Exception {
        return VENUES.contender(Venue.of(venue), library(library), connections);
    }

    /** The connection to reset the library's database with; opening one each time would cost more than the reset. */
    static Connection keeper(String venue, String library) throws Exception {
        return VENUES.keeper(Venue.of(venue), library(library));
    }

    static Library library(String name) {
        return Library.valueOf(name.toUpperCase(Locale.ROOT));
    }
}
