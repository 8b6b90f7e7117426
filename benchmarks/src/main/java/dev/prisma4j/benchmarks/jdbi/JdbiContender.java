package dev.prisma4j.benchmarks.jdbi;

import com.zaxxer.hikari.HikariDataSource;
import dev.prisma4j.benchmarks.Contender;
import dev.prisma4j.benchmarks.data.NewCustomer;
import dev.prisma4j.benchmarks.data.NewCustomer.NewPurchase;
import dev.prisma4j.benchmarks.data.NewEvent;
import dev.prisma4j.benchmarks.data.Place;
import dev.prisma4j.benchmarks.data.Rows;
import dev.prisma4j.benchmarks.data.Venue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.result.ResultIterable;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/**
 * Jdbi as its guide recommends for speed: row mappers by hand, which it has as the fastest, positional parameters,
 * prepared batches, and related rows by a second query.
 */
public final class JdbiContender implements Contender {
    private static final String USER = "SELECT id, email, username, age, verified, country, score FROM users";
    private static final String POST = "SELECT id, title, body, published, views, author_id FROM posts";
    private static final String RETURNING = " RETURNING id, email, name, age, balance";
    private static final String INSERT_CUSTOMER =
            "INSERT INTO customers (email, name, age, balance) VALUES (?, ?, ?, ?)";
    private static final String INSERT_PURCHASE =
            "INSERT INTO purchases (product, quantity, price, customer_id) VALUES (?, ?, ?, ?)";

    private static final RowMapper<Rows.User> TO_USER = (row, context) -> {
        int age = row.getInt(4);
        Integer known = row.wasNull() ? null : age;
        return new Rows.User(
                row.getInt(1),
                row.getString(2),
                row.getString(3),
                known,
                row.getBoolean(5),
                row.getString(6),
                row.getDouble(7));
    };
    private static final RowMapper<Rows.Post> TO_POST = (row, context) -> new Rows.Post(
            row.getInt(1), row.getString(2), row.getString(3), row.getBoolean(4), row.getInt(5), row.getInt(6));
    private static final RowMapper<Rows.Comment> TO_COMMENT =
            (row, context) -> new Rows.Comment(row.getInt(1), row.getString(2), row.getInt(3));
    private static final RowMapper<Rows.Customer> TO_CUSTOMER = (row, context) -> {
        int age = row.getInt(4);
        Integer known = row.wasNull() ? null : age;
        return new Rows.Customer(row.getInt(1), row.getString(2), row.getString(3), known, row.getInt(5));
    };
    private static final RowMapper<Integer> TO_ID = (row, context) -> row.getInt(1);

    private record Tagged(int post, Rows.Tag tag) {}

    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final boolean arrays;

    public JdbiContender(Place place, int connections) {
        pool = place.pool(connections);
        jdbi = Jdbi.create(pool);
        arrays = place.venue() == Venue.POSTGRESQL;
        if (arrays) {
            jdbi.registerArrayType(Integer.class, "int4");
        }
    }

    @Override
    public Object findUnique(int id) {
        return jdbi.withHandle(handle -> handle.createQuery(USER + " WHERE id = ?")
                .bind(0, id)
                .map(TO_USER)
                .one());
    }

