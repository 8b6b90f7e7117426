package dev.prisma4j.migrate;

import dev.prisma4j.migrate.cockroachdb.CockroachDialect;
import dev.prisma4j.migrate.database.DatabaseDialect;
import dev.prisma4j.migrate.database.DatabaseKind;
import dev.prisma4j.migrate.error.MigrateErrors;
import dev.prisma4j.migrate.error.MigrateException;
import dev.prisma4j.migrate.mysql.MysqlDialect;
import dev.prisma4j.migrate.mysql.MysqlKind;
import dev.prisma4j.migrate.postgresql.PostgresDialect;
import dev.prisma4j.migrate.postgresql.PostgresKind;
import dev.prisma4j.migrate.sqlite.SqliteKind;
import dev.prisma4j.migrate.sqlserver.SqlServerDialect;
import dev.prisma4j.schema.model.Provider;

/** The kinds of database that migrations know. */
public final class DatabaseKinds {
    private DatabaseKinds() {}

    /**
     * The kind for a provider.
     *
     * @throws MigrateException if migrations cannot connect to it
     */
    public static DatabaseKind of(Provider provider) {
        return switch (provider) {
            case SQLITE -> new SqliteKind();
            case POSTGRESQL -> new PostgresKind();
            case MYSQL -> new MysqlKind();
            default ->
                throw MigrateErrors.unsupported("Migrations cannot connect to " + provider.text()
                        + " yet; `migrate diff` between schemas can.");
        };
    }

    /**
     * What is known of a provider's databases without one at hand.
     *
     * @throws MigrateException if its databases have no SQL
     */
    public static DatabaseDialect dialectOf(Provider provider) {
        return switch (provider) {
            case SQLITE -> new SqliteKind();
            case POSTGRESQL -> new PostgresDialect();
            case COCKROACHDB -> new CockroachDialect();
            case MYSQL -> new MysqlDialect();
            case SQLSERVER -> new SqlServerDialect();
            default ->
                throw MigrateErrors.unsupported("There is no SQL of migrations for " + provider.text() + " yet.");
        };
    }
}
