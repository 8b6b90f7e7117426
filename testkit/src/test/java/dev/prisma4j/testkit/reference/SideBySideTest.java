package dev.prisma4j.testkit.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prisma4j.migrate.Migrate;
import dev.prisma4j.migrate.command.DiffResult;
import dev.prisma4j.migrate.command.DiffSide;
import dev.prisma4j.migrate.error.MigrateException;
import dev.prisma4j.schema.model.Schema;
import dev.prisma4j.testkit.DatabaseKind;
import dev.prisma4j.testkit.laws.ReferenceEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/**
 * Every valid schema from nothing, and every real change of one there and back: our script runs on a real server, leaves
 * nothing to do, and where the reference writes another text, both leave the same catalog. MySQL has no reference; there the
 * script has to run and to leave nothing to do. A schema that a server refuses is tried once more without the models concerned
 * ({@link Refusals}).
 *
 * <p>A sample by default; see {@link Asked}.
 */
@Tag("conformance")
class SideBySideTest {
    @TempDir
    Path folder;

    /** What the database of ours holds, so that the way back starts where the way there ended. */
    private Pack.@Nullable Text standing;

    private final Refusals refusals = new Refusals();
    private int same;
    private int compared;
    private int refusedByBoth;
    private final List<String> wrong = new ArrayList<>();

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void ourScriptsLeaveTheCatalogsOfTheReference(DatabaseKind kind) throws IOException, SQLException {
        Pack pack = Asked.pack(kind);
        List<Pack.Change> changes = changes(pack, kind);
        try (Bench ours = new Bench(kind);
                Bench theirs = new Bench(kind);
                ReferenceEngine reference = Asked.reference(kind, folder)) {
            for (Pack.Change change : changes) {
                try {
                    boolean taken = check(ours, theirs, change, expected(reference, kind, change));
                    Pack.Change part = taken || change.before() != null ? null : part(ours, change);
                    if (part != null) {
                        check(ours, theirs, part, expected(reference, kind, part));
                    }
                } catch (SQLException | RuntimeException e) {
                    wrong.add(change.id() + ": " + e);
                }
            }
        }
        wrong.addAll(refusals.unknown(kind));
        System.out.println(kind.title() + ": " + changes.size() + " scripts applied, " + same
                + " of them the reference's text, " + compared + " others with its catalog, " + refusedByBoth
                + " refused by the server as the reference's are, " + wrong.size() + " wrong");
        assertThat(wrong).isEmpty();
    }

    private static List<Pack.Change> changes(Pack pack, DatabaseKind kind) throws IOException {
        String provider = kind.provider().text();
        List<Pack.Change> all = new ArrayList<>();
        pack.schemas(provider).forEach(text -> all.add(new Pack.Change(text.id(), null, text, null)));
        pack.historySchemas(provider).forEach(text -> all.add(new Pack.Change(text.id(), null, text, null)));
        all.addAll(pack.changes(provider));
        return Asked.some(all, 5);
    }

    private static @Nullable String expected(@Nullable ReferenceEngine reference, DatabaseKind kind, Pack.Change change)
            throws IOException {
        if (change.expected() != null || reference == null) {
            return change.expected();
        }
        JsonNode answer = reference.diff(
                kind.provider().text(),
                change.before() == null ? null : change.before().byName(),
                change.after().byName(),
                true);
        return answer.has("error") ? null : answer.get("result").asString();
    }

    /** What the server takes of a schema. */
    private Pack.@Nullable Change part(Bench bench, Pack.Change change) throws SQLException {
        bench.empty();
        Pack.Text taken = refusals.push(bench, change.after());
        return taken == null ? null : new Pack.Change(change.id() + " in part", null, taken, null);
    }

    /** Returns whether the server takes our script. */
    private boolean check(Bench ours, Bench theirs, Pack.Change change, @Nullable String expected) throws SQLException {
        Schema before = change.before() == null ? null : change.before().schema();
        Schema after = change.after().schema();
        String script = script(before, after);
        boolean equal = expected != null && script.strip().equals(expected.strip());
        same += equal ? 1 : 0;
        String refusal = change.before() == standing && standing != null
                ? applyTo(ours, null, script)
                : apply(ours, before, script);
        standing = refusal == null ? change.after() : null;
        if (refusal != null) {
            if (expected != null && (equal || apply(theirs, before, expected) != null)) {
                refusedByBoth++;
                System.out.println("  refused as the reference's: " + change.id() + ": " + refusal);
            } else if (expected == null && change.before() == null) {
                refusals.add(change.id(), refusal);
            } else {
                wrong.add(change.id() + " is refused: " + refusal);
            }
            return false;
        }
        DiffResult left = ours.migrate(after).diff(new DiffSide.OfDatabase(), new DiffSide.OfSchema(after));
        if (!left.isEmpty()) {
            wrong.add(change.id() + " leaves something to do:\n" + left.script());
        }
        if (expected != null && !equal) {
            String theirRefusal = apply(theirs, before, expected);
            if (theirRefusal != null) {
                System.out.println("  only the reference's is refused: " + change.id() + ": " + theirRefusal);
            } else {
                compared++;
                compare(change.id(), ours.catalog(), theirs.catalog());
            }
        }
        return true;
    }

    private void compare(String id, List<String> ours, List<String> theirs) {
        if (!ours.equals(theirs)) {
            List<String> more = new ArrayList<>(ours);
            more.removeAll(theirs);
            List<String> less = new ArrayList<>(theirs);
            less.removeAll(ours);
            wrong.add(id + "\n  ours   " + more + "\n  theirs " + less);
        }
    }

    private static String script(@Nullable Schema before, Schema after) {
        DiffResult diff = Migrate.diff(before, after);
        return diff.isEmpty() ? "" : diff.script();
    }

    /** What the server says against it, with and without extensions, or null. */
    private static @Nullable String apply(Bench bench, @Nullable Schema before, String script) throws SQLException {
        bench.empty();
        String refusal = applyTo(bench, before, script);
        if (refusal != null && refusal.contains("does not exist")) {
            bench.empty();
            bench.extend();
            refusal = applyTo(bench, before, script);
        }
        return refusal;
    }

    private static @Nullable String applyTo(Bench bench, @Nullable Schema before, String script) {
        try {
            if (before != null) {
                bench.run(script(null, before));
            }
            bench.run(script);
            return null;
        } catch (MigrateException e) {
            return e.getMessage();
        }
    }
}
