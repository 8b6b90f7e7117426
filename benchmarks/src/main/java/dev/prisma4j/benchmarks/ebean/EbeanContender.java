package dev.prisma4j.benchmarks.ebean;

import com.zaxxer.hikari.HikariDataSource;
import dev.prisma4j.benchmarks.Contender;
import dev.prisma4j.benchmarks.data.NewCustomer;
import dev.prisma4j.benchmarks.data.NewCustomer.NewPurchase;
import dev.prisma4j.benchmarks.data.NewEvent;
import dev.prisma4j.benchmarks.data.Place;
import dev.prisma4j.benchmarks.data.Rows;
import dev.prisma4j.benchmarks.data.Venue;
import dev.prisma4j.benchmarks.ebean.Entities.Customer;
import dev.prisma4j.benchmarks.ebean.Entities.Event;
import dev.prisma4j.benchmarks.ebean.Entities.Post;
import dev.prisma4j.benchmarks.ebean.Entities.Purchase;
import dev.prisma4j.benchmarks.ebean.Entities.User;
import dev.prisma4j.benchmarks.ebean.Entities.Wide;
import io.ebean.Database;
import io.ebean.DatabaseFactory;
import io.ebean.Transaction;
import io.ebean.config.DatabaseConfig;
import java.util.ArrayList;
import java.util.List;

/**
 * Ebean as its documentation recommends for speed: unmodifiable results, related rows by further queries
 * ({@code fetchQuery}), only the properties that are needed, JDBC batches, updates by query.
 */
public final class EbeanContender implements Contender {
    private final HikariDataSource pool;
    private final Database db;
    private final boolean batchesTellIds;

    public EbeanContender(Place place, int connections) {
        pool = place.pool(connections);
        batchesTellIds = place.venue() == Venue.POSTGRESQL;
        DatabaseConfig config = new DatabaseConfig();
        config.setName("benchmarks" + System.identityHashCode(this));
        config.setDataSource(pool);
        config.setDefaultServer(false);
        config.setRegister(false);
        config.setDdlGenerate(false);
        config.setDdlRun(false);
        config.setDisableClasspathSearch(true);
        if (place.venue() == Venue.POSTGRESQL) {
            config.setDatabasePlatformName("postgres");
        } else {
            config.setDatabasePlatformName(place.venue().toString());
        }
        for (Class<?> entity : Entities.class.getDeclaredClasses()) {
            config.addClass(entity);
        }
        db = DatabaseFactory.create(config);
    }

    @Override
    public Object findUnique(int id) {
        return db.find(User.class).setUnmodifiable(true).where().idEq(id).findOne();
    }

    @Override
    public Object findFirst(String country, int age) {
        return db.find(User.class)
                .setUnmodifiable(true)
                .where()
                .eq("country", country)
                .ge("age", age)
                .eq("verified", true)
                .orderBy("id")
                .setMaxRows(1)
                .findOne();
    }

    @Override
    public List<?> findMany(int rows) {
        return db.find(Post.class)
                .setUnmodifiable(true)
                .orderBy("id")
                .setMaxRows(rows)
                .findList();
    }

    @Override
    public List<?> page(int age, int skip, int take) {
        return db.find(User.class)
                .setUnmodifiable(true)
                .where()
                .ge("age", age)
                .eq("verified", true)
                .orderBy("username desc")
                .setFirstRow(skip)
                .setMaxRows(take)
                .findList();
    }

    @Override
    public List<?> usersWithPosts(int from, int users) {
        return db.find(User.class)
                .setUnmodifiable(true)
                .fetchQuery("posts")
                .where()
                .ge("id", from)
                .lt("id", from + users)
                .orderBy("id")
                .findList();
    }

    @Override
    public List<?> usersWithDiscussions(int from, int users) {
        return db.find(User.class)
                .setUnmodifiable(true)
                .fetchQuery("posts")
                .fetchQuery("posts.comments")
                .where()
                .ge("id", from)
                .lt("id", from + users)
                .orderBy("id")
                .findList();
    }

    @Override
    public List<?> postsWithTags(int from, int posts) {
        return db.find(Post.class)
                .setUnmodifiable(true)
                .fetchQuery("tags")
                .where()
                .ge("id", from)
                .lt("id", from + posts)
                .orderBy("id")
                .findList();
    }

