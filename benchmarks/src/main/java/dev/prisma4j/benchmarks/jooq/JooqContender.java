package dev.prisma4j.benchmarks.jooq;

import static dev.prisma4j.benchmarks.jooq.Schema.*;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.avg;
import static org.jooq.impl.DSL.excluded;

import com.zaxxer.hikari.HikariDataSource;
import dev.prisma4j.benchmarks.Contender;
import dev.prisma4j.benchmarks.data.NewCustomer;
import dev.prisma4j.benchmarks.data.NewCustomer.NewPurchase;
import dev.prisma4j.benchmarks.data.NewEvent;
import dev.prisma4j.benchmarks.data.Place;
import dev.prisma4j.benchmarks.data.Rows;
import dev.prisma4j.benchmarks.data.Venue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.BatchBindStep;
import org.jooq.Condition;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.InsertOnDuplicateSetMoreStep;
import org.jooq.InsertValuesStep4;
import org.jooq.Record;
import org.jooq.Record4;
import org.jooq.RecordMapper;
import org.jooq.SQLDialect;
import org.jooq.SelectField;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;

/**
 * jOOQ as its manual recommends for speed: execution logging off, rows mapped by constructor references
 * ({@code Records.mapping}) instead of by reflection, batches for many rows, IN lists padded. Related rows are read by a
 * second query and not by MULTISET, whose JSON is more than twice as slow on databases this near.
 */
public final class JooqContender implements Contender {
    private static final List<SelectField<?>> USER = List.of(USER_ID, EMAIL, USERNAME, AGE, VERIFIED, COUNTRY, SCORE);
    private static final List<SelectField<?>> POST = List.of(POST_ID, TITLE, BODY, PUBLISHED, VIEWS, AUTHOR_ID);

    private static final RecordMapper<Record, Rows.User> TO_USER = row -> new Rows.User(
            row.get(USER_ID),
            row.get(EMAIL),
            row.get(USERNAME),
            row.get(AGE),
            row.get(VERIFIED),
            row.get(COUNTRY),
            row.get(SCORE));

    private final HikariDataSource pool;
    private final DSLContext db;
    private final boolean arrays;

    public JooqContender(Place place, int connections) {
        pool = place.pool(connections);
        arrays = place.venue() == Venue.POSTGRESQL;
        db = DSL.using(
                pool,
                switch (place.venue()) {
                    case SQLITE -> SQLDialect.SQLITE;
                    case POSTGRESQL -> SQLDialect.POSTGRES;
                    case H2 -> SQLDialect.H2;
                },
                new Settings().withExecuteLogging(false).withInListPadding(true));
    }

    @Override
    public Object findUnique(int id) {
        return db.select(USER_ID, EMAIL, USERNAME, AGE, VERIFIED, COUNTRY, SCORE)
                .from(USERS)
                .where(USER_ID.eq(id))
                .fetchSingle(mapping(Rows.User::new));
    }

    @Override
    public Object findFirst(String country, int age) {
        return db.select(USER_ID, EMAIL, USERNAME, AGE, VERIFIED, COUNTRY, SCORE)
                .from(USERS)
                .where(COUNTRY.eq(country), AGE.ge(age), VERIFIED.eq(true))
                .orderBy(USER_ID)
                .limit(1)
                .fetchSingle(mapping(Rows.User::new));
    }

    @Override
    public List<?> findMany(int rows) {
        return db.select(POST_ID, TITLE, BODY, PUBLISHED, VIEWS, AUTHOR_ID)
                .from(POSTS)
                .orderBy(POST_ID)
                .limit(rows)
                .fetch(mapping(Rows.Post::new));
    }

    @Override
    public List<?> page(int age, int skip, int take) {
        return db.select(USER_ID, EMAIL, USERNAME, AGE, VERIFIED, COUNTRY, SCORE)
                .from(USERS)
                .where(AGE.ge(age), VERIFIED.eq(true))
                .orderBy(USERNAME.desc())
                .limit(take)
                .offset(skip)
                .fetch(mapping(Rows.User::new));
    }

    private Condition among(Field<Integer> field, Collection<Integer> keys) {
        return arrays ? field.eq(any(keys.toArray(new Integer[0]))) : field.in(keys);
    }

    private List<Rows.User> users(int from, int users) {
        return db.select(USER)
                .from(USERS)
                .where(USER_ID.ge(from), USER_ID.lt(from + users))
                .orderBy(USER_ID)
                .fetch(TO_USER);
    }

