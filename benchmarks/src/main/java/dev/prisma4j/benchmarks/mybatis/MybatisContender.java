package dev.prisma4j.benchmarks.mybatis;

import com.zaxxer.hikari.HikariDataSource;
import dev.prisma4j.benchmarks.Contender;
import dev.prisma4j.benchmarks.data.NewCustomer;
import dev.prisma4j.benchmarks.data.NewCustomer.NewPurchase;
import dev.prisma4j.benchmarks.data.NewEvent;
import dev.prisma4j.benchmarks.data.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import org.apache.ibatis.cursor.Cursor;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.LocalCacheScope;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;

/**
 * MyBatis as its guide recommends for speed: nested results instead of nested selects, sessions that commit by themselves
 * for single statements, the batch executor for many rows, no cache.
 */
public final class MybatisContender implements Contender {
    private final HikariDataSource pool;
    private final SqlSessionFactory sessions;

    public MybatisContender(Place place, int connections) {
        pool = place.pool(connections);
        Configuration configuration =
                new Configuration(new Environment("benchmarks", new JdbcTransactionFactory(), pool));
        configuration.setCacheEnabled(false);
        configuration.setLocalCacheScope(LocalCacheScope.STATEMENT);
        configuration.addMapper(Mapper.class);
        sessions = new SqlSessionFactoryBuilder().build(configuration);
    }

    private <R> R with(Function<Mapper, R> work) {
        try (SqlSession session = sessions.openSession(true)) {
            return work.apply(session.getMapper(Mapper.class));
        }
    }

    private <R> R atomically(ExecutorType type, Function<Mapper, R> work) {
        try (SqlSession session = sessions.openSession(type, false)) {
            R result = work.apply(session.getMapper(Mapper.class));
            session.commit(true);
            return result;
        }
    }

    @Override
    public Object findUnique(int id) {
        return with(mapper -> mapper.findUnique(id));
    }

    @Override
    public Object findFirst(String country, int age) {
        return with(mapper -> mapper.findFirst(country, age, true));
    }

    @Override
    public List<?> findMany(int rows) {
        return with(mapper -> mapper.findMany(rows));
    }

    @Override
    public List<?> page(int age, int skip, int take) {
        return with(mapper -> mapper.page(age, true, skip, take));
    }

    @Override
    public List<?> usersWithPosts(int from, int users) {
        return with(mapper -> mapper.usersWithPosts(from, from + users));
    }

    @Override
    public List<?> usersWithDiscussions(int from, int users) {
        return with(mapper -> mapper.usersWithDiscussions(from, from + users));
    }

    @Override
    public List<?> postsWithTags(int from, int posts) {
        return with(mapper -> mapper.postsWithTags(from, from + posts));
    }

    @Override
    public List<?> threeOfTwenty(int rows) {
        return with(mapper -> mapper.threeOfTwenty(rows));
    }

    @Override
    public long count(int age) {
        return with(mapper -> mapper.count(age));
    }

    @Override
    public List<?> groupBy() {
        return with(Mapper::groupBy);
    }

    private static Beans.Customer create(Mapper mapper, NewCustomer customer) {
        return mapper.create(customer.email(), customer.name(), customer.age(), customer.balance());
    }

    @Override
    public Object create(NewCustomer customer) {
        return with(mapper -> create(mapper, customer));
    }

    @Override
    public Object createWithPurchases(NewCustomer customer, List<NewPurchase> purchases) {
        return atomically(ExecutorType.REUSE, mapper -> {
            Beans.Customer made = create(mapper, customer);
            Beans.CustomerWithPurchases result = new Beans.CustomerWithPurchases();
            result.id = made.id;
            result.email = made.email;
            result.name = made.name;
            result.age = made.age;
            result.balance = made.balance;
            result.purchases = mapper.createPurchases(made.id, purchases);
            return result;
        });
    }

    @Override
    public long createMany(List<NewEvent> events) {
        return atomically(ExecutorType.BATCH, mapper -> {
            events.forEach(mapper::createEvent);
            return (long) events.size();
        });
    }

    @Override
    public Object update(int id, int balance) {
        return with(mapper -> mapper.update(id, balance));
    }

    @Override
    public Object upsert(NewCustomer customer) {
        return with(mapper -> mapper.upsert(customer.email(), customer.name(), customer.age(), customer.balance()));
    }

    @Override
    public long updateMany(int age, int amount) {
        return with(mapper -> mapper.updateMany(age, amount));
    }

    @Override
    public int fiveWrites(NewCustomer customer, NewPurchase first, NewPurchase second) {
        return atomically(ExecutorType.REUSE, mapper -> {
            int id = create(mapper, customer).id;
            int purchase = mapper.createPurchases(id, List.of(first)).get(0).id;
            mapper.createPurchases(id, List.of(second));
            mapper.setBalance(id, 50);
            mapper.deletePurchase(purchase);
            return id;
        });
    }

    @Override
    public long stream() {
        return atomically(ExecutorType.SIMPLE, mapper -> {
            try (Cursor<Beans.Event> events = mapper.stream()) {
                long sum = 0;
                for (Beans.Event event : events) {
                    sum += event.amount;
                }
                return sum;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Override
    public void close() {
        pool.close();
    }
}
