package dev.prisma4j.engine.sql.dialect;

import dev.prisma4j.engine.error.Errors;
import dev.prisma4j.schema.model.Provider;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which dialect a database speaks. */
public final class Dialects {
    private Dialects() {}

    /** Gives a connection, to ask the database what it is. */
    @FunctionalInterface
    public interface Connections {
        /** @param wait how long to wait for it, or null for as long as usual */
        Connection connection(@Nullable Duration wait) throws SQLException;
    }

    /**
     * The dialect of a provider's database; connects only where the provider stands for several kinds.
     *
     * @throws dev.prisma4j.engine.error.PrismaException P2026 for a provider without an SQL dialect here
     */
    public static Dialect of(Provider provider, Connections connections) {
        return switch (provider) {
            case SQLITE -> new SqliteDialect();
            case POSTGRESQL, COCKROACHDB -> new PostgresDialect();
            case MYSQL -> mysql(connections);
            default -> throw Errors.unsupported("the provider " + provider.text());
        };
    }

    /**
     * Which failures to connect to a provider's database time does not mend: a wrong password, a database that does not
     * exist, rights that are missing, TLS that the two sides do not agree on.
     */
    public static Predicate<SQLException> refusal(Provider provider) {
        return switch (provider) {
            case SQLITE -> failure -> Refusals.isOne(SqliteErrors.translate(failure, null));
            case MYSQL -> failure -> Refusals.isOne(MysqlErrors.translate(failure, null));
            default -> failure -> Refusals.isOne(PostgresErrors.translate(failure, null));
        };
    }

    private static Dialect mysql(Connections connections) {
        try (Connection connection = connections.connection(null)) {
            DatabaseMetaData data = connection.getMetaData();
            boolean mariadb = (data.getDatabaseProductName() + data.getDatabaseProductVersion())
                    .toLowerCase(Locale.ROOT)
                    .contains("mariadb");
            return new MysqlDialect(mariadb, data.getDriverName().contains("MariaDB"));
        } catch (SQLException e) {
            throw MysqlErrors.translate(e, null);
        }
    }
}
