package dev.prisma4j.benchmarks.jdbc;

import dev.prisma4j.benchmarks.Contender;
import dev.prisma4j.benchmarks.data.NewCustomer;
import dev.prisma4j.benchmarks.data.NewCustomer.NewPurchase;
import dev.prisma4j.benchmarks.data.NewEvent;
import dev.prisma4j.benchmarks.data.Place;
import dev.prisma4j.benchmarks.data.Rows;
import dev.prisma4j.benchmarks.data.Venue;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * JDBC as one would write it for nothing but speed: a connection per thread with its statements prepared once, columns by
 * position, related rows by a second statement. {@link JdbcJoinContender} reads them by one join instead.
 */
@SuppressWarnings("NullAway") // children are only looked for by the ids of parents that are there
public class JdbcContender implements Contender {
    static final String USER = "\"id\", \"email\", \"username\", \"age\", \"verified\", \"country\", \"score\"";
    static final String POST = "\"id\", \"title\", \"body\", \"published\", \"views\", \"author_id\"";

    private final Place place;
    private final Queue<Statements> open = new ConcurrentLinkedQueue<>();
    private final ThreadLocal<Statements> statements = ThreadLocal.withInitial(this::connect);

    public JdbcContender(Place place) {
        this.place = place;
    }

    private Statements connect() {
        try {
            Statements made = new Statements(place.connect());
            open.add(made);
            return made;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    final PreparedStatement statement(String sql) throws SQLException {
        return statements.get().of(sql);
    }

    // ---- reads

    private static @Nullable Integer integer(ResultSet row, int column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : value;
    }

    static Rows.User user(ResultSet row) throws SQLException {
        return new Rows.User(
                row.getInt(1),
                row.getString(2),
                row.getString(3),
                integer(row, 4),
                row.getBoolean(5),
                row.getString(6),
                row.getDouble(7));
    }

    static Rows.Post post(ResultSet row, int first) throws SQLException {
        return new Rows.Post(
                row.getInt(first),
                row.getString(first + 1),
                row.getString(first + 2),
                row.getBoolean(first + 3),
                row.getInt(first + 4),
                row.getInt(first + 5));
    }

    @Override
    public Object findUnique(int id) throws SQLException {
        PreparedStatement statement = statement("SELECT " + USER + " FROM \"users\" WHERE \"id\" = ?");
        statement.setInt(1, id);
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            return user(row);
        }
    }

    @Override
    public Object findFirst(String country, int age) throws SQLException {
        PreparedStatement statement = statement("SELECT " + USER + " FROM \"users\" WHERE \"country\" = ?"
                + " AND \"age\" >= ? AND \"verified\" = ? ORDER BY \"id\" LIMIT 1");
        statement.setString(1, country);
        statement.setInt(2, age);
        statement.setBoolean(3, true);
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            return user(row);
        }
    }

