package dev.prisma4j.benchmarks.hibernate;

import com.zaxxer.hikari.HikariDataSource;
import dev.prisma4j.benchmarks.Contender;
import dev.prisma4j.benchmarks.data.NewCustomer;
import dev.prisma4j.benchmarks.data.NewCustomer.NewPurchase;
import dev.prisma4j.benchmarks.data.NewEvent;
import dev.prisma4j.benchmarks.data.Place;
import dev.prisma4j.benchmarks.data.Rows;
import dev.prisma4j.benchmarks.data.Venue;
import dev.prisma4j.benchmarks.hibernate.Entities.Customer;
import dev.prisma4j.benchmarks.hibernate.Entities.Event;
import dev.prisma4j.benchmarks.hibernate.Entities.Post;
import dev.prisma4j.benchmarks.hibernate.Entities.Purchase;
import dev.prisma4j.benchmarks.hibernate.Entities.User;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hibernate.Hibernate;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.cfg.Configuration;

/**
 * Hibernate ORM as its guide recommends for speed: stateless sessions where nothing has to be tracked, read-only sessions
 * and batch fetching for related rows, projections into records, JDBC batches, padded IN lists.
 */
public final class HibernateContender implements Contender {
    private final HikariDataSource pool;
    private final SessionFactory sessions;

    public HibernateContender(Place place, int connections) {
        pool = place.pool(connections);
        Configuration configuration = new Configuration();
        for (Class<?> entity : Entities.class.getDeclaredClasses()) {
            configuration.addAnnotatedClass(entity);
        }
        configuration.getProperties().put("hibernate.connection.datasource", pool);
        configuration.setProperty("hibernate.jdbc.batch_size", "1000");
        configuration.setProperty("hibernate.order_inserts", "true");
        configuration.setProperty("hibernate.query.in_clause_parameter_padding", "true");
        configuration.setProperty("hibernate.hbm2ddl.auto", "none");
        if (place.venue() == Venue.SQLITE) {
            configuration.setProperty("hibernate.dialect", "org.hibernate.community.dialect.SQLiteDialect");
        }
        sessions = configuration.buildSessionFactory();
    }

    private <R> R stateless(Function<StatelessSession, R> work) {
        try (StatelessSession session = sessions.openStatelessSession()) {
            return work.apply(session);
        }
    }

    private <R> R atomically(Function<StatelessSession, R> work) {
        return sessions.fromStatelessTransaction(work);
    }

    private <R> R reading(Function<Session, R> work) {
        try (Session session = sessions.openSession()) {
            session.setDefaultReadOnly(true);
            return work.apply(session);
        }
    }

    @Override
    public Object findUnique(int id) {
        return stateless(session -> session.get(User.class, id));
    }

    @Override
    public Object findFirst(String country, int age) {
        return stateless(session -> session.createSelectionQuery(
                        "from User where country = :country and age >= :age and verified = true order by id",
                        User.class)
                .setParameter("country", country)
                .setParameter("age", age)
                .setMaxResults(1)
                .getSingleResult());
    }

    @Override
    public List<?> findMany(int rows) {
        return stateless(session -> session.createSelectionQuery("from Post order by id", Post.class)
                .setMaxResults(rows)
                .getResultList());
    }

    @Override
    public List<?> page(int age, int skip, int take) {
        return stateless(session -> session.createSelectionQuery(
                        "from User where age >= :age and verified = true order by username desc", User.class)
                .setParameter("age", age)
                .setFirstResult(skip)
                .setMaxResults(take)
                .getResultList());
    }

    private static List<User> users(Session session, int from, int users) {
        return session.createSelectionQuery("from User where id >= :from and id < :to order by id", User.class)
                .setParameter("from", from)
                .setParameter("to", from + users)
                .getResultList();
    }

    @Override
    public List<?> usersWithPosts(int from, int users) {
        return reading(session -> {
            List<User> found = users(session, from, users);
            found.forEach(user -> Hibernate.initialize(user.posts));
            return found;
        });
    }

    @Override
    public List<?> usersWithDiscussions(int from, int users) {
        return reading(session -> {
            List<User> found = users(session, from, users);
            found.forEach(user -> Hibernate.initialize(user.posts));
            found.forEach(user -> user.posts.forEach(post -> Hibernate.initialize(post.comments)));
            return found;
        });
    }