    @Override
    public List<?> threeOfTwenty(int rows) {
        return db.find(Wide.class)
                .setUnmodifiable(true)
                .select("s1, i1")
                .orderBy("id")
                .setMaxRows(rows)
                .findList();
    }

    @Override
    public long count(int age) {
        return db.find(User.class).where().ge("age", age).findCount();
    }

    @Override
    public List<?> groupBy() {
        return db.findDto(
                        Rows.CountryStatistics.class,
                        "SELECT country, COUNT(*) AS users, AVG(age) AS average_age FROM users GROUP BY country"
                                + " ORDER BY country")
                .findList();
    }

    private static Customer entity(NewCustomer customer) {
        Customer entity = new Customer();
        entity.setEmail(customer.email());
        entity.setName(customer.name());
        entity.setAge(customer.age());
        entity.setBalance(customer.balance());
        return entity;
    }

    private static Purchase entity(NewPurchase purchase) {
        Purchase entity = new Purchase();
        entity.setProduct(purchase.product());
        entity.setQuantity(purchase.quantity());
        entity.setPrice(purchase.price());
        return entity;
    }

    @Override
    public Object create(NewCustomer customer) {
        Customer entity = entity(customer);
        db.insert(entity);
        return entity;
    }

    /** SQLite's driver tells only the last id of a batch, so there the purchases go one by one. */
    @Override
    public Object createWithPurchases(NewCustomer customer, List<NewPurchase> purchases) {
        try (Transaction transaction = db.beginTransaction()) {
            Customer entity = entity(customer);
            db.insert(entity);
            List<Purchase> all = new ArrayList<>();
            for (NewPurchase purchase : purchases) {
                Purchase made = entity(purchase);
                made.setCustomer(entity);
                all.add(made);
            }
            if (batchesTellIds) {
                db.insertAll(all);
            } else {
                all.forEach(db::insert);
            }
            transaction.commit();
            entity.setPurchases(all);
            return entity;
        }
    }

    @Override
    public long createMany(List<NewEvent> events) {
        List<Event> entities = new ArrayList<>(events.size());
        for (NewEvent event : events) {
            Event entity = new Event();
            entity.setId(event.id());
            entity.setKind(event.kind());
            entity.setAmount(event.amount());
            entity.setPayload(event.payload());
            entities.add(entity);
        }
        try (Transaction transaction = db.beginTransaction()) {
            transaction.setBatchMode(true);
            transaction.setBatchSize(1000);
            db.insertAll(entities);
            transaction.commit();
        }
        return entities.size();
    }

    @Override
    public Object update(int id, int balance) {
        try (Transaction transaction = db.beginTransaction()) {
            Customer entity = db.find(Customer.class, id);
            entity.setBalance(balance);
            db.update(entity);
            transaction.commit();
            return entity;
        }
    }

    @Override
    public Object upsert(NewCustomer customer) {
        try (Transaction transaction = db.beginTransaction()) {
            Customer known = db.find(Customer.class)
                    .where()
                    .eq("email", customer.email())
                    .findOne();
            if (known == null) {
                known = entity(customer);
                db.insert(known);
            } else {
                known.setBalance(customer.balance());
                db.update(known);
            }
            transaction.commit();
            return known;
        }
    }

    @Override
    public long updateMany(int age, int amount) {
        return db.update(Customer.class)
                .setRaw("balance = balance + ?", amount)
                .where()
                .ge("age", age)
                .update();
    }

    @Override
    public int fiveWrites(NewCustomer customer, NewPurchase first, NewPurchase second) {
        try (Transaction transaction = db.beginTransaction()) {
            Customer entity = entity(customer);
            db.insert(entity);
            Purchase purchase = entity(first);
            purchase.setCustomer(entity);
            db.insert(purchase);
            Purchase other = entity(second);
            other.setCustomer(entity);
            db.insert(other);
            entity.setBalance(50);
            db.update(entity);
            db.delete(purchase);
            transaction.commit();
            return entity.getId();
        }
    }

    @Override
    public long stream() {
        long[] sum = {0};
        db.find(Event.class).setUnmodifiable(true).findEach(event -> sum[0] += event.getAmount());
        return sum[0];
    }

    @Override
    public void close() {
        db.shutdown(false, false);
        pool.close();
    }
}