    @Override
    public List<?> findMany(int rows) throws SQLException {
        PreparedStatement statement = statement("SELECT " + POST + " FROM \"posts\" ORDER BY \"id\" LIMIT ?");
        statement.setInt(1, rows);
        List<Rows.Post> posts = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                posts.add(post(row, 1));
            }
        }
        return posts;
    }

    @Override
    public List<?> page(int age, int skip, int take) throws SQLException {
        PreparedStatement statement = statement("SELECT " + USER + " FROM \"users\" WHERE \"age\" >= ?"
                + " AND \"verified\" = ? ORDER BY \"username\" DESC LIMIT ? OFFSET ?");
        statement.setInt(1, age);
        statement.setBoolean(2, true);
        statement.setInt(3, take);
        statement.setInt(4, skip);
        List<Rows.User> users = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                users.add(user(row));
            }
        }
        return users;
    }

    @Override
    public List<?> usersWithPosts(int from, int users) throws SQLException {
        Map<Integer, List<Rows.Post>> posts = new HashMap<>();
        List<Rows.UserWithPosts> result = new ArrayList<>();
        PreparedStatement statement =
                statement("SELECT " + USER + " FROM \"users\" WHERE \"id\" >= ? AND \"id\" < ? ORDER BY \"id\"");
        statement.setInt(1, from);
        statement.setInt(2, from + users);
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                List<Rows.Post> own = new ArrayList<>();
                int id = row.getInt(1);
                posts.put(id, own);
                result.add(new Rows.UserWithPosts(
                        id,
                        row.getString(2),
                        row.getString(3),
                        integer(row, 4),
                        row.getBoolean(5),
                        row.getString(6),
                        row.getDouble(7),
                        own));
            }
        }
        try (ResultSet row =
                among("SELECT " + POST + " FROM \"posts\" WHERE \"author_id\"", posts.keySet(), " ORDER BY \"id\"")) {
            while (row.next()) {
                Rows.Post post = post(row, 1);
                posts.get(post.authorId()).add(post);
            }
        }
        return result;
    }

    @Override
    public List<?> usersWithDiscussions(int from, int users) throws SQLException {
        Map<Integer, List<Rows.PostWithComments>> posts = new HashMap<>();
        Map<Integer, List<Rows.Comment>> comments = new HashMap<>();
        List<Rows.UserWithDiscussions> result = new ArrayList<>();
        PreparedStatement statement =
                statement("SELECT " + USER + " FROM \"users\" WHERE \"id\" >= ? AND \"id\" < ? ORDER BY \"id\"");
        statement.setInt(1, from);
        statement.setInt(2, from + users);
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                List<Rows.PostWithComments> own = new ArrayList<>();
                int id = row.getInt(1);
                posts.put(id, own);
                result.add(new Rows.UserWithDiscussions(
                        id,
                        row.getString(2),
                        row.getString(3),
                        integer(row, 4),
                        row.getBoolean(5),
                        row.getString(6),
                        row.getDouble(7),
                        own));
            }
        }
        try (ResultSet row =
                among("SELECT " + POST + " FROM \"posts\" WHERE \"author_id\"", posts.keySet(), " ORDER BY \"id\"")) {
            while (row.next()) {
                int id = row.getInt(1);
                int author = row.getInt(6);
                List<Rows.Comment> own = new ArrayList<>();
                comments.put(id, own);
                posts.get(author)
                        .add(new Rows.PostWithComments(
                                id, row.getString(2), row.getString(3), row.getBoolean(4), row.getInt(5), author, own));
            }
        }
        try (ResultSet row = among(
                "SELECT \"id\", \"text\", \"post_id\" FROM \"comments\" WHERE \"post_id\"",
                comments.keySet(),
                " ORDER BY \"id\"")) {
            while (row.next()) {
                int post = row.getInt(3);
                comments.get(post).add(new Rows.Comment(row.getInt(1), row.getString(2), post));
            }
        }
        return result;
    }

    @Override
    public List<?> postsWithTags(int from, int posts) throws SQLException {
        Map<Integer, List<Rows.Tag>> tags = new HashMap<>();
        List<Rows.PostWithTags> result = new ArrayList<>();
        PreparedStatement statement =
                statement("SELECT " + POST + " FROM \"posts\" WHERE \"id\" >= ? AND \"id\" < ? ORDER BY \"id\"");
        statement.setInt(1, from);
        statement.setInt(2, from + posts);
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                List<Rows.Tag> own = new ArrayList<>();
                int id = row.getInt(1);
                tags.put(id, own);
                result.add(new Rows.PostWithTags(
                        id, row.getString(2), row.getString(3), row.getBoolean(4), row.getInt(5), row.getInt(6), own));
            }
        }
        try (ResultSet row = among(
                "SELECT j.\"A\", t.\"id\", t.\"name\" FROM \"_post_tag\" AS j JOIN \"tags\" AS t ON t.\"id\" = j.\"B\""
                        + " WHERE j.\"A\"",
                tags.keySet(),
                " ORDER BY t.\"id\"")) {
            while (row.next()) {
                tags.get(row.getInt(1)).add(new Rows.Tag(row.getInt(2), row.getString(3)));
            }
        }
        return result;
    }

    /** The rows whose column is among the keys: an array on PostgreSQL, a list of parameters elsewhere. */
    private ResultSet among(String start, Collection<Integer> keys, String end) throws SQLException {
        if (place.venue() == Venue.POSTGRESQL) {
            PreparedStatement statement = statement(start + " = ANY(?)" + end);
            // PostgreSQL's driver sends an array of plain numbers as it is, and one of objects as text.
            int[] numbers = new int[keys.size()];
            int n = 0;
            for (Integer key : keys) {
                numbers[n++] = key;
            }
            statement.setObject(1, numbers);
            return statement.executeQuery();
        }
        PreparedStatement statement = statement(start + " IN (?" + ", ?".repeat(keys.size() - 1) + ')' + end);
        int i = 0;
        for (Integer key : keys) {
            statement.setInt(++i, key);
        }
        return statement.executeQuery();
    }

    @Override
    public List<?> threeOfTwenty(int rows) throws SQLException {
        PreparedStatement statement = statement("SELECT \"id\", \"s1\", \"i1\" FROM \"wide\" ORDER BY \"id\" LIMIT ?");
        statement.setInt(1, rows);
        List<Rows.Narrow> list = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                list.add(new Rows.Narrow(row.getInt(1), row.getString(2), row.getInt(3)));
            }
        }
        return list;
    }

    @Override
    public long count(int age) throws SQLException {
        PreparedStatement statement = statement("SELECT COUNT(*) FROM \"users\" WHERE \"age\" >= ?");
        statement.setInt(1, age);
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public List<?> groupBy() throws SQLException {
        PreparedStatement statement = statement(
                "SELECT \"country\", COUNT(*), AVG(\"age\") FROM \"users\" GROUP BY \"country\" ORDER BY \"country\"");
        List<Rows.CountryStatistics> groups = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                double average = row.getDouble(3);
                groups.add(
                        new Rows.CountryStatistics(row.getString(1), row.getLong(2), row.wasNull() ? null : average));
            }
        }
        return groups;
    }

    // ---- writes

    private static final String INSERT_CUSTOMER =
            "INSERT INTO \"customers\" (\"email\", \"name\", \"age\", \"balance\") VALUES (?, ?, ?, ?)";
    private static final String INSERT_PURCHASE =
            "INSERT INTO \"purchases\" (\"product\", \"quantity\", \"price\", \"customer_id\") VALUES (?, ?, ?, ?)";
    private static final String CUSTOMER = " RETURNING \"id\", \"email\", \"name\", \"age\", \"balance\"";

    private static void bind(PreparedStatement statement, NewCustomer customer) throws SQLException {
        statement.setString(1, customer.email());
        statement.setString(2, customer.name());
        statement.setInt(3, customer.age());
        statement.setInt(4, customer.balance());
    }

    private static Rows.Customer customer(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            return new Rows.Customer(row.getInt(1), row.getString(2), row.getString(3), integer(row, 4), row.getInt(5));
        }
    }

    private static int id(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    @Override
    public Object create(NewCustomer customer) throws SQLException {
        PreparedStatement statement = statement(INSERT_CUSTOMER + CUSTOMER);
        bind(statement, customer);
        return customer(statement);
    }

    @Override
    public Object createWithPurchases(NewCustomer customer, List<NewPurchase> purchases) throws SQLException {
        return statements.get().atomically(() -> {
            PreparedStatement statement = statement(INSERT_CUSTOMER + " RETURNING \"id\"");
            bind(statement, customer);
            int id = id(statement);
            PreparedStatement many =
                    statement(INSERT_PURCHASE + ", (?, ?, ?, ?)".repeat(purchases.size() - 1) + " RETURNING \"id\"");
            int i = 0;
            for (NewPurchase purchase : purchases) {
                many.setString(++i, purchase.product());
                many.setInt(++i, purchase.quantity());
                many.setDouble(++i, purchase.price());
                many.setInt(++i, id);
            }
            List<Rows.Purchase> made = new ArrayList<>();
            try (ResultSet row = many.executeQuery()) {
                for (NewPurchase purchase : purchases) {
                    row.next();
                    made.add(new Rows.Purchase(
                            row.getInt(1), purchase.product(), purchase.quantity(), purchase.price(), id));
                }
            }
            return new Rows.CustomerWithPurchases(
                    id, customer.email(), customer.name(), customer.age(), customer.balance(), made);
        });
    }

    @Override
    public long createMany(List<NewEvent> events) throws SQLException {
        return statements.get().atomically(() -> {
            PreparedStatement statement =
                    statement("INSERT INTO \"events\" (\"id\", \"kind\", \"amount\", \"payload\") VALUES (?, ?, ?, ?)");
            for (NewEvent event : events) {
                statement.setInt(1, event.id());
                statement.setString(2, event.kind());
                statement.setInt(3, event.amount());
                statement.setString(4, event.payload());
                statement.addBatch();
            }
            return (long) statement.executeBatch().length;
        });
    }

    @Override
    public Object update(int id, int balance) throws SQLException {
        PreparedStatement statement = statement("UPDATE \"customers\" SET \"balance\" = ? WHERE \"id\" = ?" + CUSTOMER);
        statement.setInt(1, balance);
        statement.setInt(2, id);
        return customer(statement);
    }

    @Override
    public Object upsert(NewCustomer customer) throws SQLException {
        PreparedStatement statement = statement(INSERT_CUSTOMER
                + " ON CONFLICT (\"email\") DO UPDATE SET \"balance\" = EXCLUDED.\"balance\"" + CUSTOMER);
        bind(statement, customer);
        return customer(statement);
    }

    @Override
    public long updateMany(int age, int amount) throws SQLException {
        PreparedStatement statement =
                statement("UPDATE \"customers\" SET \"balance\" = \"balance\" + ? WHERE \"age\" >= ?");
        statement.setInt(1, amount);
        statement.setInt(2, age);
        return statement.executeUpdate();
    }

    @Override
    public int fiveWrites(NewCustomer customer, NewPurchase first, NewPurchase second) throws SQLException {
        return statements.get().atomically(() -> {
            PreparedStatement statement = statement(INSERT_CUSTOMER + " RETURNING \"id\"");
            bind(statement, customer);
            int id = id(statement);
            int purchase = purchase(first, id);
            purchase(second, id);
            PreparedStatement update = statement("UPDATE \"customers\" SET \"balance\" = ? WHERE \"id\" = ?");
            update.setInt(1, 50);
            update.setInt(2, id);
            update.executeUpdate();
            PreparedStatement delete = statement("DELETE FROM \"purchases\" WHERE \"id\" = ?");
            delete.setInt(1, purchase);
            delete.executeUpdate();
            return id;
        });
    }

    private int purchase(NewPurchase purchase, int customer) throws SQLException {
        PreparedStatement statement = statement(INSERT_PURCHASE + " RETURNING \"id\"");
        statement.setString(1, purchase.product());
        statement.setInt(2, purchase.quantity());
        statement.setDouble(3, purchase.price());
        statement.setInt(4, customer);
        return id(statement);
    }

    /** PostgreSQL's driver only reads bit by bit in a transaction and with a fetch size. */
    @Override
    public long stream() throws SQLException {
        return statements.get().atomically(() -> {
            Connection connection = statements.get().connection;
            long sum = 0;
            try (PreparedStatement statement =
                    connection.prepareStatement("SELECT \"id\", \"kind\", \"amount\", \"payload\" FROM \"events\"")) {
                statement.setFetchSize(1000);
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        sum += new NewEvent(row.getInt(1), row.getString(2), row.getInt(3), row.getString(4)).amount();
                    }
                }
            }
            return sum;
        });
    }

    @Override
    public void close() throws SQLException {
        for (Statements each : open) {
            each.close();
        }
    }

    @Override
    public String toString() {
        return "JDBC";
    }
}
