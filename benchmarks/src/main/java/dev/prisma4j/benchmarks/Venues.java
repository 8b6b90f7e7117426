// The databases of one JVM, and the libraries that are open on them.
package dev.prisma4j.benchmarks;

import dev.prisma4j.benchmarks.data.Place;
import dev.prisma4j.benchmarks.data.Tables;
import dev.prisma4j.benchmarks.data.Venue;
import dev.prisma4j.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Gives each library a filled database of its own, so that none sees another's writes, and keeps both open for the next
 * measurement. PostgreSQL is the server that {@code PRISMA4J_TEST_POSTGRES} names, else one that is started here.
 */
public final class Venues implements AutoCloseable {
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final Map<Place, Connection> keepers = new LinkedHashMap<>();
    private final Map<String, Contender> contenders = new LinkedHashMap<>();
    private final List<Resource> resources = new ArrayList<>();

    private interface Resource {
        void close() throws SQLException;
    }

    /**
     * The library, open on its own database.
     *
     * @param connections how many it may open at most
     */
    public synchronized Contender contender(Venue venue, Library library, int connections) throws Exception {
        String key = venue + "/" + library + "/" + connections;
        Contender known = contenders.get(key);
        if (known == null) {
            known = library.open(place(venue, library), connections);
            contenders.put(key, known);
        }
        return known;
    }

    /** The library's own database. The two kinds of JDBC share theirs. */
    public synchronized Place place(Venue venue, Library library) throws SQLException {
        String name = library.isJdbc() ? "jdbc" : library.name().toLowerCase(java.util.Locale.ROOT);
        String key = venue + "/" + name;
        Place known = places.get(key);
        if (known == null) {
            known = open(venue, name);
            places.put(key, known);
        }
        return known;
    }

    private Place open(Venue venue, String name) throws SQLException {
        return switch (venue) {
            case SQLITE -> {
                String url = "jdbc:sqlite:file:" + name + "?mode=memory&cache=shared";
                yield filled(new Place(venue, url, url));
            }
            case H2 -> {
                String url = "jdbc:h2:mem:" + name + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE";
                yield filled(new Place(venue, url, url));
            }
            case POSTGRESQL -> onServer();
        };
    }

    /** The connection on which a library's database is reset, open as long as the database; for one thread at a time. */
    public synchronized Connection keeper(Venue venue, Library library) throws SQLException {
        return Objects.requireNonNull(keepers.get(place(venue, library)));
    }

    /** A database in memory lives as long as a connection to it is open. */
    private Place filled(Place place) throws SQLException {
        Connection keeper = place.connect();
        resources.add(keeper::close);
        keepers.put(place, keeper);
        Tables.create(keeper, place.venue());
        return place;
    }

    private Place onServer() throws SQLException {
        TestDatabase database = TestDatabase.postgres().fresh();
        resources.add(database::close);
        return filled(new Place(Venue.POSTGRESQL, database.jdbcUrl(), database.url()));
    }

    /** Closes the libraries, then the databases. */
    @Override
    public synchronized void close() throws SQLException {
        for (Contender contender : contenders.values()) {
            contender.close();
        }
        contenders.clear();
        // The connections to a database before the database.
        for (int i = resources.size() - 1; i >= 0; i--) {
            resources.get(i).close();
        }
        resources.clear();
        keepers.clear();
        places.clear();
    }
}
