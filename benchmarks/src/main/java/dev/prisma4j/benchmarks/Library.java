// Everybody who takes part.
package dev.prisma4j.benchmarks;

import dev.prisma4j.benchmarks.data.Place;
import dev.prisma4j.benchmarks.ebean.EbeanContender;
import dev.prisma4j.benchmarks.hibernate.HibernateContender;
import dev.prisma4j.benchmarks.jdbc.JdbcContender;
import dev.prisma4j.benchmarks.jdbc.JdbcJoinContender;
import dev.prisma4j.benchmarks.jdbi.JdbiContender;
import dev.prisma4j.benchmarks.jimmer.JimmerContender;
import dev.prisma4j.benchmarks.jooq.JooqContender;
import dev.prisma4j.benchmarks.mybatis.MybatisContender;
import dev.prisma4j.benchmarks.prisma4j.Prisma4jOnPostgres;
import dev.prisma4j.benchmarks.prisma4j.Prisma4jOnSqlite;
import java.util.Arrays;
import java.util.List;

/**
 * The libraries that are compared, by the names that reports use.
 *
 * <p>Spring Data JPA is left out: its repositories hand the same queries to Hibernate. Where it differs, it does more: it
 * reads and saves through a persistence context, and not through the stateless sessions that Hibernate's guide recommends
 * for speed and that are measured here.
 */
public enum Library {
    JDBC(
            "JDBC",
            "a connection per thread, all statements prepared once, columns by position, related rows by a statement per"
                    + " table, many rows by a batch (which PostgreSQL's driver rewrites to inserts of many rows)",
            JdbcContender::new),
    JDBC_JOIN("JDBC, one join", "the same, but related rows by one join", JdbcJoinContender::new),
    PRISMA4J("prisma4j", "the generated client with its default options", Library::prisma4j),
    HIBERNATE(
            "Hibernate ORM",
            "stateless sessions, read-only sessions with batch fetching for related rows, projections into records, JDBC"
                    + " batches, padded IN lists",
            HibernateContender::new),
    JOOQ(
            "jOOQ",
            "constructor references as row mappers, related rows by a second query, batches, padded IN lists, no execution"
                    + " logging",
            JooqContender::new),
    JIMMER(
            "Jimmer",
            "fetchers, save commands in batches, no cache, related rows of all parents at once",
            JimmerContender::new),
    MYBATIS(
            "MyBatis",
            "nested results over one ordered join, statements that commit by themselves, the batch executor, no cache",
            MybatisContender::new),
    EBEAN(
            "Ebean",
            "unmodifiable results, related rows by further queries, only the properties that are needed, JDBC batches",
            EbeanContender::new),
    JDBI(
            "Jdbi",
            "row mappers by hand, positional parameters, prepared batches, related rows by a second query",
            JdbiContender::new);

    private final String title;
    private final String way;
    private final Opening opening;

    Library(String title, String way, Opening opening) {
        this.title = title;
        this.way = way;
        this.opening = opening;
    }

    Library(String title, String way, java.util.function.Function<Place, Contender> opening) {
        this(title, way, (place, connections) -> opening.apply(place));
    }

    private interface Opening {
        Contender open(Place place, int connections) throws Exception;
    }

    /** The name for people. */
    public String title() {
        return title;
    }

    /** How it is used here, for people. */
    public String way() {
        return way;
    }

    /** Whether it is what the libraries are compared with, rather than one of them. */
    public boolean isJdbc() {
        return this == JDBC || this == JDBC_JOIN;
    }

    /** The libraries to measure an operation with. */
    public static List<Library> forOperation(boolean readsRelated) {
        return Arrays.stream(values())
                .filter(library -> readsRelated || library != JDBC_JOIN)
                .toList();
    }

    /**
     * Opens it on a database.
     *
     * @param connections how many it may open at most
     */
    public Contender open(Place place, int connections) throws Exception {
        return opening.open(place, connections);
    }

    /** On H2, in its mode for PostgreSQL, the client for PostgreSQL is used: H2 understands the SQL of its plain reads. */
    private static Contender prisma4j(Place place, int connections) {
        return switch (place.venue()) {
            case SQLITE ->
                new Prisma4jOnSqlite(dev.prisma4j.benchmarks.generated.sqlite.PrismaClient.builder()
                        .url(place.prismaUrl())
                        .poolSize(connections)
                        .build());
            case POSTGRESQL ->
                new Prisma4jOnPostgres(dev.prisma4j.benchmarks.generated.postgresql.PrismaClient.builder()
                        .url(place.prismaUrl())
                        .poolSize(connections)
                        .build());
            case H2 ->
                new Prisma4jOnPostgres(dev.prisma4j.benchmarks.generated.postgresql.PrismaClient.builder()
                        .url(place.jdbcUrl())
                        .poolSize(connections)
                        .build());
        };
    }
}