    @Override
    public Object findFirst(String country, int age) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        USER + " WHERE country = ? AND age >= ? AND verified = ? ORDER BY id LIMIT 1")
                .bind(0, country)
                .bind(1, age)
                .bind(2, true)
                .map(TO_USER)
                .one());
    }

    @Override
    public List<?> findMany(int rows) {
        return jdbi.withHandle(handle -> handle.createQuery(POST + " ORDER BY id LIMIT ?")
                .bind(0, rows)
                .map(TO_POST)
                .list());
    }

    @Override
    public List<?> page(int age, int skip, int take) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        USER + " WHERE age >= ? AND verified = ? ORDER BY username DESC LIMIT ? OFFSET ?")
                .bind(0, age)
                .bind(1, true)
                .bind(2, take)
                .bind(3, skip)
                .map(TO_USER)
                .list());
    }

    private Query among(Handle handle, String start, List<Integer> keys, String end) {
        return arrays
                ? handle.createQuery(start + " = ANY(:keys)" + end).bindArray("keys", Integer.class, keys)
                : handle.createQuery(start + " IN (<keys>)" + end).bindList("keys", keys);
    }

    private static List<Rows.User> users(Handle handle, int from, int users) {
        return handle.createQuery(USER + " WHERE id >= ? AND id < ? ORDER BY id")
                .bind(0, from)
                .bind(1, from + users)
                .map(TO_USER)
                .list();
    }

    private ResultIterable<Rows.Post> postsOf(Handle handle, List<Rows.User> users) {
        return among(
                        handle,
                        POST + " WHERE author_id",
                        users.stream().map(Rows.User::id).toList(),
                        " ORDER BY id")
                .map(TO_POST);
    }

    @Override
    public List<?> usersWithPosts(int from, int users) {
        return jdbi.withHandle(handle -> {
            List<Rows.User> found = users(handle, from, users);
            Map<Integer, List<Rows.Post>> posts = new HashMap<>();
            postsOf(handle, found)
                    .forEach(post -> posts.computeIfAbsent(post.authorId(), key -> new ArrayList<>())
                            .add(post));
            List<Rows.UserWithPosts> result = new ArrayList<>();
            for (Rows.User u : found) {
                result.add(new Rows.UserWithPosts(
                        u.id(),
                        u.email(),
                        u.username(),
                        u.age(),
                        u.verified(),
                        u.country(),
                        u.score(),
                        posts.getOrDefault(u.id(), List.of())));
            }
            return result;
        });
    }

    @Override
    public List<?> usersWithDiscussions(int from, int users) {
        return jdbi.withHandle(handle -> {
            List<Rows.User> found = users(handle, from, users);
            List<Rows.Post> posts = postsOf(handle, found).list();
            Map<Integer, List<Rows.Comment>> comments = new HashMap<>();
            among(
                            handle,
                            "SELECT id, text, post_id FROM comments WHERE post_id",
                            posts.stream().map(Rows.Post::id).toList(),
                            " ORDER BY id")
                    .map(TO_COMMENT)
                    .forEach(c -> comments.computeIfAbsent(c.postId(), key -> new ArrayList<>())
                            .add(c));
            Map<Integer, List<Rows.PostWithComments>> byUser = new HashMap<>();
            for (Rows.Post p : posts) {
                byUser.computeIfAbsent(p.authorId(), key -> new ArrayList<>())
                        .add(new Rows.PostWithComments(
                                p.id(),
                                p.title(),
                                p.body(),
                                p.published(),
                                p.views(),
                                p.authorId(),
                                comments.getOrDefault(p.id(), List.of())));
            }
            List<Rows.UserWithDiscussions> result = new ArrayList<>();
            for (Rows.User u : found) {
                result.add(new Rows.UserWithDiscussions(
                        u.id(),
                        u.email(),
                        u.username(),
                        u.age(),
                        u.verified(),
                        u.country(),
                        u.score(),
                        byUser.getOrDefault(u.id(), List.of())));
            }
            return result;
        });
    }

    @Override
    public List<?> postsWithTags(int from, int posts) {
        return jdbi.withHandle(handle -> {
            List<Rows.Post> found = handle.createQuery(POST + " WHERE id >= ? AND id < ? ORDER BY id")
                    .bind(0, from)
                    .bind(1, from + posts)
                    .map(TO_POST)
                    .list();
            Map<Integer, List<Rows.Tag>> tags = new HashMap<>();
            among(
                            handle,
                            "SELECT j.\"A\", t.id, t.name FROM _post_tag j JOIN tags t ON t.id = j.\"B\" WHERE j.\"A\"",
                            found.stream().map(Rows.Post::id).toList(),
                            " ORDER BY t.id")
                    .map((row, context) -> new Tagged(row.getInt(1), new Rows.Tag(row.getInt(2), row.getString(3))))
                    .forEach(tagged -> tags.computeIfAbsent(tagged.post(), key -> new ArrayList<>())
                            .add(tagged.tag()));
            List<Rows.PostWithTags> result = new ArrayList<>();
            for (Rows.Post p : found) {
                result.add(new Rows.PostWithTags(
                        p.id(),
                        p.title(),
                        p.body(),
                        p.published(),
                        p.views(),
                        p.authorId(),
                        tags.getOrDefault(p.id(), List.of())));
            }
            return result;
        });
    }

    @Override
    public List<?> threeOfTwenty(int rows) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT id, s1, i1 FROM wide ORDER BY id LIMIT ?")
                .bind(0, rows)
                .map((row, context) -> new Rows.Narrow(row.getInt(1), row.getString(2), row.getInt(3)))
                .list());
    }

    @Override
    public long count(int age) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT COUNT(*) FROM users WHERE age >= ?")
                .bind(0, age)
                .map((row, context) -> row.getLong(1))
                .one());
    }

    @Override
    public List<?> groupBy() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT country, COUNT(*), AVG(age) FROM users GROUP BY country ORDER BY country")
                .map((row, context) -> {
                    double average = row.getDouble(3);
                    return new Rows.CountryStatistics(
                            row.getString(1), row.getLong(2), average == 0 && row.wasNull() ? null : average);
                })
                .list());
    }

    private static Query bound(Query query, NewCustomer customer) {
        return query.bind(0, customer.email())
                .bind(1, customer.name())
                .bind(2, customer.age())
                .bind(3, customer.balance());
    }

    private static int insert(Handle handle, NewCustomer customer) {
        return bound(handle.createQuery(INSERT_CUSTOMER + " RETURNING id"), customer)
                .map(TO_ID)
                .one();
    }

    @Override
    public Object create(NewCustomer customer) {
        return jdbi.withHandle(handle -> bound(handle.createQuery(INSERT_CUSTOMER + RETURNING), customer)
                .map(TO_CUSTOMER)
                .one());
    }

    @Override
    public Object createWithPurchases(NewCustomer customer, List<NewPurchase> purchases) {
        return jdbi.inTransaction(handle -> {
            int id = insert(handle, customer);
            Query many = handle.createQuery(
                    INSERT_PURCHASE + ", (?, ?, ?, ?)".repeat(purchases.size() - 1) + " RETURNING id");
            int i = 0;
            for (NewPurchase purchase : purchases) {
                many.bind(i++, purchase.product())
                        .bind(i++, purchase.quantity())
                        .bind(i++, purchase.price())
                        .bind(i++, id);
            }
            List<Integer> ids = many.map(TO_ID).list();
            List<Rows.Purchase> made = new ArrayList<>();
            for (int p = 0; p < ids.size(); p++) {
                NewPurchase purchase = purchases.get(p);
                made.add(new Rows.Purchase(ids.get(p), purchase.product(), purchase.quantity(), purchase.price(), id));
            }
            return new Rows.CustomerWithPurchases(
                    id, customer.email(), customer.name(), customer.age(), customer.balance(), made);
        });
    }

    @Override
    public long createMany(List<NewEvent> events) {
        return jdbi.inTransaction(handle -> {
            PreparedBatch batch =
                    handle.prepareBatch("INSERT INTO events (id, kind, amount, payload) VALUES (?, ?, ?, ?)");
            for (NewEvent event : events) {
                batch.bind(0, event.id())
                        .bind(1, event.kind())
                        .bind(2, event.amount())
                        .bind(3, event.payload())
                        .add();
            }
            return (long) batch.execute().length;
        });
    }

    @Override
    public Object update(int id, int balance) {
        return jdbi.withHandle(handle -> handle.createQuery("UPDATE customers SET balance = ? WHERE id = ?" + RETURNING)
                .bind(0, balance)
                .bind(1, id)
                .map(TO_CUSTOMER)
                .one());
    }

    @Override
    public Object upsert(NewCustomer customer) {
        return jdbi.withHandle(handle -> bound(
                        handle.createQuery(INSERT_CUSTOMER
                                + " ON CONFLICT (email) DO UPDATE SET balance = EXCLUDED.balance" + RETURNING),
                        customer)
                .map(TO_CUSTOMER)
                .one());
    }

    @Override
    public long updateMany(int age, int amount) {
        return jdbi.withHandle(
                handle -> (long) handle.createUpdate("UPDATE customers SET balance = balance + ? WHERE age >= ?")
                        .bind(0, amount)
                        .bind(1, age)
                        .execute());
    }

    @Override
    public int fiveWrites(NewCustomer customer, NewPurchase first, NewPurchase second) {
        return jdbi.inTransaction(handle -> {
            int id = insert(handle, customer);
            int purchase = purchase(handle, first, id);
            purchase(handle, second, id);
            handle.execute("UPDATE customers SET balance = ? WHERE id = ?", 50, id);
            handle.execute("DELETE FROM purchases WHERE id = ?", purchase);
            return id;
        });
    }

    private static int purchase(Handle handle, NewPurchase purchase, int customer) {
        return handle.createQuery(INSERT_PURCHASE + " RETURNING id")
                .bind(0, purchase.product())
                .bind(1, purchase.quantity())
                .bind(2, purchase.price())
                .bind(3, customer)
                .map(TO_ID)
                .one();
    }

    @Override
    public long stream() {
        return jdbi.inTransaction(handle -> {
            try (Stream<NewEvent> events = handle
                    .createQuery("SELECT id, kind, amount, payload FROM events")
                    .setFetchSize(1000)
                    .map((row, context) ->
                            new NewEvent(row.getInt(1), row.getString(2), row.getInt(3), row.getString(4)))
                    .stream()) {
                return events.mapToLong(NewEvent::amount).sum();
            }
        });
    }

    @Override
    public void close() {
        pool.close();
    }
}
