package dev.prisma4j.testkit.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prisma4j.migrate.Migrate;
import dev.prisma4j.migrate.command.DiffSide;
import dev.prisma4j.migrate.error.MigrateException;
import dev.prisma4j.migrate.introspect.Introspection;
import dev.prisma4j.schema.CompiledSchema;
import dev.prisma4j.schema.SchemaCompiler;
import dev.prisma4j.schema.source.SourceFile;
import dev.prisma4j.testkit.DatabaseKind;
import dev.prisma4j.testkit.laws.ReferenceEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/**
 * Every valid schema is pushed and pulled, from nothing and over itself: the text and the warnings are those of the reference's
 * pull of the same database. MySQL has no reference; there what was pulled has to compile and to ask for no change. What a
 * server refuses is left out ({@link Refusals}).
 *
 * <p>A sample by default; see {@link Asked}.
 */
@Tag("conformance")
class RoundTripTest {
    private static final Pattern USUAL_NAME = Pattern.compile("(\\s+\\w+\\s+(\\w+)\\[])\\s+@relation\\(\"(\\w+)\"\\)");

    /** Where the reference loses something or writes what it refuses itself: see docs/differences.md. */
    private static final List<String> DIFFERENT_ON_PURPOSE = List.of(
            "crafted/unicode-names", // names that the language cannot have, and an enum without a name
            "crafted/alignment-mixed", // enums on SQLite
            "crafted/enum-support-sqlite",
            "matrix/default-literals-sqlite",
            "matrix/default-functions-on-id-sqlite-valid", // expressions as texts, on SQLite
            "matrix/default-literals-postgresql-BigInt-valid", // a list of BigInt as an expression
            "typegraphql", // comments on relations
            "reformat-reformat-L580", // comments on the configuration
            "source_with_comments",
            "packages-client-fixtures-blog", // a comment that it once wrote itself
            "many_to_man-0d2ef113", // the sides of a relation of a model with itself
            "typed-sql-postgres-lists-postgresql-1"); // the precision of times in lists

    @TempDir
    Path folder;

    private final Refusals refusals = new Refusals();
    private int pushed;
    private int compared;
    private int different;
    private final List<String> wrong = new ArrayList<>();

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void whatWasPushedIsPulledAsByTheReference(DatabaseKind kind) throws IOException, SQLException {
        Pack pack = Asked.pack(kind);
        List<Pack.Text> texts = new ArrayList<>(pack.schemas(kind.provider().text()));
        texts.addAll(pack.historySchemas(kind.provider().text()));
        try (Bench bench = new Bench(kind);
                ReferenceEngine reference = Asked.reference(kind, folder)) {
            for (Pack.Text text : Asked.some(texts, 5)) {
                try {
                    check(bench, reference, text);
                } catch (SQLException | RuntimeException e) {
                    wrong.add(text.id() + ": " + e);
                }
            }
        }
        wrong.addAll(refusals.unknown(kind));
        System.out.println(kind.title() + ": " + pushed + " schemas pushed and pulled, " + compared
                + " pulls compared with the reference's, " + different + " different on purpose, " + wrong.size()
                + " wrong");
        assertThat(wrong).isEmpty();
    }

    private void check(Bench bench, @Nullable ReferenceEngine reference, Pack.Text text)
            throws SQLException, IOException {
        bench.empty();
        Pack.Text taken = refusals.push(bench, text);
        if (taken == null) {
            return;
        }
        pushed++;
        pull(
                bench,
                reference,
                text.id() + " from nothing",
                List.of(SourceFile.of("schema.prisma", configuration(taken))));
        pull(bench, reference, text.id() + " over itself", taken.files());
    }

    /** The blocks of a schema that are neither models nor enums. */
    private static String configuration(Pack.Text text) {
        StringBuilder blocks = new StringBuilder();
        for (SourceFile file : text.files()) {
            boolean inside = false;
            for (String line : file.text().lines().toList()) {
                inside |= line.matches("\\s*(datasource|generator)\\s+\\w+\\s*\\{.*");
                if (inside) {
                    blocks.append(line).append('\n');
                    inside = !line.strip().endsWith("}");
                }
            }
        }
        return blocks.toString();
    }

