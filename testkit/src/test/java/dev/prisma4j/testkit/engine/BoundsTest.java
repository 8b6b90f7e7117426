// Nothing is too long or too deep: lists beyond every parameter limit, nesting beyond every stack.
package dev.prisma4j.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prisma4j.engine.error.PrismaException;
import dev.prisma4j.engine.generic.MapReader;
import dev.prisma4j.engine.query.Condition;
import dev.prisma4j.engine.query.Count;
import dev.prisma4j.engine.query.CreateData;
import dev.prisma4j.engine.query.CreateMany;
import dev.prisma4j.engine.query.DeleteMany;
import dev.prisma4j.engine.query.FieldUpdate;
import dev.prisma4j.engine.query.FindMany;
import dev.prisma4j.engine.query.LoadStrategy;
import dev.prisma4j.engine.query.NestedRead;
import dev.prisma4j.engine.query.ReadArguments;
import dev.prisma4j.engine.query.ReadOptions;
import dev.prisma4j.engine.query.Selection;
import dev.prisma4j.engine.query.UpdateData;
import dev.prisma4j.engine.query.UpdateMany;
import dev.prisma4j.engine.result.RowReader;
import dev.prisma4j.schema.model.RelationField;
import dev.prisma4j.testkit.DatabaseKind;
import dev.prisma4j.testkit.DatabaseTest;
import dev.prisma4j.testkit.TestDatabase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;

@Tag("matrix")
class BoundsTest {
    private static final int MANY = 100_000;
    private static final String MODELS = """
            model Item {
              id       Int    @id
              text     String
              parent   Item?  @relation("tree", fields: [parentId], references: [id], onDelete: NoAction, onUpdate: NoAction)
              parentId Int?
              children Item[] @relation("tree")
              @@index([parentId])
            }
            """;

    private static final String LOOSE = """
            model Loose {
              id     Int @id
              number Int
            }
            """;

    private OpenedSchema opened;
    private final List<Object> ids =
            IntStream.range(0, MANY).boxed().map(Object.class::cast).toList();
    private final List<Object> texts = IntStream.range(0, MANY)
            .mapToObj(i -> "text " + i)
            .map(Object.class::cast)
            .toList();

    @DatabaseTest
    void nothingIsTooLongOrTooDeep(TestDatabase database) {
        try (OpenedSchema schema = OpenedSchema.of(database, MODELS)) {
            opened = schema;
            aHundredThousandRowsAreMadeAtOnce();
            filtersTakeAHundredThousandValues();
            writesTakeAHundredThousandValues();
            deepConditionsWorkOrSaySo();
            deepReadsDoNotOverflowTheStack();
        }
    }

    /** SQLite's columns hold 64 bits, whatever their type says. */
    @DatabaseTest({DatabaseKind.SQLITE})
    void aNumberThatIsTooWideForItsFieldIsSaid(TestDatabase database) {
        try (OpenedSchema schema = OpenedSchema.of(database, MODELS + LOOSE)) {
            opened = schema;
            opened.run("INSERT INTO \"Item\" VALUES (1, 'parent', 3000000000), (3000000000, 'wide', 1)");
            opened.run("INSERT INTO \"Loose\" VALUES (1, 'twelve')");
            Selection<Integer> id = ints("id", row -> row.getInt(0));
            assertThat(many(1, id)).containsExactly(1);
            assertTooWide("id", () -> many(3_000_000_000L, id));
            assertTooWide("parentId", () -> many(1, ints("parentId", row -> row.getInt(0))));
            assertTooWide("parentId", () -> many(1, ints("parentId", row -> row.getIntOrNull(0))));
            Selection<List<Integer>> tree = new Selection<>(
                    opened.model("Item"),
                    List.of(opened.field("Item", "id")),
                    List.of(new NestedRead<>(
                            opened.model("Item").relationField("children").orElseThrow(), ReadArguments.ALL, id)),
                    List.of(),
                    row -> row.many(0));
            assertTooWide("id", () -> many(1, tree));
            assertThatThrownBy(() -> opened.engine.execute(new FindMany<>(
                            opened.model("Loose"),
                            ReadArguments.ALL,
                            Selection.of(
                                    opened.model("Loose"),
                                    List.of(opened.field("Loose", "number")),
                                    row -> row.getInt(0)),
                            ReadOptions.DEFAULT)))
                    .isInstanceOf(PrismaException.class)
                    .hasMessageContaining("Expected an integer");
        }
    }

    private static void assertTooWide(String field, ThrowingCallable read) {
        assertThatThrownBy(read)
                .isInstanceOfSatisfying(
                        PrismaException.class, e -> assertThat(e.code()).isEqualTo("P2023"))
                .hasMessageContaining("Field " + field + " is an Int, and 3000000000 takes more than 32 bits");
    }

    private Selection<Integer> ints(String field, RowReader<Integer> reader) {
        return Selection.of(opened.model("Item"), List.of(opened.field("Item", field)), reader);
    }

    private <T> List<T> many(long id, Selection<T> selection) {
        Condition where = Condition.eq(opened.field("Item", "id"), id);
        return opened.engine.execute(
                new FindMany<>(opened.model("Item"), ReadArguments.where(where), selection, ReadOptions.DEFAULT));
    }

    private long count(Condition where) {
        return opened.engine.execute(new Count(opened.model("Item"), ReadArguments.where(where)));
    }

