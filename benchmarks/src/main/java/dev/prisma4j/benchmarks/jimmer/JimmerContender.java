package dev.prisma4j.benchmarks.jimmer;

import com.zaxxer.hikari.HikariDataSource;
import dev.prisma4j.benchmarks.Contender;
import dev.prisma4j.benchmarks.data.NewCustomer;
import dev.prisma4j.benchmarks.data.NewCustomer.NewPurchase;
import dev.prisma4j.benchmarks.data.NewEvent;
import dev.prisma4j.benchmarks.data.Place;
import dev.prisma4j.benchmarks.data.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.babyfish.jimmer.sql.JSqlClient;
import org.babyfish.jimmer.sql.ast.mutation.AssociatedSaveMode;
import org.babyfish.jimmer.sql.ast.mutation.SaveMode;
import org.babyfish.jimmer.sql.dialect.Dialect;
import org.babyfish.jimmer.sql.dialect.H2Dialect;
import org.babyfish.jimmer.sql.dialect.PostgresDialect;
import org.babyfish.jimmer.sql.dialect.SQLiteDialect;
import org.babyfish.jimmer.sql.runtime.ConnectionManager;
import org.babyfish.jimmer.sql.runtime.DatabaseValidationMode;

/**
 * Jimmer as its documentation recommends for speed: fetchers for related rows, which are read for all parents at once
 * (a list would be read for 16 of them otherwise), save commands in batches, no cache.
 */
public final class JimmerContender implements Contender {
    private static final UserTable USER = UserTable.$;
    private static final PostTable POST = PostTable.$;
    private static final WideTable WIDE = WideTable.$;
    private static final CustomerTable CUSTOMER = CustomerTable.$;
    private static final PurchaseTable PURCHASE = PurchaseTable.$;
    private static final EventTable EVENT = EventTable.$;

    private static final PostFetcher WHOLE_POST =
            PostFetcher.$.allScalarFields().authorId();
    private static final UserFetcher WITH_POSTS =
            UserFetcher.$.allScalarFields().posts(WHOLE_POST);
    private static final UserFetcher WITH_DISCUSSIONS = UserFetcher.$
            .allScalarFields()
            .posts(WHOLE_POST.comments(CommentFetcher.$.allScalarFields().postId()));
    private static final PostFetcher WITH_TAGS = WHOLE_POST.tags(TagFetcher.$.allScalarFields());
    private static final WideFetcher NARROW = WideFetcher.$.s1().i1();

    private final HikariDataSource pool;
    private final JSqlClient client;

    public JimmerContender(Place place, int connections) {
        pool = place.pool(connections);
        Dialect dialect = switch (place.venue()) {
            case SQLITE -> new SQLiteDialect();
            case POSTGRESQL -> new PostgresDialect();
            case H2 -> new H2Dialect();
        };
        client = JSqlClient.newBuilder()
                .setConnectionManager(ConnectionManager.simpleConnectionManager(pool))
                .setDialect(dialect)
                .setDatabaseValidationMode(DatabaseValidationMode.NONE)
                .setDefaultBatchSize(1000)
                .setDefaultListBatchSize(1000)
                .build();
    }

    private interface Work<R> {
        R run(Connection connection) throws SQLException;
    }

    private <R> R atomically(Work<R> work) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try {
                R result = work.run(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        }
    }

    @Override
    public Object findUnique(int id) {
        return client.createQuery(USER).where(USER.id().eq(id)).select(USER).fetchOne();
    }

    @Override
    public Object findFirst(String country, int age) {
        return client.createQuery(USER)
                .where(
                        USER.country().eq(country),
                        USER.age().ge(age),
                        USER.verified().eq(true))
                .orderBy(USER.id().asc())
                .select(USER)
                .limit(1)
                .fetchOne();
    }

    @Override
    public List<?> findMany(int rows) {
        return client.createQuery(POST)
                .orderBy(POST.id().asc())
                .select(POST.fetch(WHOLE_POST))
                .limit(rows)
                .execute();
    }

    @Override
    public List<?> page(int age, int skip, int take) {
        return client.createQuery(USER)
                .where(USER.age().ge(age), USER.verified().eq(true))
                .orderBy(USER.username().desc())
                .select(USER)
                .limit(take, skip)
                .execute();
    }

    @Override
    public List<?> usersWithPosts(int from, int users) {
        return client.createQuery(USER)
                .where(USER.id().ge(from), USER.id().lt(from + users))
                .orderBy(USER.id().asc())
                .select(USER.fetch(WITH_POSTS))
                .execute();
    }

    @Override
    public List<?> usersWithDiscussions(int from, int users) {
        return client.createQuery(USER)
                .where(USER.id().ge(from), USER.id().lt(from + users))
                .orderBy(USER.id().asc())
                .select(USER.fetch(WITH_DISCUSSIONS))
                .execute();
    }

    @Override
    public List<?> postsWithTags(int from, int posts) {
        return client.createQuery(POST)
                .where(POST.id().ge(from), POST.id().lt(from + posts))
                .orderBy(POST.id().asc())
                .select(POST.fetch(WITH_TAGS))
                .execute();
    }

    @Override
    public List<?> threeOfTwenty(int rows) {
        return client.createQuery(WIDE)
                .orderBy(WIDE.id().asc())
                .select(WIDE.fetch(NARROW))
                .limit(rows)
                .execute();
    }

    @Override
    public long count(int age) {
        return client.createQuery(USER)
                .where(USER.age().ge(age))
                .select(USER.count())
                .fetchOne();
    }