    /**
     * The text without the configuration, which the reference puts into an order of its own, and without the comments
     * between blocks, which it drops; without the names that it gives to relations that have no other, and without
     * {@code @ignore} of relations, which it forgets.
     */
    private static String datamodel(String file) {
        StringBuilder kept = new StringBuilder();
        String model = "";
        boolean configuration = false;
        boolean block = false;
        for (String line : file.lines().toList()) {
            configuration |= !block && line.matches("(datasource|generator)\\s.*");
            block |= !configuration && line.matches("(model|view|enum|type)\\s.*");
            if (line.matches("\\s+\\w+\\s+\\w+(\\?|\\[\\])?.* @ignore")) {
                line = line.replaceFirst("\\s+@ignore$", "");
            }
            Matcher list = USUAL_NAME.matcher(line);
            if (list.matches() && usualName(model, list.group(2)).equals(list.group(3))) {
                line = list.group(1);
            }
            if (line.startsWith("model ")) {
                model = line.split(" ")[1];
            }
            if (block || !configuration && !line.isBlank() && !line.matches("\\s*//([^/].*)?")) {
                kept.append(line).append('\n');
            }
            if (line.startsWith("}")) {
                configuration = false;
                block = false;
            }
        }
        return kept.toString();
    }

    private static String usualName(String one, String other) {
        return one.compareTo(other) < 0 ? one + "To" + other : other + "To" + one;
    }

    private void pull(Bench bench, @Nullable ReferenceEngine reference, String id, List<SourceFile> files)
            throws IOException, SQLException {
        Pack.Text before = new Pack.Text(id, files);
        Migrate migrate = bench.migrate(before.schema());
        Introspection ours;
        try {
            ours = migrate.pull(files, false);
        } catch (MigrateException e) {
            boolean nothing = "P4001".equals(e.code()) && bench.catalog().isEmpty();
            if (reference == null ? !nothing : !ask(bench, reference, before).has("error")) {
                wrong.add(id + ": " + e.getMessage());
            }
            return;
        }
        CompiledSchema compiled = SchemaCompiler.compile(ours.files());
        if (!compiled.isValid()) {
            wrong.add(id + " does not compile: " + compiled.errors() + "\n"
                    + ours.files().get(0).text());
            return;
        }
        String left = migrate.diff(new DiffSide.OfDatabase(), new DiffSide.OfSchema(compiled.orThrow()))
                .script();
        if (!id.contains("crafted/unicode-names")
                && !migrate.diff(new DiffSide.OfDatabase(), new DiffSide.OfSchema(compiled.orThrow()))
                        .isEmpty()) {
            wrong.add(id + " asks for a change: " + left);
        }
        if (reference != null) {
            compare(id, ours, ask(bench, reference, before));
        }
    }

    private static JsonNode ask(Bench bench, ReferenceEngine reference, Pack.Text text) throws IOException {
        Map<String, Object> params = new LinkedHashMap<>();
        params.put("schema", ReferenceEngine.files(text.byName()));
        params.put("force", false);
        params.put("compositeTypeDepth", -1);
        params.put("namespaces", null);
        params.put("baseDirectoryPath", ".");
        return reference.ask(bench.database(), text.byName(), List.of(ReferenceEngine.call("introspect", params)));
    }

    private void compare(String id, Introspection ours, JsonNode answer) {
        if (answer.has("error")) {
            System.out.println(
                    "  the reference fails: " + id + ": " + answer.get("error").asString());
            return;
        }
        if (DIFFERENT_ON_PURPOSE.stream().anyMatch(id::contains)) {
            different++;
            return;
        }
        compared++;
        Map<String, String> theirFiles = new TreeMap<>();
        answer.get("result")
                .get("schema")
                .get("files")
                .forEach(f -> theirFiles.put(
                        f.get("path").asString(), f.get("content").asString()));
        Map<String, String> ourFiles = new TreeMap<>();
        ours.files().forEach(f -> ourFiles.put(f.name(), f.text()));
        ourFiles.replaceAll((name, file) -> datamodel(file));
        theirFiles.replaceAll((name, file) -> datamodel(file));
        if (!ourFiles.equals(theirFiles)) {
            wrong.add(id + "\n" + Lines.difference(ourFiles.toString(), theirFiles.toString()));
        }
        String theirWarnings =
                answer.get("result").path("warnings").asString("").strip();
        String ourWarnings =
                ours.warnings().isEmpty() ? "" : "*** WARNING ***\n\n" + String.join("\n\n", ours.warnings());
        if (!ourWarnings.strip().equals(theirWarnings)) {
            wrong.add(id + " warnings\n" + Lines.difference(ourWarnings, theirWarnings));
        }
    }
}