    private void aHundredThousandRowsAreMadeAtOnce() {
        List<CreateData> rows = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            rows.add(CreateData.builder()
                    .set(opened.field("Item", "id"), i)
                    .set(opened.field("Item", "text"), "text " + i)
                    .set(opened.field("Item", "parentId"), i == 0 ? null : (Object) (i / 2))
                    .build());
        }
        assertThat(opened.engine.execute(new CreateMany(opened.model("Item"), rows, false)))
                .isEqualTo(MANY);
    }

    private void filtersTakeAHundredThousandValues() {
        Condition some = Condition.in(opened.field("Item", "id"), ids.subList(1, MANY));
        List<Map<String, @Nullable Object>> rows = opened.engine.execute(new FindMany<>(
                opened.model("Item"),
                ReadArguments.where(some),
                MapReader.of(opened.model("Item"))
                        .scalar("id")
                        .relation("parent")
                        .selection(),
                ReadOptions.DEFAULT));
        assertThat(rows).hasSize(MANY - 1).allMatch(row -> row.get("parent") != null);
        assertThat(count(Condition.in(opened.field("Item", "text"), texts))).isEqualTo(MANY);
        assertThat(count(new Condition.Not(Condition.in(opened.field("Item", "id"), ids.subList(1, MANY)))))
                .isEqualTo(1);
        assertThat(count(new Condition.Related(
                        relation("parent"),
                        Condition.Quantifier.IS,
                        Condition.in(opened.field("Item", "text"), texts))))
                .isEqualTo(MANY - 1);
        assertThat(count(Condition.and(some, Condition.in(opened.field("Item", "text"), texts.subList(0, 90_000)))))
                .isEqualTo(90_000 - 1);
    }

    private void writesTakeAHundredThousandValues() {
        Condition all = Condition.in(opened.field("Item", "id"), ids);
        assertThat(opened.engine.execute(new UpdateMany(
                        opened.model("Item"),
                        all,
                        UpdateData.of(FieldUpdate.set(opened.field("Item", "parentId"), null)),
                        null)))
                .isEqualTo(MANY);
        assertThat(opened.engine.execute(new DeleteMany(
                        opened.model("Item"), Condition.in(opened.field("Item", "id"), ids.subList(1000, MANY)), null)))
                .isEqualTo(MANY - 1000);
        StringBuilder targets = new StringBuilder();
        for (int i = 1; i < 1000; i++) {
            targets.append(i == 1 ? "" : ",").append("{'id':").append(i).append("}");
        }
        opened.counted();
        opened.ask(
                "updateOne",
                "Item",
                "{'where':{'id':0},'data':{'children':{'connect':[" + targets + "]}}}",
                "{'id':true}");
        assertThat(opened.counted()).isLessThan(8);
        assertThat(count(Condition.eq(opened.field("Item", "parentId"), 0))).isEqualTo(999);
    }

    private void deepConditionsWorkOrSaySo() {
        assertThat(count(nested(400))).isEqualTo(2);
        assertThatThrownBy(() -> count(nested(5000)))
                .isInstanceOf(PrismaException.class)
                .hasMessageContaining("levels deep");
        Condition leaf = Condition.eq(opened.field("Item", "id"), 1);
        List<Condition> wide = new ArrayList<>();
        for (int i = 0; i < 1500; i++) {
            wide.add(Condition.and(Condition.eq(opened.field("Item", "id"), i), leaf));
        }
        assertThat(count(new Condition.Or(wide))).isEqualTo(1);
        String json = "{'AND':".repeat(5000) + "{'id':1}" + "}".repeat(5000);
        assertThat(opened.answer(opened.engine, "findMany", "Item", "{'where':" + json + "}", "{'id':true}")
                        .toString())
                .containsAnyOf("{\"id\":1}", "nest");
    }

    /** NOT, AND and OR around each other. */
    private Condition nested(int levels) {
        Condition leaf = Condition.eq(opened.field("Item", "id"), 1);
        Condition nested = leaf;
        for (int i = 0; i < levels; i++) {
            Condition other = Condition.eq(opened.field("Item", "id"), 2);
            nested = switch (i % 4) {
                case 0 -> new Condition.And(List.of(nested, leaf));
                case 1 -> new Condition.Or(List.of(other, nested));
                default -> new Condition.Not(nested);
            };
        }
        return nested;
    }

    private RelationField relation(String name) {
        return opened.model("Item").relationField(name).orElseThrow();
    }

    private void deepReadsDoNotOverflowTheStack() {
        for (LoadStrategy strategy : List.of(LoadStrategy.QUERY, LoadStrategy.JOIN)) {
            assertThat(depth(read(200, strategy))).isEqualTo(2);
        }
        assertThatThrownBy(() -> read(20_000, LoadStrategy.QUERY))
                .isInstanceOf(PrismaException.class)
                .hasMessageContaining("levels deep");
    }

    private List<Object> read(int levels, LoadStrategy strategy) {
        Selection<Object> selection =
                Selection.of(opened.model("Item"), List.of(opened.field("Item", "id")), row -> row.getInt(0));
        for (int i = 0; i < levels; i++) {
            selection = new Selection<>(
                    opened.model("Item"),
                    List.of(opened.field("Item", "id")),
                    List.of(new NestedRead<>(relation("parent"), ReadArguments.ALL, selection)),
                    List.of(),
                    row -> row.<Object>one(0) == null ? List.of() : Collections.singletonList(row.<Object>one(0)));
        }
        return opened.engine.execute(new FindMany<>(
                opened.model("Item"),
                ReadArguments.where(Condition.eq(opened.field("Item", "id"), 5)),
                selection,
                new ReadOptions(strategy, null)));
    }

    private static int depth(Object value) {
        return value instanceof List<?> list && !list.isEmpty() ? 1 + depth(list.get(0)) : 0;
    }
}
