package dev.prisma4j.testkit.reference;

import dev.prisma4j.migrate.Migrate;
import dev.prisma4j.schema.model.Schema;
import dev.prisma4j.testkit.DatabaseKind;
import dev.prisma4j.testkit.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A database that is emptied between cases. */
final class Bench implements AutoCloseable {
    private static final List<String> EXTENSIONS = List.of(
            "citext", "hstore", "ltree", "pg_trgm", "btree_gist", "btree_gin", "uuid-ossp", "pgcrypto", "intarray");

    private TestDatabase database;

    Bench(DatabaseKind kind) throws SQLException {
        this.database = TestDatabase.server(kind).fresh();
        if (kind == DatabaseKind.SQLITE) {
            empty();
        }
    }

    DatabaseKind kind() {
        return database.kind();
    }

    TestDatabase database() {
        return database;
    }

    /** The commands for a schema on this database. */
    Migrate migrate(Schema schema) {
        return Migrate.of(schema, database.url(), Path.of("."));
    }

    /** Runs a script as {@code db execute} does. */
    void run(String script) {
        if (!script.isBlank()) {
            Migrate.execute(database.url(), Path.of("."), script);
        }
    }

    List<String> catalog() throws SQLException {
        try (Connection connection = database.connect()) {
            return RawCatalog.of(connection, database.kind());
        }
    }

    /** Installs what schemas may take for granted: contributed types and operator classes, as far as the server has them. */
    void extend() throws SQLException {
        if (database.kind() != DatabaseKind.POSTGRESQL) {
            return;
        }
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String extension : EXTENSIONS) {
                statement.execute("CREATE EXTENSION IF NOT EXISTS \"" + extension + "\" CASCADE");
            }
        }
    }

    /** Takes everything away. */
    void empty() throws SQLException {
        switch (database.kind()) {
            case POSTGRESQL -> emptyPostgres();
            case MYSQL, MARIADB -> emptyMysql();
            case SQLITE -> {
                database.close();
                database = TestDatabase.sqlite().fresh();
                database.execute("PRAGMA user_version = 0"); // makes the file
            }
        }
    }

    /** Dropping a schema locks all of its tables at once, of which a server can do only so many. */
    private void emptyPostgres() throws SQLException {
        List<String> drops = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            String query = "SELECT 'DROP EXTENSION IF EXISTS ' || quote_ident(extname) || ' CASCADE' FROM pg_extension"
                    + " WHERE extname <> 'plpgsql' UNION ALL SELECT 'DROP SCHEMA ' || quote_ident(nspname) || ' CASCADE'"
                    + " FROM pg_namespace WHERE nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema'"
                    + " AND (SELECT count(*) < 40 FROM pg_tables WHERE schemaname = nspname)";
            try (ResultSet rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    drops.add(rows.getString(1));
                }
            }
            for (String drop : drops) {
                statement.execute(drop);
            }
            if (drops.contains("DROP SCHEMA public CASCADE")) {
                statement.execute("CREATE SCHEMA public");
                return;
            }
        }
        database.close();
        database = TestDatabase.postgres().fresh();
    }

    private void emptyMysql() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            List<String> drops = new ArrayList<>();
            String query = "SELECT CONCAT('DROP ', IF(table_type = 'VIEW', 'VIEW', 'TABLE'), ' `',"
                    + " REPLACE(table_name, '`', '``'), '`') FROM information_schema.tables"
                    + " WHERE table_schema = DATABASE()";
            try (ResultSet rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    drops.add(rows.getString(1));
                }
            }
            statement.execute("SET foreign_key_checks = 0");
            for (String drop : drops) {
                statement.execute(drop);
            }
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
