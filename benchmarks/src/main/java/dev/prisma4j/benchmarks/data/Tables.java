// The tables and their rows: the same for every contender, as `prisma4j migrate` would make the tables.
package dev.prisma4j.benchmarks.data;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Makes, fills and resets the tables.
 *
 * <p>They hold whole numbers, floating numbers, texts and truth values: everything that all libraries store alike. Dates and
 * decimals are left out, because on SQLite each library stores them in its own way, so that they could not read the same
 * database.
 */
public final class Tables {
    public static final int USERS = 1_000;
    public static final int POSTS_PER_USER = 10;
    public static final int POSTS = USERS * POSTS_PER_USER;
    public static final int COMMENTS_PER_POST = 3;
    public static final int TAGS = 50;
    public static final int TAGS_PER_POST = 3;
    public static final int WIDE = 1_000;
    public static final int CUSTOMERS = 1_000;

    private static final List<String> COUNTRIES =
            List.of("Austria", "Brazil", "Chad", "Denmark", "Egypt", "France", "Ghana", "Hungary");

    private static final String DDL = """
            CREATE TABLE "users" ("id" $serial, "email" TEXT NOT NULL, "username" TEXT NOT NULL, "age" INTEGER,
              "verified" BOOLEAN NOT NULL DEFAULT false, "country" TEXT NOT NULL, "score" $real NOT NULL DEFAULT 0);
            CREATE UNIQUE INDEX "users_email_key" ON "users"("email");
            CREATE UNIQUE INDEX "users_username_key" ON "users"("username");
            CREATE TABLE "posts" ("id" $serial, "title" TEXT NOT NULL, "body" TEXT,
              "published" BOOLEAN NOT NULL DEFAULT false, "views" INTEGER NOT NULL DEFAULT 0, "author_id" INTEGER NOT NULL,
              CONSTRAINT "posts_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "users" ("id")
                ON DELETE RESTRICT ON UPDATE CASCADE);
            CREATE INDEX "posts_author_id_idx" ON "posts"("author_id");
            CREATE TABLE "comments" ("id" $serial, "text" TEXT NOT NULL, "post_id" INTEGER NOT NULL,
              CONSTRAINT "comments_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "posts" ("id")
                ON DELETE RESTRICT ON UPDATE CASCADE);
            CREATE INDEX "comments_post_id_idx" ON "comments"("post_id");
            CREATE TABLE "tags" ("id" $serial, "name" TEXT NOT NULL);
            CREATE UNIQUE INDEX "tags_name_key" ON "tags"("name");
            CREATE TABLE "_post_tag" ("A" INTEGER NOT NULL, "B" INTEGER NOT NULL,
              CONSTRAINT "_post_tag_A_fkey" FOREIGN KEY ("A") REFERENCES "posts" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
              CONSTRAINT "_post_tag_B_fkey" FOREIGN KEY ("B") REFERENCES "tags" ("id") ON DELETE CASCADE ON UPDATE CASCADE);
            CREATE UNIQUE INDEX "_post_tag_AB_unique" ON "_post_tag"("A", "B");
            CREATE INDEX "_post_tag_B_index" ON "_post_tag"("B");
            CREATE TABLE "wide" ("id" INTEGER NOT NULL PRIMARY KEY, "s1" TEXT NOT NULL, "s2" TEXT NOT NULL,
              "s3" TEXT NOT NULL, "s4" TEXT NOT NULL, "s5" TEXT NOT NULL, "s6" TEXT NOT NULL, "s7" TEXT NOT NULL,
              "i1" INTEGER NOT NULL, "i2" INTEGER NOT NULL, "i3" INTEGER NOT NULL, "i4" INTEGER NOT NULL,
              "i5" INTEGER NOT NULL, "i6" INTEGER NOT NULL, "f1" $real NOT NULL, "f2" $real NOT NULL, "f3" $real NOT NULL,
              "b1" BOOLEAN NOT NULL, "b2" BOOLEAN NOT NULL, "b3" BOOLEAN NOT NULL);
            CREATE TABLE "customers" ("id" $serial, "email" TEXT NOT NULL, "name" TEXT NOT NULL, "age" INTEGER,
              "balance" INTEGER NOT NULL DEFAULT 0);
            CREATE UNIQUE INDEX "customers_email_key" ON "customers"("email");
            CREATE TABLE "purchases" ("id" $serial, "product" TEXT NOT NULL, "quantity" INTEGER NOT NULL,
              "price" $real NOT NULL, "customer_id" INTEGER NOT NULL,
              CONSTRAINT "purchases_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customers" ("id")
                ON DELETE RESTRICT ON UPDATE CASCADE);
            CREATE INDEX "purchases_customer_id_idx" ON "purchases"("customer_id");
            CREATE TABLE "events" ("id" INTEGER NOT NULL PRIMARY KEY, "kind" TEXT NOT NULL, "amount" INTEGER NOT NULL,
              "payload" TEXT NOT NULL);
            """;

    private static final List<String> TABLES =
            List.of("users", "posts", "comments", "tags", "_post_tag", "wide", "customers", "purchases", "events");

    private Tables() {}

