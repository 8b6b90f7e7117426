package dev.prisma4j.benchmarks.prisma4j;

import dev.prisma4j.benchmarks.Contender;
import dev.prisma4j.benchmarks.data.NewCustomer;
import dev.prisma4j.benchmarks.data.NewCustomer.NewPurchase;
import dev.prisma4j.benchmarks.data.NewEvent;
import dev.prisma4j.benchmarks.data.Rows;
import dev.prisma4j.benchmarks.generated.sqlite.Event;
import dev.prisma4j.benchmarks.generated.sqlite.PrismaClient;
import dev.prisma4j.client.expression.Select;
import java.util.List;
import java.util.stream.Stream;

/**
 * prisma4j through its generated client for SQLite. A client belongs to its database, so there is a class for each;
 * {@code ConsistencyTest} sees that they are the same but for the client's package.
 */
public final class Prisma4jOnSqlite implements Contender {
    private final PrismaClient prisma;

    public Prisma4jOnSqlite(PrismaClient prisma) {
        this.prisma = prisma;
    }

    @Override
    public Object findUnique(int id) {
        return prisma.user().findUnique(u -> u.id(id)).orElseThrow();
    }

    @Override
    public Object findFirst(String country, int age) {
        return prisma.user()
                .findFirst(q -> q.where(u -> u.country()
                                .eq(country)
                                .and(u.age().gte(age))
                                .and(u.verified().eq(true)))
                        .orderBy(u -> u.id().asc()))
                .orElseThrow();
    }

    @Override
    public List<?> findMany(int rows) {
        return prisma.post().findMany(q -> q.orderBy(p -> p.id().asc()).take(rows));
    }

    @Override
    public List<?> page(int age, int skip, int take) {
        return prisma.user()
                .findMany(q -> q.where(u -> u.age().gte(age).and(u.verified().eq(true)))
                        .orderBy(u -> u.username().desc())
                        .skip(skip)
                        .take(take));
    }

    @Override
    public List<?> usersWithPosts(int from, int users) {
        return prisma.user()
                .findMany(q -> q.where(u -> u.id().gte(from).and(u.id().lt(from + users)))
                        .orderBy(u -> u.id().asc())
                        .include(i -> i.posts(p -> p.orderBy(x -> x.id().asc()))));
    }

    @Override
    public List<?> usersWithDiscussions(int from, int users) {
        return prisma.user()
                .findMany(q -> q.where(u -> u.id().gte(from).and(u.id().lt(from + users)))
                        .orderBy(u -> u.id().asc())
                        .include(i -> i.posts(p -> p.orderBy(x -> x.id().asc())
                                .include(j -> j.comments(c -> c.orderBy(x -> x.id().asc()))))));
    }

    @Override
    public List<?> postsWithTags(int from, int posts) {
        return prisma.post()
                .findMany(q -> q.where(p -> p.id().gte(from).and(p.id().lt(from + posts)))
                        .orderBy(p -> p.id().asc())
                        .include(i -> i.tags(t -> t.orderBy(x -> x.id().asc()))));
    }

    @Override
    public List<?> threeOfTwenty(int rows) {
        return prisma.wide()
                .findMany(q -> q.orderBy(w -> w.id().asc())
                        .take(rows)
                        .select(s -> s.id().s1().i1()));
    }

    @Override
    public long count(int age) {
        return prisma.user().count(q -> q.where(u -> u.age().gte(age)));
    }

    @Override
    public List<?> groupBy() {
        return prisma.user()
                .groupBy(g -> g.by(u -> u.country())
                        .orderBy(u -> u.country().asc())
                        .map(u ->
                                Select.of(u.country(), u.count(), u.age().avg()).as(Rows.CountryStatistics::new)));
    }

    @Override
    public Object create(NewCustomer customer) {
        return prisma.customer()
                .create(c -> c.email(customer.email())
                        .name(customer.name())
                        .age(customer.age())
                        .balance(customer.balance()));
    }

    @Override
    public Object createWithPurchases(NewCustomer customer, List<NewPurchase> purchases) {
        return prisma.customer()
                .create(
                        c -> c.email(customer.email())
                                .name(customer.name())
                                .age(customer.age())
                                .balance(customer.balance())
                                .purchases(all -> {
                                    for (NewPurchase purchase : purchases) {
                                        all.create(p -> p.product(purchase.product())
                                                .quantity(purchase.quantity())
                                                .price(purchase.price()));
                                    }
                                }),
                        q -> q.include(i -> i.purchases()));
    }

    @Override
    public long createMany(List<NewEvent> events) {
        return prisma.event()
                .createMany(
                        events,
                        (row, event) -> row.id(event.id())
                                .kind(event.kind())
                                .amount(event.amount())
                                .payload(event.payload()));
    }

    @Override
    public Object update(int id, int balance) {
        return prisma.customer().update(c -> c.id(id), d -> d.balance(balance));
    }

    @Override
    public Object upsert(NewCustomer customer) {
        return prisma.customer()
                .upsert(
                        c -> c.email(customer.email()),
                        c -> c.email(customer.email())
                                .name(customer.name())
                                .age(customer.age())
                                .balance(customer.balance()),
                        d -> d.balance(customer.balance()));
    }

    @Override
    public long updateMany(int age, int amount) {
        return prisma.customer().updateMany(c -> c.age().gte(age), d -> d.balance(b -> b.increment(amount)));
    }

    @Override
    public int fiveWrites(NewCustomer customer, NewPurchase first, NewPurchase second) {
        return prisma.transaction(tx -> {
            int id = tx.customer()
                    .create(c -> c.email(customer.email())
                            .name(customer.name())
                            .age(customer.age())
                            .balance(customer.balance()))
                    .id();
            int purchase = tx.purchase()
                    .create(p -> p.product(first.product())
                            .quantity(first.quantity())
                            .price(first.price())
                            .customerId(id))
                    .id();
            tx.purchase()
                    .create(p -> p.product(second.product())
                            .quantity(second.quantity())
                            .price(second.price())
                            .customerId(id));
            tx.customer().update(c -> c.id(id), d -> d.balance(50));
            tx.purchase().delete(p -> p.id(purchase));
            return id;
        });
    }

    @Override
    public long stream() {
        try (Stream<Event> events = prisma.event().stream(q -> q)) {
            return events.mapToLong(Event::amount).sum();
        }
    }

    @Override
    public void close() {
        prisma.close();
    }

    @Override
    public String toString() {
        return "prisma4j";
    }
}
