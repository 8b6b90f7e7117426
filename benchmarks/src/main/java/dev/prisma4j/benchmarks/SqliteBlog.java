package dev.prisma4j.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** An in-memory SQLite database with a thousand users of ten posts each, which lives as long as its connection is open. */
final class SqliteBlog {
    static final int USERS = 1_000;
    static final int POSTS_PER_USER = 10;

    private SqliteBlog() {}

    /** The JDBC address of the shared in-memory database of that name. */
    static String url(String name) {
        return "jdbc:sqlite:file:" + name + "?mode=memory&cache=shared";
    }

    /** Makes and fills the tables; the database is gone when the connection is closed. */
    static Connection open(String name) throws SQLException {
        Connection connection = DriverManager.getConnection(url(name));
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE \"User\" (\"id\" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, \"email\" TEXT NOT NULL,"
                            + " \"username\" TEXT NOT NULL, \"age\" INTEGER, \"isVerified\" BOOLEAN NOT NULL DEFAULT false,"
                            + " \"createdAt\" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP)");
            statement.execute("CREATE UNIQUE INDEX \"User_email_key\" ON \"User\"(\"email\")");
            statement.execute("CREATE UNIQUE INDEX \"User_username_key\" ON \"User\"(\"username\")");
            statement.execute(
                    "CREATE TABLE \"Post\" (\"id\" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, \"title\" TEXT NOT NULL,"
                            + " \"body\" TEXT, \"published\" BOOLEAN NOT NULL DEFAULT false, \"authorId\" INTEGER NOT NULL,"
                            + " CONSTRAINT \"Post_authorId_fkey\" FOREIGN KEY (\"authorId\") REFERENCES \"User\" (\"id\")"
                            + " ON DELETE RESTRICT ON UPDATE CASCADE)");
            statement.execute("CREATE INDEX \"Post_authorId_idx\" ON \"Post\"(\"authorId\")");
        }
        connection.setAutoCommit(false);
        fill(connection);
        connection.commit();
        connection.setAutoCommit(true);
        return connection;
    }

    private static void fill(Connection connection) throws SQLException {
        try (PreparedStatement user = connection.prepareStatement(
                        "INSERT INTO \"User\" (\"email\", \"username\", \"age\", \"isVerified\", \"createdAt\") VALUES (?, ?, ?, ?, ?)");
                PreparedStatement post = connection.prepareStatement(
                        "INSERT INTO \"Post\" (\"title\", \"body\", \"published\", \"authorId\") VALUES (?, ?, ?, ?)")) {
            for (int u = 1; u <= USERS; u++) {
                user.setString(1, "user" + u + "@example.com");
                user.setString(2, "user" + u);
                user.setInt(3, 18 + u % 60);
                user.setBoolean(4, u % 2 == 0);
                user.setString(5, "2026-01-02T03:04:05.678+00:00");
                user.addBatch();
                for (int p = 1; p <= POSTS_PER_USER; p++) {
                    post.setString(1, "Post " + p + " of user " + u);
                    post.setString(2, "Text of post " + p);
                    post.setBoolean(3, p % 2 == 0);
                    post.setInt(4, u);
                    post.addBatch();
                }
            }
            user.executeBatch();
            post.executeBatch();
        }
    }
}
