// A walk through the generated client: every call of the README's tour, with what it gives and the SQL it runs.
package quickstart;

import dev.prisma4j.client.RawRow;
import dev.prisma4j.client.Sql;
import dev.prisma4j.client.expression.Select;
import dev.prisma4j.engine.TransactionOptions;
import dev.prisma4j.engine.error.RecordNotFoundException;
import dev.prisma4j.engine.error.UniqueConstraintException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import quickstart.db.Post;
import quickstart.db.PrismaClient;
import quickstart.db.PrismaModels;
import quickstart.db.Role;
import quickstart.db.User;

/** The tour. Start it with {@code DATABASE_URL=file:./dev.db}, after {@code prisma4j migrate dev} has made the database. */
public final class Quickstart {
    private final PrismaClient prisma;
    private final Journal journal;

    private Quickstart(PrismaClient prisma, Journal journal) {
        this.prisma = prisma;
        this.journal = journal;
    }

    public static void main(String[] args) {
        Journal journal = new Journal(System.out);
        try (var prisma = PrismaClient.builder().onStatement(journal).build()) {
            Quickstart tour = new Quickstart(prisma, journal);
            tour.startFresh();
            tour.create();
            tour.find();
            tour.filterAndSort();
            tour.chooseWhatToRead();
            tour.writeRelatedRows();
            tour.change();
            tour.manyAtOnce();
            tour.countAndGroup();
            tour.moveMoney();
            tour.ownSql();
            tour.failWell();
            tour.delete();
        }
    }

    /** So that the tour can be taken again on the same database. */
    private void startFresh() {
        journal.chapter("An empty database");
        journal.say("users removed", prisma.user().deleteAll());
        journal.say("categories removed", prisma.category().deleteAll());
    }

    private void create() {
        journal.chapter("Make rows: required fields are checked by the compiler");
        User alice = prisma.user()
                .create(u -> u.username("alice")
                        .email("alice@example.com")
                        .age(28)
                        .country("Switzerland")
                        .balance(new BigDecimal("100.00"))
                        .isVerified(true));
        journal.say("alice", alice);

        var bob = prisma.user()
                .create(
                        u -> u.username("bob")
                                .email("bob@example.com")
                                .firstName("Bob")
                                .lastName("Builder")
                                .age(41)
                                .country("Switzerland")
                                .role(Role.AUTHOR)
                                .profile(p -> p.create(x -> x.bio("Builds things.")))
                                .posts(p -> p.create(x -> x.title("Hello World").body("My first post!"))
                                        .create(x -> x.title("Prisma for Java").published(true))),
                        q -> q.include(i -> i.posts().profile()));
        journal.say("bob's bio", bob.profile().bio());
        journal.say("bob's posts", bob.posts().size());
    }

    private void find() {
        journal.chapter("Find one row: only by what is unique");
        Optional<User> byEmail = prisma.user().findUnique(u -> u.email("alice@example.com"));
        journal.say("by email", byEmail.map(User::username));
        Optional<User> byName = prisma.user().findUnique(u -> u.firstNameLastName("Bob", "Builder"));
        journal.say("by first and last name", byName.map(User::username));
        Optional<User> younger = prisma.user()
                .findUnique(u -> u.email("alice@example.com").and(w -> w.age().lt(18)));
        journal.say("the same, if she is under age", younger);
        User first = prisma.user()
                .findFirstOrThrow(q -> q.where(u ->
                        u.email().eq("alice@example.com").and(u.isVerified().eq(true))));
        journal.say("the first that fits", first.username());
    }

    private void filterAndSort() {
        journal.chapter("Find many: conditions, order, pages");
        var page = prisma.user()
                .findMany(q -> q.where(u -> u.age().gt(25).and(u.isVerified().eq(true)))
                        .orderBy(u -> u.createdAt().desc())
                        .skip(0)
                        .take(10)
                        .select(s -> s.id().username().email()));
        journal.say("page", page);
        String name = page.get(0).username();
        journal.say("its first name", name);

        List<Post> found = prisma.post()
                .findMany(q -> q.where(p -> p.title()
                        .insensitive()
                        .contains("prisma")
                        .or(p.content().contains("prisma"))));
        journal.say("posts about Prisma", found.size());

        List<User> authors = prisma.user()
                .findMany(q -> q.where(u -> u.posts()
                                .some(p -> p.published().eq(true))
                                .and(u.profile().bio().contains("things"))
                                .and(u.role().in(Role.AUTHOR, Role.ADMIN)))
                        .orderBy(
                                u -> u.posts().count().desc(), u -> u.username().asc()));
        journal.say("published authors", authors.stream().map(User::username).toList());

        List<Post> byAuthorsAge = prisma.post()
                .findMany(q -> q.where(p ->
                                p.author().age().gt(25).and(p.author().country().isNotNull()))
                        .orderBy(p -> p.author().age().desc(), p -> p.id().asc()));
        journal.say(
                "posts by their authors' age",
                byAuthorsAge.stream().map(Post::title).toList());
    }