    @Override
    public List<?> postsWithTags(int from, int posts) {
        return reading(session -> {
            List<Post> found = session.createSelectionQuery(
                            "from Post where id >= :from and id < :to order by id", Post.class)
                    .setParameter("from", from)
                    .setParameter("to", from + posts)
                    .getResultList();
            found.forEach(post -> Hibernate.initialize(post.tags));
            return found;
        });
    }

    @Override
    public List<?> threeOfTwenty(int rows) {
        return stateless(
                session -> session.createSelectionQuery("select id, s1, i1 from Wide order by id", Rows.Narrow.class)
                        .setMaxResults(rows)
                        .getResultList());
    }

    @Override
    public long count(int age) {
        return stateless(
                session -> session.createSelectionQuery("select count(*) from User where age >= :age", Long.class)
                        .setParameter("age", age)
                        .getSingleResult());
    }

    @Override
    public List<?> groupBy() {
        return stateless(session -> session.createSelectionQuery(
                        "select country, count(*), avg(age) from User group by country order by country",
                        Rows.CountryStatistics.class)
                .getResultList());
    }

    private static Customer entity(NewCustomer customer) {
        Customer entity = new Customer();
        entity.email = customer.email();
        entity.name = customer.name();
        entity.age = customer.age();
        entity.balance = customer.balance();
        return entity;
    }

    private static Purchase entity(NewPurchase purchase, Customer customer) {
        Purchase entity = new Purchase();
        entity.product = purchase.product();
        entity.quantity = purchase.quantity();
        entity.price = purchase.price();
        entity.customer = customer;
        return entity;
    }

    @Override
    public Object create(NewCustomer customer) {
        return atomically(session -> {
            Customer entity = entity(customer);
            session.insert(entity);
            return entity;
        });
    }

    @Override
    public Object createWithPurchases(NewCustomer customer, List<NewPurchase> purchases) {
        return atomically(session -> {
            Customer entity = entity(customer);
            session.insert(entity);
            for (NewPurchase purchase : purchases) {
                Purchase made = entity(purchase, entity);
                session.insert(made);
                entity.purchases.add(made);
            }
            return entity;
        });
    }

    @Override
    public long createMany(List<NewEvent> events) {
        return atomically(session -> {
            List<Event> entities = new ArrayList<>(events.size());
            for (NewEvent event : events) {
                Event entity = new Event();
                entity.id = event.id();
                entity.kind = event.kind();
                entity.amount = event.amount();
                entity.payload = event.payload();
                entities.add(entity);
            }
            session.insertMultiple(entities);
            return (long) entities.size();
        });
    }

    @Override
    public Object update(int id, int balance) {
        return atomically(session -> {
            Customer entity = session.get(Customer.class, id);
            entity.balance = balance;
            session.update(entity);
            return entity;
        });
    }

    @Override
    public Object upsert(NewCustomer customer) {
        return atomically(session -> {
            Customer known = session.createSelectionQuery("from Customer where email = :email", Customer.class)
                    .setParameter("email", customer.email())
                    .getSingleResultOrNull();
            if (known == null) {
                Customer entity = entity(customer);
                session.insert(entity);
                return entity;
            }
            known.balance = customer.balance();
            session.update(known);
            return known;
        });
    }

    @Override
    public long updateMany(int age, int amount) {
        return atomically(session ->
                (long) session.createMutationQuery("update Customer set balance = balance + :amount where age >= :age")
                        .setParameter("amount", amount)
                        .setParameter("age", age)
                        .executeUpdate());
    }

    @Override
    public int fiveWrites(NewCustomer customer, NewPurchase first, NewPurchase second) {
        return atomically(session -> {
            Customer entity = entity(customer);
            session.insert(entity);
            Purchase purchase = entity(first, entity);
            session.insert(purchase);
            session.insert(entity(second, entity));
            entity.balance = 50;
            session.update(entity);
            session.delete(purchase);
            return entity.id;
        });
    }

    @Override
    public long stream() {
        return atomically(session -> {
            try (Stream<Event> events = session.createSelectionQuery("from Event", Event.class)
                    .setFetchSize(1000)
                    .getResultStream()) {
                return events.mapToLong(event -> event.amount).sum();
            }
        });
    }

    @Override
    public void close() {
        sessions.close();
        pool.close();
    }
}
