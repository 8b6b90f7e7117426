package dev.prisma4j.testkit.laws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prisma4j.migrate.Migrate;
import dev.prisma4j.migrate.command.DiffSide;
import dev.prisma4j.migrate.command.PushOptions;
import dev.prisma4j.migrate.command.PushResult;
import dev.prisma4j.migrate.diff.Migration;
import dev.prisma4j.migrate.diff.Step;
import dev.prisma4j.migrate.diff.TableChange;
import dev.prisma4j.migrate.error.MigrateException;
import dev.prisma4j.schema.SchemaCompiler;
import dev.prisma4j.schema.model.Schema;
import dev.prisma4j.schema.source.SourceFile;
import dev.prisma4j.testkit.DatabaseKind;
import dev.prisma4j.testkit.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * From any schema to any other: afterwards the catalog is that of a database made for the second from nothing, describing it
 * finds nothing left to do, and what neither step nor warning gave up is still there.
 *
 * <p>{@code -Dprisma4j.laws.tries=300} tries more, {@code -Dprisma4j.laws.seed=7} others.
 */
class SchemaChangeLawTest {
    private static final int TRIES = Integer.getInteger("prisma4j.laws.tries", 5);
    private static final long SEED = Long.getLong("prisma4j.laws.seed", 20261121L);

    @TempDir
    Path folder;

    private int changed;
    private int refused;

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aChangedSchemaLeavesTheTablesOfTheNewOneAndTheRowsOfTheOld(DatabaseKind kind) throws SQLException {
        try (TestDatabase lived = TestDatabase.server(kind).fresh();
                TestDatabase fresh = TestDatabase.server(kind).fresh()) {
            for (int i = 0; i < TRIES; i++) {
                long seed = SEED + i;
                try {
                    attempt(lived, fresh, new Random(seed));
                } catch (RuntimeException | AssertionError e) {
                    throw new AssertionError("with -Dprisma4j.laws.tries=1 -Dprisma4j.laws.seed=" + seed, e);
                }
            }
        }
        System.out.println(kind.title() + ": " + changed + " schemas changed, " + refused + " changes refused");
    }

    private Migrate project(TestDatabase database, RandomSchema schema) {
        Schema compiled = SchemaCompiler.compile(List.of(SourceFile.of("schema.prisma", schema.text())))
                .orThrow();
        return Migrate.of(compiled, database.url(), folder);
    }

    private void attempt(TestDatabase lived, TestDatabase fresh, Random random) throws SQLException {
        RandomSchema before = RandomSchema.of(lived.kind(), random);
        RandomSchema after = before.changed();
        project(lived, before).push(new PushOptions(true, true));
        RandomRows rows = new RandomRows(lived, before);
        rows.insert(random);
        List<String> catalogBefore = Catalog.of(lived);
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (RandomSchema.Model model : before.models()) {
            values.put(model.table(), List.of(String.valueOf(rows.count(model.table()))));
            for (RandomSchema.Field field : model.fields()) {
                values.put(model.table() + " " + field.name(), rows.values(model.table(), field.name()));
            }
        }
        Migrate project = project(lived, after);
        PushResult result;
        try {
            result = project.push(new PushOptions(true, false));
        } catch (MigrateException e) {
            refused++; // the data did not fit: rows that are not unique, a text that is no number
            return;
        }
        if (result.outcome() == PushResult.Outcome.UNEXECUTABLE) {
            refused++;
            assertThat(Catalog.of(lived)).isEqualTo(catalogBefore);
            return;
        }
        changed++;
        assertThat(project.diff(
                                new DiffSide.OfDatabase(),
                                new DiffSide.OfSchema(project.project().schema()))
                        .summary())
                .as(before.text() + after.text())
                .isEqualTo("No difference detected.");
        project(fresh, after).push(new PushOptions(true, true));
        assertThat(Catalog.of(lived)).as(before.text() + after.text()).isEqualTo(Catalog.of(fresh));
        for (String kept : kept(before, result.migration())) {
            String[] names = kept.split(" ");
            List<String> now =
                    names.length == 1 ? List.of(String.valueOf(rows.count(names[0]))) : rows.values(names[0], names[1]);
            assertThat(now).as(kept + "\n" + before.text() + after.text()).isEqualTo(values.get(kept));
        }
    }

    /** The tables and columns whose values no step touches. */
    private static List<String> kept(RandomSchema before, Migration migration) {
        List<String> kept = new ArrayList<>();
        for (RandomSchema.Model model : before.models()) {
            List<String> touched = touched(migration, model.table());
            if (!touched.contains("")) {
                kept.add(model.table());
                model.fields().stream()
                        .map(RandomSchema.Field::name)
                        .filter(f -> !touched.contains(f))
                        .forEach(f -> kept.add(model.table() + " " + f));
            }
        }
        return kept;
    }

    /** The columns that steps drop or convert; the empty name stands for the table. */
    private static List<String> touched(Migration migration, String table) {
        List<String> touched = new ArrayList<>();
        for (Step step : migration.steps()) {
            if (step instanceof Step.DropTable drop
                    && drop.table().name().name().equals(table)) {
                touched.add("");
            } else if (step instanceof Step.AlterTable alter
                    && alter.to().name().name().equals(table)) {
                for (TableChange change : alter.changes()) {
                    if (change instanceof TableChange.DropColumn c) {
                        touched.add(c.column().name());
                    } else if (change instanceof TableChange.RecreateColumn c) {
                        touched.add(c.from().name());
                    } else if (change instanceof TableChange.AlterColumn c
                            && c.change().type() != null) {
                        touched.add(c.from().name());
                    }
                }
            } else if (step instanceof Step.RedefineTables redefine) {
                for (Step.Redefinition r : redefine.tables()) {
                    if (r.to().name().name().equals(table)) {
                        r.comparison().droppedColumns().forEach(c -> touched.add(c.name()));
                        r.comparison().commonColumns().stream()
                                .filter(c ->
                                        c.change().type() != null || c.change().arity())
                                .forEach(c -> touched.add(c.from().name()));
                    }
                }
            }
        }
        return touched;
    }
}
