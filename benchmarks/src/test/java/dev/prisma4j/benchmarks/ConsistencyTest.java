// The comparison is honest: everybody gives the same answers and leaves the same rows.
package dev.prisma4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prisma4j.benchmarks.data.NewCustomer;
import dev.prisma4j.benchmarks.data.NewEvent;
import dev.prisma4j.benchmarks.data.Place;
import dev.prisma4j.benchmarks.data.Venue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsistencyTest {
    private static final Plain USER = Plain.of("id", "email", "username", "age", "verified", "country", "score");
    private static final Plain POST = Plain.of("id", "title", "body", "published", "views", "authorId");
    private static final Plain COMMENT = Plain.of("id", "text", "postId");
    private static final Plain TAG = Plain.of("id", "name");
    private static final Plain NARROW = Plain.of("id", "s1", "i1");
    private static final Plain GROUP = Plain.of("country", "users", "averageAge");
    private static final Plain CUSTOMER = Plain.of("id", "email", "name", "age", "balance");
    private static final Plain PURCHASE = Plain.of("id", "product", "quantity", "price");

    /** SQLite unless the property names another: {@code -Dbenchmarks.venue=postgresql}. */
    private final Venue venue = Venue.of(System.getProperty("benchmarks.venue", "sqlite"));

    private final Venues venues = new Venues();
    private @Nullable Map<String, @Nullable Object> expected;

    @AfterAll
    void close() throws Exception {
        venues.close();
    }

    @ParameterizedTest
    @EnumSource(Library.class)
    void everyLibraryGivesTheSameAnswersAsJdbcAndLeavesTheSameRows(Library library) throws Exception {
        if (expected == null) {
            expected = answers(Library.JDBC);
        }
        Map<String, @Nullable Object> answers = answers(library);
        assertThat(answers.keySet()).isEqualTo(expected.keySet());
        for (String operation : answers.keySet()) {
            assertThat(answers.get(operation)).as(library + " " + operation).isEqualTo(expected.get(operation));
        }
    }

    @ParameterizedTest
    @EnumSource(Library.class)
    void everyLibraryReadsTheSameRowsOfH2(Library library) throws Exception {
        assertThat(POST.read(venues.contender(Venue.H2, library, 2).findMany(100)))
                .isEqualTo(POST.read(venues.contender(Venue.H2, Library.JDBC, 2).findMany(100)));
    }

    private Map<String, @Nullable Object> answers(Library library) throws Exception {
        Contender contender = venues.contender(venue, library, 2);
        Place place = venues.place(venue, library);
        Map<String, @Nullable Object> answers = new LinkedHashMap<>();
        reads(contender, answers);
        try (Connection connection = place.connect()) {
            dev.prisma4j.benchmarks.data.Tables.reset(connection, venue);
            writes(contender, answers);
            answers.put("customers", dump(connection, "customers"));
            answers.put("purchases", dump(connection, "purchases"));
            answers.put("events", dump(connection, "events"));
        }
        answers.put("stream", contender.stream());
        return answers;
    }

    private static void reads(Contender contender, Map<String, @Nullable Object> answers) throws Exception {
        answers.put("findUnique", USER.read(contender.findUnique(17)));
        answers.put("findUnique without age", USER.read(contender.findUnique(20)));
        answers.put("findFirst", USER.read(contender.findFirst("Chad", 30)));
        answers.put("findMany", POST.read(contender.findMany(10)));
        answers.put("findMany again", POST.read(contender.findMany(1000)));
        answers.put("page", USER.read(contender.page(30, 20, 10)));
        answers.put("usersWithPosts", USER.with("posts", POST).read(contender.usersWithPosts(11, 100)));
        answers.put(
                "usersWithDiscussions",
                USER.with("posts", POST.with("comments", COMMENT)).read(contender.usersWithDiscussions(21, 30)));
        answers.put("postsWithTags", POST.with("tags", TAG).read(contender.postsWithTags(31, 100)));
        answers.put("threeOfTwenty", NARROW.read(contender.threeOfTwenty(50)));
        answers.put("count", contender.count(40));
        answers.put("groupBy", GROUP.read(contender.groupBy()));
    }

    private static void writes(Contender contender, Map<String, @Nullable Object> answers) throws Exception {
        NewCustomer first = NewCustomer.of(2001);
        NewCustomer second = NewCustomer.of(2002);
        NewCustomer third = NewCustomer.of(2003);
        answers.put("create", CUSTOMER.read(contender.create(first)));
        answers.put(
                "createWithPurchases",
                CUSTOMER.with("purchases", PURCHASE)
                        .read(contender.createWithPurchases(second, second.tenPurchases())));
        answers.put("createMany", contender.createMany(NewEvent.list(250)));
        answers.put("update", CUSTOMER.read(contender.update(7, 77)));
        answers.put("updateMany", contender.updateMany(70, 5));
        answers.put(
                "fiveWrites",
                contender.fiveWrites(
                        third, third.tenPurchases().get(0), third.tenPurchases().get(1)));
        // Last, because a database may or may not use up an id for the row that was there.
        answers.put(
                "upsert of a known one",
                CUSTOMER.read(contender.upsert(new NewCustomer("customer8@example.com", "Nobody", 1, 88))));
        answers.put("upsert of a new one", Plain.of("email", "balance").read(contender.upsert(NewCustomer.of(2004))));
    }

    private static List<Map<String, @Nullable Object>> dump(Connection connection, String table) throws Exception {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT * FROM \"" + table + "\" ORDER BY \"id\"")) {
            int columns = row.getMetaData().getColumnCount();
            while (row.next()) {
                Map<String, @Nullable Object> values = new LinkedHashMap<>();
                for (int i = 1; i <= columns; i++) {
                    values.put(row.getMetaData().getColumnLabel(i), row.getObject(i));
                }
                if (!"customer2004@example.com".equals(values.get("email"))) {
                    rows.add(values);
                }
            }
        }
        return rows;
    }

    @Test
    void theTwoClassesOfPrisma4jDifferOnlyInTheClient() throws Exception {
        Path folder = Path.of("src/main/java/dev/prisma4j/benchmarks/prisma4j");
        String sqlite = Files.readString(folder.resolve("Prisma4jOnSqlite.java"));
        String postgres = Files.readString(folder.resolve("Prisma4jOnPostgres.java"));
        assertThat(sqlite.replace("OnSqlite", "OnPostgres")
                        .replace(".sqlite.", ".postgresql.")
                        .replace("client for SQLite", "client for PostgreSQL"))
                .isEqualTo(postgres);
    }
}