    @Override
    public List<?> groupBy() {
        return client
                .createQuery(USER)
                .groupBy(USER.country())
                .orderBy(USER.country().asc())
                .select(USER.country(), USER.count(), USER.age().avg())
                .execute()
                .stream()
                .map(row -> new Rows.CountryStatistics(
                        row.get_1(), row.get_2(), row.get_3() == null ? null : ((Number) row.get_3()).doubleValue()))
                .toList();
    }

    private static void fill(CustomerDraft draft, NewCustomer customer) {
        draft.setEmail(customer.email());
        draft.setName(customer.name());
        draft.setAge(customer.age());
        draft.setBalance(customer.balance());
    }

    private static void fill(PurchaseDraft draft, NewPurchase purchase) {
        draft.setProduct(purchase.product());
        draft.setQuantity(purchase.quantity());
        draft.setPrice(purchase.price());
    }

    @Override
    public Object create(NewCustomer customer) {
        return client.getEntities()
                .saveCommand(CustomerDraft.$.produce(draft -> fill(draft, customer)))
                .setMode(SaveMode.INSERT_ONLY)
                .execute()
                .getModifiedEntity();
    }

    @Override
    public Object createWithPurchases(NewCustomer customer, List<NewPurchase> purchases) throws SQLException {
        List<Purchase> all = new ArrayList<>();
        for (NewPurchase purchase : purchases) {
            all.add(PurchaseDraft.$.produce(draft -> fill(draft, purchase)));
        }
        Customer entity = CustomerDraft.$.produce(draft -> {
            fill(draft, customer);
            draft.setPurchases(all);
        });
        return atomically(connection -> client.getEntities()
                .saveCommand(entity)
                .setMode(SaveMode.INSERT_ONLY)
                .setAssociatedModeAll(AssociatedSaveMode.APPEND)
                .execute(connection)
                .getModifiedEntity());
    }

    @Override
    public long createMany(List<NewEvent> events) throws SQLException {
        List<Event> entities = new ArrayList<>(events.size());
        for (NewEvent event : events) {
            entities.add(EventDraft.$.produce(draft -> {
                draft.setId(event.id());
                draft.setKind(event.kind());
                draft.setAmount(event.amount());
                draft.setPayload(event.payload());
            }));
        }
        return atomically(connection -> (long) client.getEntities()
                .saveEntitiesCommand(entities)
                .setMode(SaveMode.INSERT_ONLY)
                .execute(connection)
                .getTotalAffectedRowCount());
    }

    /** Statements of its own do not give rows back, so that a second one reads the row. */
    @Override
    public Object update(int id, int balance) throws SQLException {
        return atomically(connection -> {
            client.createUpdate(CUSTOMER)
                    .set(CUSTOMER.balance(), balance)
                    .where(CUSTOMER.id().eq(id))
                    .execute(connection);
            return client.createQuery(CUSTOMER)
                    .where(CUSTOMER.id().eq(id))
                    .select(CUSTOMER)
                    .fetchOne(connection);
        });
    }

    @Override
    public Object upsert(NewCustomer customer) throws SQLException {
        Customer entity = CustomerDraft.$.produce(draft -> fill(draft, customer));
        return atomically(connection -> {
            client.getEntities()
                    .saveCommand(entity)
                    .setMode(SaveMode.UPSERT)
                    .setUpsertMask(CustomerProps.BALANCE)
                    .execute(connection);
            return client.createQuery(CUSTOMER)
                    .where(CUSTOMER.email().eq(customer.email()))
                    .select(CUSTOMER)
                    .fetchOne(connection);
        });
    }

    @Override
    public long updateMany(int age, int amount) {
        return client.createUpdate(CUSTOMER)
                .set(CUSTOMER.balance(), CUSTOMER.balance().plus(amount))
                .where(CUSTOMER.age().ge(age))
                .execute();
    }

    @Override
    public int fiveWrites(NewCustomer customer, NewPurchase first, NewPurchase second) throws SQLException {
        return atomically(connection -> {
            int id = client.getEntities()
                    .saveCommand(CustomerDraft.$.produce(draft -> fill(draft, customer)))
                    .setMode(SaveMode.INSERT_ONLY)
                    .execute(connection)
                    .getModifiedEntity()
                    .id();
            int purchase = purchase(connection, first, id);
            purchase(connection, second, id);
            client.createUpdate(CUSTOMER)
                    .set(CUSTOMER.balance(), 50)
                    .where(CUSTOMER.id().eq(id))
                    .execute(connection);
            client.createDelete(PURCHASE).where(PURCHASE.id().eq(purchase)).execute(connection);
            return id;
        });
    }

    private int purchase(Connection connection, NewPurchase purchase, int customer) {
        Purchase entity = PurchaseDraft.$.produce(draft -> {
            fill(draft, purchase);
            draft.applyCustomer(owner -> owner.setId(customer));
        });
        return client.getEntities()
                .saveCommand(entity)
                .setMode(SaveMode.INSERT_ONLY)
                .execute(connection)
                .getModifiedEntity()
                .id();
    }

    @Override
    public long stream() throws SQLException {
        return atomically(connection -> {
            long[] sum = {0};
            client.createQuery(EVENT).select(EVENT).forEach(connection, 1000, event -> sum[0] += event.amount());
            return sum[0];
        });
    }

    @Override
    public void close() {
        pool.close();
    }
}