    private void chooseWhatToRead() {
        journal.chapter("Choose what to read: what was not asked for is not there, for the compiler too");
        var withPosts = prisma.user()
                .findUnique(
                        u -> u.username("bob"),
                        q -> q.include(i ->
                                i.posts(p -> p.where(x -> x.published().eq(true))
                                        .orderBy(x -> x.createdAt().desc())
                                        .take(5))))
                .orElseThrow();
        for (Post post : withPosts.posts()) {
            journal.say(withPosts.email(), post.title());
        }

        var counted = prisma.user()
                .findMany(q -> q.include(i ->
                        i.profile().count(c -> c.posts(p -> p.published().eq(true)))));
        counted.forEach(user -> journal.say(
                user.username(), user.count().posts() + " published, profile: " + (user.profile() != null)));

        var withoutTimes = prisma.user().findMany(q -> q.omit(o -> o.createdAt().updatedAt()));
        journal.say("without times", withoutTimes.get(0));

        var titles = prisma.user().findMany(q -> q.select(s -> s.email().posts(p -> p.select(x -> x.title()))));
        journal.say("e-mail and titles", titles);

        record UserCard(int id, String email) {}
        List<UserCard> cards = prisma.user()
                .findMany(q -> q.map(u -> Select.of(u.id(), u.email()).as(UserCard::new)));
        journal.say("as our own record", cards);

        record Shelf(String owner, List<String> titles, long posts) {}
        List<Shelf> shelves = prisma.user()
                .findMany(q -> q.map(u -> Select.of(
                                u.username(),
                                u.posts(p -> p.take(3).map(x -> x.title())),
                                u.posts().count())
                        .as(Shelf::new)));
        journal.say("with related rows and counts", shelves);
    }

    private void writeRelatedRows() {
        journal.chapter("Write related rows along");
        var post = prisma.post()
                .create(
                        p -> p.title("Typed queries")
                                .author(a -> a.connect(k -> k.username("alice")))
                                .categories(c -> c.create(x -> x.name("Java"))
                                        .connectOrCreate(k -> k.name("Databases"), x -> x.name("Databases"))),
                        q -> q.include(i -> i.author()
                                .categories(c -> c.orderBy(x -> x.name().asc()))));
        journal.say("author", post.author().username());
        journal.say("categories", post.categories());

        var updated = prisma.user()
                .update(
                        u -> u.username("alice"),
                        d -> d.profile(p -> p.upsert(x -> x.bio("Types."), x -> x.bio("Still types.")))
                                .posts(p ->
                                        p.updateMany(x -> x.published().eq(false), x -> x.views(v -> v.increment(1)))),
                        q -> q.include(i -> i.profile().posts()));
        journal.say("alice's bio", updated.profile().bio());
    }

    private void change() {
        journal.chapter("Change rows");
        Post hello = prisma.post().findFirstOrThrow(q -> q.where(p -> p.title().startsWith("Hello")));
        Post published = prisma.post().update(p -> p.id(hello.id()), d -> d.published(true));
        journal.say("published", published.published());
        User carol = prisma.user()
                .upsert(
                        u -> u.email("carol@example.com"),
                        c -> c.username("carol")
                                .email("carol@example.com")
                                .age(35)
                                .country("Norway"),
                        d -> d.age(36));
        journal.say("carol, made", carol.age());
        User again = prisma.user()
                .upsert(
                        u -> u.email("carol@example.com"),
                        c -> c.username("carol").email("carol@example.com"),
                        d -> d.age(a -> a.increment(1)));
        journal.say("carol, changed", again.age());
    }

