package dev.prisma4j.engine.sql.dialect;

import dev.prisma4j.engine.error.Errors;
import dev.prisma4j.schema.model.Provider;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Locale;
import java.util.function.Predicate;

/** Which dialect a database speaks. */
public final class Dialects {
    private Dialects() {}

    /** Asks a database what it is. */
    @FunctionalInterface
    public interface Question {
        /** The dialect of the database at the other end. */
        Dialect ask(Connection connection) throws SQLException;
    }

    /** Lends a connection for a question, as soon as one is free, and takes it back. */
    @FunctionalInterface
    public interface Connections {
        /** The answer to the question. */
        Dialect answer(Question question) throws SQLException;
    }

    /**
     * The dialect of a provider's database; connects where the provider alone does not tell.
     *
     * @param schemaName the schema of tables that name none, where databases have schemas
     * @throws dev.prisma4j.engine.error.PrismaException P2026 for a provider without an SQL dialect here
     */
    public static Dialect of(Provider provider, Connections connections, String schemaName) {
        return switch (provider) {
            case SQLITE -> sqlite(connections);
            case POSTGRESQL, COCKROACHDB -> new PostgresDialect(schemaName);
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

    private static Dialect sqlite(Connections connections) {
        try {
            return connections.answer(SqliteDialect::of);
        } catch (SQLException e) {
            throw SqliteErrors.translate(e, null);
        }
    }

    private static Dialect mysql(Connections connections) {
        try {
            return connections.answer(Dialects::mysql);
        } catch (SQLException e) {
            throw MysqlErrors.translate(e, null);
        }
    }

    private static Dialect mysql(Connection connection) throws SQLException {
        DatabaseMetaData data = connection.getMetaData();
        boolean mariadb = (data.getDatabaseProductName() + data.getDatabaseProductVersion())
                .toLowerCase(Locale.ROOT)
                .contains("mariadb");
        return new MysqlDialect(mariadb, data.getDriverName().contains("MariaDB"));
    }
}
