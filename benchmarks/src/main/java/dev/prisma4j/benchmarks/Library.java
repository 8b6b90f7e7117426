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
 * <p>Spring Data JPA is left out: its repositories run the same Hibernate below and add their proxies to it, so its numbers
 * are Hibernate's or worse.
 */
public enum Library {
    JDBC("JDBC", JdbcContender::new),
    JDBC_JOIN("JDBC, one join", JdbcJoinContender::new),
    PRISMA4J("prisma4j", Library::prisma4j),
    HIBERNATE("Hibernate ORM", HibernateContender::new),
    JOOQ("jOOQ", JooqContender::new),
    JIMMER("Jimmer", JimmerContender::new),
    MYBATIS("MyBatis", MybatisContender::new),
    EBEAN("Ebean", EbeanContender::new),
    JDBI("Jdbi", JdbiContender::new);

    private final String title;
    private final Opening opening;

    Library(String title, Opening opening) {
        this.title = title;
        this.opening = opening;
    }

    Library(String title, java.util.function.Function<Place, Contender> opening) {
        this(title, (place, connections) -> opening.apply(place));
    }

    private interface Opening {
        Contender open(Place place, int connections) throws Exception;
    }

    /** The name for people. */
    public String title() {
        return title;
    }

    /** Whether it is the limit rather than a library. */
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
