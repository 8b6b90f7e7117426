package dev.prisma4j.schema.database;

import dev.prisma4j.schema.model.Provider;
import org.jspecify.annotations.Nullable;

/** All databases. Each is described in a file of its own. */
public final class Databases {
    private static final Database POSTGRESQL = PostgreSql.describe();
    private static final Database MYSQL = MySql.describe();
    private static final Database SQLITE = Sqlite.describe();
    private static final Database SQL_SERVER = SqlServer.describe();
    private static final Database COCKROACHDB = CockroachDb.describe();
    private static final Database MONGODB = MongoDb.describe();
    private static final Database UNKNOWN = UnknownDatabase.describe();

    private Databases() {}

    /** {@return what that kind of database can do} */
    public static Database of(Provider provider) {
        return switch (provider) {
            case POSTGRESQL -> POSTGRESQL;
            case MYSQL -> MYSQL;
            case SQLITE -> SQLITE;
            case SQLSERVER -> SQL_SERVER;
            case COCKROACHDB -> COCKROACHDB;
            case MONGODB -> MONGODB;
        };
    }

    /** {@return what can be said of that kind of database, or, for null, of a schema that names none} */
    public static Database ofNullable(@Nullable Provider provider) {
        return provider == null ? UNKNOWN : of(provider);
    }
}
