package dev.prisma4j.testkit.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prisma4j.migrate.Migrate;
import dev.prisma4j.migrate.command.PushOptions;
import dev.prisma4j.migrate.command.PushResult;
import dev.prisma4j.migrate.danger.DataLoss;
import dev.prisma4j.migrate.error.MigrateException;
import dev.prisma4j.schema.format.Formatter;
import dev.prisma4j.schema.model.Provider;
import dev.prisma4j.schema.model.Schema;
import dev.prisma4j.testkit.DatabaseKind;
import dev.prisma4j.testkit.laws.ReferenceEngine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/**
 * What {@code db push} says of changes that lose data or cannot be made, on tables with and without rows, is what the reference
 * says, numbers included. Its answers are kept beside the changes, so that it is not needed. MySQL and MariaDB have no
 * reference; both say the same. On every database a change of which nothing is said loses no value, and every change can be
 * made where there are no rows.
 *
 * <p>A sample by default, and all beside the reference with {@link Asked}; {@code -Dprisma4j.reference.keep=true} writes new ones to the temporary folder.
 */
class DangerTest {
    @TempDir
    Path folder;

    private int asked;
    private final List<String> wrong = new ArrayList<>();
    private final StringBuilder told = new StringBuilder();

    /** A change: models before, rows, models after. */
    private record Change(String name, String databases, String before, List<String> rows, String after) {
        boolean isFor(DatabaseKind kind) {
            return databases.equals("all") || databases.contains(kind.provider().text());
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void dangersAreToldAsByTheReference(DatabaseKind kind) throws IOException, SQLException {
        Asked.database(kind);
        try (Bench ours = new Bench(kind);
                Bench theirs = new Bench(kind);
                ReferenceEngine reference = Asked.all() ? Asked.reference(kind, folder) : null) {
            List<Change> own = changes().stream().filter(c -> c.isFor(kind)).toList();
            for (Change change : Asked.some(own, kind.provider() == Provider.MYSQL ? 3 : 6)) {
                check(ours, theirs, reference, change, true);
                check(ours, theirs, reference, change, false);
            }
        }
        System.out.println(kind.title() + ": " + asked + " dangers told, " + wrong.size() + " wrong");
        assertThat(wrong).isEmpty();
        String kept = "dangers-" + kind.provider().text() + ".txt";
        if (Boolean.getBoolean("prisma4j.reference.keep")) {
            String name = "dangers-" + kind.name().toLowerCase(Locale.ROOT) + ".txt";
            Files.writeString(Path.of(System.getProperty("java.io.tmpdir")).resolve(name), told);
        }
        List<String> known = List.of(resource(kept).split("(?m)(?=^== )"));
        assertThat(known).containsAll(List.of(told.toString().split("(?m)(?=^== )")));
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = DangerTest.class.getResourceAsStream(name)) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<Change> changes() throws IOException {
        List<Change> changes = new ArrayList<>();
        for (String text : resource("dangers.txt").split("(?m)^== ")) {
            String[] parts = text.split("(?m)^--$");
            if (parts.length == 3) {
                String title = parts[0].lines().findFirst().orElseThrow();
                int brace = title.lastIndexOf(" (");
                changes.add(new Change(
                        title.substring(0, brace),
                        title.substring(brace + 2, title.length() - 1),
                        models(parts[0].substring(title.length())),
                        parts[1].strip().lines().toList(),
                        models(parts[2])));
            }
        }
        return changes;
    }

    private static String models(String text) {
        return text.strip().replace("; ", "\n").replace("{ ", "{\n").replace(" }", "\n}");
    }

    private static Pack.Text text(DatabaseKind kind, String models) {
        String datasource = "datasource db {\n  provider = \"" + kind.provider().text() + "\"\n}\n";
        return new Pack.Text(
                "danger",
                Formatter.format(Pack.Text.of("danger", datasource + models).files()));
    }

    private void check(Bench ours, Bench theirs, @Nullable ReferenceEngine reference, Change change, boolean rows)
            throws IOException, SQLException {
        String id = change.name() + (rows ? "" : ", without rows");
        prepare(ours, change, rows);
        StoredValues before = StoredValues.of(ours.database());
        String said = push(ours, text(ours.kind(), change.after()).schema());
        if (said.isEmpty()) {
            before.notIn(StoredValues.of(ours.database())).forEach(lost -> wrong.add(id + ": " + lost));
        }
        if (!rows) {
            leavesNothing(id, ours.migrate(text(ours.kind(), change.after()).schema()));
        }
        told.append("== ").append(id).append('\n').append(said).append('\n');
        asked++;
        if (reference != null) {
            prepare(theirs, change, rows);
            String expected = push(theirs, reference, text(ours.kind(), change.after()));
            if (!said.equals(expected)) {
                wrong.add(id + "\n" + Lines.difference(said, expected));
            }
        }
    }

    /** What is only dangerous, or impossible with rows, is done without them, and the database is as the schema says. */
    private void leavesNothing(String id, Migrate migrate) {
        migrate.push(new PushOptions(true, false));
        PushResult again = migrate.push(new PushOptions(true, false));
        if (again.outcome() != PushResult.Outcome.IN_SYNC) {
            wrong.add(id + " leaves something to do: " + again.migration().steps());
        }
    }

    private static void prepare(Bench bench, Change change, boolean rows) throws SQLException {
        bench.empty();
        bench.migrate(text(bench.kind(), change.before()).schema()).push(new PushOptions(true, false));
        for (String row : rows ? change.rows() : List.<String>of()) {
            bench.database().execute(sql(bench.kind(), row));
        }
    }

    private static String sql(DatabaseKind kind, String row) {
        String sql = kind.provider().text().equals("mysql") ? row.replace('"', '`') : row;
        boolean postgres = kind == DatabaseKind.POSTGRESQL;
        return sql.replace("{true}", postgres ? "true" : "1").replace("{bytes}", postgres ? "'\\x01'" : "x'01'");
    }

    /** What we say: what is impossible, what is dangerous, or what the database says against it. */
    private static String push(Bench bench, Schema after) {
        try {
            PushResult result = bench.migrate(after).push(new PushOptions(false, false));
            return lines("impossible", result.dataLoss().unexecutable())
                    + lines("warning", result.dataLoss().warnings());
        } catch (MigrateException e) {
            return "refused by the database\n";
        }
    }

    private static String lines(String kind, List<DataLoss.Finding> findings) {
        StringBuilder lines = new StringBuilder();
        findings.forEach(
                f -> lines.append(kind).append(": ").append(f.message()).append('\n'));
        return lines.toString();
    }

    private static String push(Bench bench, ReferenceEngine reference, Pack.Text after) throws IOException {
        Map<String, Object> params = Map.of("force", false, "schema", ReferenceEngine.files(after.byName()));
        JsonNode answer =
                reference.ask(bench.database(), after.byName(), List.of(ReferenceEngine.call("schemaPush", params)));
        if (answer.has("error")) {
            return "refused by the database\n";
        }
        StringBuilder lines = new StringBuilder();
        answer.get("result")
                .get("unexecutable")
                .forEach(m -> lines.append("impossible: ").append(m.asString()).append('\n'));
        answer.get("result")
                .get("warnings")
                .forEach(m -> lines.append("warning: ").append(m.asString()).append('\n'));
        return lines.toString();
    }
}