    private List<Rows.Post> postsOf(List<Rows.User> users) {
        return db.select(POST_ID, TITLE, BODY, PUBLISHED, VIEWS, AUTHOR_ID)
                .from(POSTS)
                .where(among(AUTHOR_ID, users.stream().map(Rows.User::id).toList()))
                .orderBy(POST_ID)
                .fetch(mapping(Rows.Post::new));
    }

    @Override
    public List<?> usersWithPosts(int from, int users) {
        List<Rows.User> found = users(from, users);
        Map<Integer, List<Rows.Post>> posts = new HashMap<>();
        for (Rows.Post post : postsOf(found)) {
            posts.computeIfAbsent(post.authorId(), key -> new ArrayList<>()).add(post);
        }
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
    }

    @Override
    public List<?> usersWithDiscussions(int from, int users) {
        List<Rows.User> found = users(from, users);
        List<Rows.Post> posts = postsOf(found);
        Map<Integer, List<Rows.Comment>> comments = new HashMap<>();
        db.select(COMMENT_ID, TEXT, COMMENT_POST)
                .from(COMMENTS)
                .where(among(COMMENT_POST, posts.stream().map(Rows.Post::id).toList()))
                .orderBy(COMMENT_ID)
                .fetch(mapping(Rows.Comment::new))
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
    }

    @Override
    public List<?> postsWithTags(int from, int posts) {
        List<Rows.Post> found = db.select(POST_ID, TITLE, BODY, PUBLISHED, VIEWS, AUTHOR_ID)
                .from(POSTS)
                .where(POST_ID.ge(from), POST_ID.lt(from + posts))
                .orderBy(POST_ID)
                .fetch(mapping(Rows.Post::new));
        Map<Integer, List<Rows.Tag>> tags = new HashMap<>();
        db.select(TAGGED_POST, TAG_ID, TAG_NAME)
                .from(POST_TAG)
                .join(TAGS)
                .on(TAG_ID.eq(TAG_OF_POST))
                .where(among(TAGGED_POST, found.stream().map(Rows.Post::id).toList()))
                .orderBy(TAG_ID)
                .fetch()
                .forEach(row -> tags.computeIfAbsent(row.value1(), key -> new ArrayList<>())
                        .add(new Rows.Tag(row.value2(), row.value3())));
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
    }

    @Override
    public List<?> threeOfTwenty(int rows) {
        return db.select(WIDE_ID, S1, I1)
                .from(WIDE)
                .orderBy(WIDE_ID)
                .limit(rows)
                .fetch(mapping(Rows.Narrow::new));
    }

    @Override
    public long count(int age) {
        return db.select(DSL.count())
                .from(USERS)
                .where(AGE.ge(age))
                .fetchSingle()
                .value1();
    }

    @Override
    public List<?> groupBy() {
        return db.select(COUNTRY, DSL.count(), avg(AGE))
                .from(USERS)
                .groupBy(COUNTRY)
                .orderBy(COUNTRY)
                .fetch(mapping((country, users, average) ->
                        new Rows.CountryStatistics(country, users, average == null ? null : average.doubleValue())));
    }

    private static InsertValuesStep4<Record, String, String, Integer, Integer> insert(
            DSLContext context, NewCustomer customer) {
        return context.insertInto(CUSTOMERS, CUSTOMER_EMAIL, CUSTOMER_NAME, CUSTOMER_AGE, BALANCE)
                .values(customer.email(), customer.name(), customer.age(), customer.balance());
    }

    private static int insertForId(DSLContext context, NewCustomer customer) {
        return insert(context, customer)
                .returningResult(CUSTOMER_ID)
                .fetchSingle()
                .value1();
    }

    @Override
    public Object create(NewCustomer customer) {
        return insert(db, customer)
                .returningResult(CUSTOMER_ID, CUSTOMER_EMAIL, CUSTOMER_NAME, CUSTOMER_AGE, BALANCE)
                .fetchSingle(mapping(Rows.Customer::new));
    }

    @Override
    public Object createWithPurchases(NewCustomer customer, List<NewPurchase> purchases) {
        return db.transactionResult(configuration -> {
            DSLContext inside = configuration.dsl();
            int id = insertForId(inside, customer);
            List<Rows.Purchase> made = arrays ? together(inside, purchases, id) : oneByOne(inside, purchases, id);
            return new Rows.CustomerWithPurchases(
                    id, customer.email(), customer.name(), customer.age(), customer.balance(), made);
        });
    }

