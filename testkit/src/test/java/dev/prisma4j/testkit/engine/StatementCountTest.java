// How many statements operations take: never more than Prisma's, however many rows there are.
package dev.prisma4j.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prisma4j.testkit.DatabaseTest;
import dev.prisma4j.testkit.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;

/** The operations and the counts of Prisma 7.10 are in {@code statement-counts.txt}. */
@Tag("matrix")
class StatementCountTest {
    private static final List<String> SEED = List.of(
            "{'data':{'email':'u1','name':'one','posts':{'create':[{'title':'p1','tags':{'create':[{'name':'t1'},{'name':'t2'}]},"
                    + "'comments':{'create':[{'text':'c1'},{'text':'c2'}]}},{'title':'p2'}]}}}",
            "{'data':{'email':'u2','name':'two','posts':{'create':[{'title':'p3','comments':{'create':[{'text':'c3z'}]}}]},"
                    + "'profile':{'create':{'bio':'b'}}}}",
            "{'data':{'email':'u3','name':'three'}}");

    private record Case(
            String name, String action, String model, String arguments, String selection, List<Integer> counts) {
        static List<Case> all() throws IOException {
            List<Case> all = new ArrayList<>();
            for (String line : resource("statement-counts.txt").split("\n", -1)) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] parts = line.split("\\|", -1);
                    List<Integer> counts = new ArrayList<>();
                    for (int i = 5; i < parts.length; i++) {
                        counts.add(Integer.valueOf(parts[i]));
                    }
                    all.add(new Case(parts[0], parts[1], parts[2], parts[3], parts[4], counts));
                }
            }
            return all;
        }

        boolean isAboutAllRows() {
            return action.startsWith("find")
                    || action.startsWith("aggregate")
                    || action.startsWith("group")
                    || action.endsWith("Many");
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = StatementCountTest.class.getResourceAsStream("/" + name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @DatabaseTest
    void noOperationTakesMoreStatementsThanWithPrismaOrMoreForMoreRows(TestDatabase database) throws Exception {
        int column = database.kind().ordinal();
        try (OpenedSchema opened = OpenedSchema.of(database, resource("statement-counts.prisma"))) {
            SEED.forEach(data -> opened.ask("createOne", "User", data, "{'id':true}"));
            List<String> tooMany = new ArrayList<>();
            List<Integer> counts = new ArrayList<>();
            for (Case one : Case.all()) {
                opened.counted();
                opened.ask(one.action, one.model, one.arguments, one.selection);
                List<String> sent = List.copyOf(opened.statements);
                int count = opened.counted();
                counts.add(count);
                if (count > one.counts.get(column)) {
                    tooMany.add(one.name + ": " + count + " for " + one.counts.get(column) + "\n  "
                            + String.join("\n  ", sent));
                }
            }
            assertThat(tooMany).isEmpty();
            moreRowsTakeNoMoreStatements(opened, counts);
        }
    }

    private static void moreRowsTakeNoMoreStatements(OpenedSchema opened, List<Integer> counts) throws IOException {
        StringBuilder users = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            users.append(i == 0 ? "" : ",")
                    .append(
                            "{'title':'more','comments':{'create':[{'text':'z'},{'text':'y'}]},'tags':{'create':{'name':'more")
                    .append(i)
                    .append("'}}}");
        }
        opened.counted();
        opened.ask("createOne", "User", "{'data':{'email':'more','posts':{'create':[" + users + "]}}}", "{'id':true}");
        int many = opened.counted();
        opened.ask(
                "createOne",
                "User",
                "{'data':{'email':'few','posts':{'create':[{'title':'f','comments':{'create':[{'text':'z'}]},'tags':{'create':"
                        + "{'name':'few'}}}]}}}",
                "{'id':true}");
        assertThat(many).isEqualTo(opened.counted());
        List<Case> all = Case.all();
        for (int i = 0; i < all.size(); i++) {
            Case one = all.get(i);
            if (one.isAboutAllRows() && !one.action.startsWith("create")) {
                opened.counted();
                opened.ask(one.action, one.model, one.arguments, one.selection);
                assertThat(opened.counted()).as(one.name).isLessThanOrEqualTo(counts.get(i));
            }
        }
    }
}
