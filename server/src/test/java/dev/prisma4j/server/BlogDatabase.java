package dev.prisma4j.server;

import dev.prisma4j.engine.Engine;
import dev.prisma4j.engine.EngineOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;

/** An SQLite database with the tables of {@code javascript/schema.prisma}. */
record BlogDatabase(Path file) {
    static BlogDatabase create(Path folder) throws SQLException {
        Path file = folder.resolve("blog.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE \"User\" (\"id\" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, \"email\" TEXT"
                    + " NOT NULL, \"balance\" DECIMAL NOT NULL DEFAULT 0, \"born\" DATETIME, \"big\" BIGINT, \"data\""
                    + " JSONB)");
            statement.execute("CREATE TABLE \"Post\" (\"id\" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, \"title\" TEXT"
                    + " NOT NULL, \"authorId\" INTEGER NOT NULL, CONSTRAINT \"Post_authorId_fkey\" FOREIGN KEY"
                    + " (\"authorId\") REFERENCES \"User\" (\"id\") ON DELETE RESTRICT ON UPDATE CASCADE)");
            statement.execute("CREATE UNIQUE INDEX \"User_email_key\" ON \"User\"(\"email\")");
        }
        return new BlogDatabase(file);
    }

    static String schemaText() throws IOException {
        try (InputStream in = BlogDatabase.class.getResourceAsStream("/javascript/schema.prisma")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Options of a server that opens every schema on this database. */
    ServerOptions options() {
        return ServerOptions.of((schema, listener) ->
                Engine.open(schema, EngineOptions.url("file:" + file).withListener(listener)));
    }
}