    private static List<Rows.Purchase> together(DSLContext inside, List<NewPurchase> purchases, int customer) {
        InsertValuesStep4<Record, String, Integer, Double, Integer> insert =
                inside.insertInto(PURCHASES, PRODUCT, QUANTITY, PRICE, PURCHASE_CUSTOMER);
        for (NewPurchase purchase : purchases) {
            insert = insert.values(purchase.product(), purchase.quantity(), purchase.price(), customer);
        }
        return insert.returningResult(PURCHASE_ID, PRODUCT, QUANTITY, PRICE, PURCHASE_CUSTOMER)
                .fetch(mapping(Rows.Purchase::new));
    }

    /** On SQLite jOOQ gives back only the last of several new rows. */
    private static List<Rows.Purchase> oneByOne(DSLContext inside, List<NewPurchase> purchases, int customer) {
        List<Rows.Purchase> made = new ArrayList<>();
        for (NewPurchase purchase : purchases) {
            int id = purchase(inside, purchase, customer);
            made.add(new Rows.Purchase(id, purchase.product(), purchase.quantity(), purchase.price(), customer));
        }
        return made;
    }

    @Override
    public long createMany(List<NewEvent> events) {
        return db.transactionResult(configuration -> {
            DSLContext inside = configuration.dsl();
            BatchBindStep batch = inside.batch(inside.insertInto(EVENTS, EVENT_ID, KIND, AMOUNT, PAYLOAD)
                    .values((Integer) null, (String) null, (Integer) null, (String) null));
            for (NewEvent event : events) {
                batch = batch.bind(event.id(), event.kind(), event.amount(), event.payload());
            }
            return (long) batch.execute().length;
        });
    }

    @Override
    public Object update(int id, int balance) {
        return db.update(CUSTOMERS)
                .set(BALANCE, balance)
                .where(CUSTOMER_ID.eq(id))
                .returningResult(CUSTOMER_ID, CUSTOMER_EMAIL, CUSTOMER_NAME, CUSTOMER_AGE, BALANCE)
                .fetchSingle(mapping(Rows.Customer::new));
    }

    /** On SQLite jOOQ gives back the last new row, not the changed one, so there it takes a second statement. */
    @Override
    public Object upsert(NewCustomer customer) {
        InsertOnDuplicateSetMoreStep<Record> upsert =
                insert(db, customer).onConflict(CUSTOMER_EMAIL).doUpdate().set(BALANCE, excluded(BALANCE));
        if (arrays) {
            return upsert.returningResult(CUSTOMER_ID, CUSTOMER_EMAIL, CUSTOMER_NAME, CUSTOMER_AGE, BALANCE)
                    .fetchSingle(mapping(Rows.Customer::new));
        }
        upsert.execute();
        return db.select(CUSTOMER_ID, CUSTOMER_EMAIL, CUSTOMER_NAME, CUSTOMER_AGE, BALANCE)
                .from(CUSTOMERS)
                .where(CUSTOMER_EMAIL.eq(customer.email()))
                .fetchSingle(mapping(Rows.Customer::new));
    }

    @Override
    public long updateMany(int age, int amount) {
        return db.update(CUSTOMERS)
                .set(BALANCE, OLD_BALANCE.plus(amount))
                .where(CUSTOMER_AGE.ge(age))
                .execute();
    }

    @Override
    public int fiveWrites(NewCustomer customer, NewPurchase first, NewPurchase second) {
        return db.transactionResult(configuration -> {
            DSLContext inside = configuration.dsl();
            int id = insertForId(inside, customer);
            int purchase = purchase(inside, first, id);
            purchase(inside, second, id);
            inside.update(CUSTOMERS).set(BALANCE, 50).where(CUSTOMER_ID.eq(id)).execute();
            inside.deleteFrom(PURCHASES).where(PURCHASE_ID.eq(purchase)).execute();
            return id;
        });
    }

    private static int purchase(DSLContext context, NewPurchase purchase, int customer) {
        return context.insertInto(PURCHASES, PRODUCT, QUANTITY, PRICE, PURCHASE_CUSTOMER)
                .values(purchase.product(), purchase.quantity(), purchase.price(), customer)
                .returningResult(PURCHASE_ID)
                .fetchSingle()
                .value1();
    }

    @Override
    public long stream() {
        return db.transactionResult(configuration -> {
            long sum = 0;
            try (Cursor<Record4<Integer, String, Integer, String>> rows = configuration
                    .dsl()
                    .select(EVENT_ID, KIND, AMOUNT, PAYLOAD)
                    .from(EVENTS)
                    .fetchSize(1000)
                    .fetchLazy()) {
                for (Record4<Integer, String, Integer, String> row : rows) {
                    sum += new NewEvent(row.value1(), row.value2(), row.value3(), row.value4()).amount();
                }
            }
            return sum;
        });
    }

    @Override
    public void close() {
        pool.close();
    }
}