    private void manyAtOnce() {
        journal.chapter("Many rows in one statement");
        long made = prisma.user()
                .createMany(
                        List.of("dave", "erin", "frank"),
                        (u, name) -> u.username(name)
                                .email(name + "@example.com")
                                .country("Norway")
                                .age(30));
        journal.say("made", made);
        long changed = prisma.user().updateMany(u -> u.country().eq("Norway"), d -> d.isVerified(true));
        journal.say("verified", changed);
        long removed = prisma.post().deleteMany(p -> p.published().eq(false));
        journal.say("drafts removed", removed);
    }

    private void countAndGroup() {
        journal.chapter("Count, aggregate, group");
        journal.say("users", prisma.user().count());
        journal.say("over thirty", prisma.user().count(q -> q.where(u -> u.age().gt(30))));
        journal.say(
                "anybody from Norway?", prisma.user().exists(u -> u.country().eq("Norway")));
        Double average = prisma.user().aggregate(a -> a.map(u -> u.age().avg()));
        journal.say("average age", average);

        record CountryStats(String country, long users, double averageAge) {}
        List<CountryStats> stats = prisma.user()
                .groupBy(g -> g.by(u -> u.country())
                        .having(u -> u.age().avg().gt(30.0))
                        .orderBy(u -> u.count().desc())
                        .map(u ->
                                Select.of(u.country(), u.count(), u.age().avg()).as(CountryStats::new)));
        journal.say("by country", stats);
    }

    private void moveMoney() {
        journal.chapter("Transactions: all or nothing");
        journal.say("transferred", transfer("alice", "bob", new BigDecimal("30.00")));
        try {
            transfer("bob", "alice", new BigDecimal("1000.00"));
        } catch (InsufficientFunds e) {
            journal.say("rolled back", e.getMessage());
        }
        journal.say("balances", balances(prisma));
    }

    record Transfer(BigDecimal left, BigDecimal arrived) {}

    /** Not enough money; thrown in a transaction, it rolls the transaction back and arrives here as it is. */
    static final class InsufficientFunds extends RuntimeException {
        private static final long serialVersionUID = 1L;

        InsufficientFunds(String username) {
            super(username + " has not enough money");
        }
    }

    private Transfer transfer(String from, String to, BigDecimal amount) {
        var options = TransactionOptions.DEFAULT.withTimeout(Duration.ofSeconds(10));
        return prisma.transaction(options, tx -> {
            User sender = tx.user().update(u -> u.username(from), d -> d.balance(b -> b.decrement(amount)));
            if (sender.balance().signum() < 0) {
                throw new InsufficientFunds(from);
            }
            User receiver = tx.user().update(u -> u.username(to), d -> d.balance(b -> b.increment(amount)));
            return new Transfer(sender.balance(), receiver.balance());
        });
    }

    /** Takes the models from wherever they are: the client, or a transaction. */
    private static List<String> balances(PrismaModels models) {
        return models.user()
                .findMany(q -> q.where(u -> u.balance().gt(BigDecimal.ZERO))
                        .orderBy(u -> u.username().asc())
                        .map(u -> Select.of(u.username(), u.balance()).as((name, balance) -> name + " " + balance)));
    }

    private void ownSql() {
        journal.chapter("Your own SQL: {} is always a bound parameter");
        record Titles(String username, long posts) {}
        List<Titles> rows = prisma.queryRaw(Sql.of("""
                        SELECT u.username, COUNT(p.id) AS posts FROM "User" u LEFT JOIN "Post" p ON p."authorId" = u.id
                        WHERE u.username IN ({}) GROUP BY u.username ORDER BY u.username""", Sql.join(List.of("alice", "bob"))), Titles.class);
        journal.say("as records", rows);
        List<RawRow> version = prisma.queryRaw(Sql.of("SELECT sqlite_version() AS version"));
        journal.say("as rows", version.get(0).asMap().keySet());
        journal.say("changed", prisma.executeRaw(Sql.of("UPDATE \"Post\" SET views = views + {}", 1)));
    }

    private void failWell() {
        journal.chapter("Failures have types and Prisma's codes");
        try {
            prisma.user().create(u -> u.username("alice").email("another@example.com"));
        } catch (UniqueConstraintException e) {
            journal.say(e.code(), "taken: " + e.fields());
        }
        try {
            prisma.user().findUniqueOrThrow(u -> u.id(-1));
        } catch (RecordNotFoundException e) {
            journal.say(e.code(), "no such user");
        }
    }

    private void delete() {
        journal.chapter("Delete");
        User gone = prisma.user().delete(u -> u.username("frank"));
        journal.say("deleted", gone.username());
    }
}