    /** Makes the tables and fills them. */
    public static void create(Connection connection, Venue venue) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : venue.spell(DDL).split(";\\s*\n")) {
                statement.execute(sql);
            }
            if (venue == Venue.POSTGRESQL) {
                // The tables are analysed here and at each reset; a vacuum that comes when it likes would hit one
                // library.
                for (String table : TABLES) {
                    statement.execute("ALTER TABLE \"" + table + "\" SET (autovacuum_enabled = false)");
                }
            }
        }
        connection.setAutoCommit(false);
        fill(connection);
        connection.commit();
        connection.setAutoCommit(true);
        if (venue != Venue.H2) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(venue == Venue.POSTGRESQL ? "VACUUM ANALYZE" : "ANALYZE");
            }
            reset(connection, venue);
        }
    }

    private static void fill(Connection connection) throws SQLException {
        insert(connection, "users", USERS, (row, u) -> {
            row.setInt(1, u);
            row.setString(2, "user" + u + "@example.com");
            row.setString(3, "user" + u);
            row.setObject(4, u % 10 == 0 ? null : 18 + u % 60, java.sql.Types.INTEGER);
            row.setBoolean(5, u % 2 == 0);
            row.setString(6, COUNTRIES.get(u % COUNTRIES.size()));
            row.setDouble(7, u * 0.5);
        });
        insert(connection, "posts", POSTS, (row, p) -> {
            row.setInt(1, p);
            row.setString(2, "Post " + p);
            row.setString(3, p % 5 == 0 ? null : "What there is to say in post " + p);
            row.setBoolean(4, p % 2 == 0);
            row.setInt(5, p * 7 % 1000);
            row.setInt(6, (p - 1) / POSTS_PER_USER + 1);
        });
        insert(connection, "comments", POSTS * COMMENTS_PER_POST, (row, c) -> {
            row.setInt(1, c);
            row.setString(2, "Comment " + c);
            row.setInt(3, (c - 1) / COMMENTS_PER_POST + 1);
        });
        insert(connection, "tags", TAGS, (row, t) -> {
            row.setInt(1, t);
            row.setString(2, "tag" + t);
        });
        insert(connection, "_post_tag", POSTS * TAGS_PER_POST, (row, i) -> {
            int post = (i - 1) / TAGS_PER_POST + 1;
            row.setInt(1, post);
            row.setInt(2, (post + i % TAGS_PER_POST * 13) % TAGS + 1);
        });
        insert(connection, "wide", WIDE, (row, w) -> {
            row.setInt(1, w);
            for (int i = 2; i <= 8; i++) {
                row.setString(i, "Text " + i + " of row " + w);
            }
            for (int i = 9; i <= 14; i++) {
                row.setInt(i, w * i);
            }
            for (int i = 15; i <= 17; i++) {
                row.setDouble(i, w * 0.25 * i);
            }
            for (int i = 18; i <= 20; i++) {
                row.setBoolean(i, w % i == 0);
            }
        });
    }

    private interface RowFiller {
        void fill(PreparedStatement row, int number) throws SQLException;
    }

    private static void insert(Connection connection, String table, int count, RowFiller filler) throws SQLException {
        int columns;
        try (PreparedStatement all = connection.prepareStatement("SELECT * FROM \"" + table + '"')) {
            columns = all.getMetaData().getColumnCount();
        }
        String marks = "?" + ", ?".repeat(columns - 1);
        try (PreparedStatement row =
                connection.prepareStatement("INSERT INTO \"" + table + "\" VALUES (" + marks + ')')) {
            for (int i = 1; i <= count; i++) {
                filler.fill(row, i);
                row.addBatch();
            }
            row.executeBatch();
        }
    }

    /** Takes all events away. */
    public static void empty(Connection connection, Venue venue) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(venue == Venue.POSTGRESQL ? "TRUNCATE \"events\"" : "DELETE FROM \"events\"");
        }
    }

    /**
     * Brings the tables that are written back to their start: a thousand customers, no purchases, no events. On PostgreSQL
     * they become new files with fresh statistics, so that nobody writes among another round's dead rows.
     */
    public static void reset(Connection connection, Venue venue) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (venue == Venue.POSTGRESQL) {
                statement.execute("TRUNCATE \"purchases\", \"customers\", \"events\" RESTART IDENTITY");
                statement.execute("INSERT INTO \"customers\" (\"email\", \"name\", \"age\", \"balance\") "
                        + "SELECT 'customer' || i || '@example.com', 'Customer ' || i, 18 + i % 60, 100"
                        + " FROM generate_series(1, 1000) AS i");
                // Not the empty ones: a plan for a table that is known to be empty reads all of it later on.
                statement.execute("ANALYZE \"customers\"");
            } else {
                statement.execute("DELETE FROM \"purchases\"");
                statement.execute("DELETE FROM \"customers\"");
                statement.execute("DELETE FROM \"events\"");
                statement.execute("DELETE FROM sqlite_sequence WHERE name IN ('purchases', 'customers')");
                statement.execute("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000)"
                        + " INSERT INTO \"customers\" (\"email\", \"name\", \"age\", \"balance\") "
                        + "SELECT 'customer' || i || '@example.com', 'Customer ' || i, 18 + i % 60, 100 FROM n");
            }
        }
    }
}
