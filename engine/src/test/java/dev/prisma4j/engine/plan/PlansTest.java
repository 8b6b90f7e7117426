package dev.prisma4j.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prisma4j.engine.query.Comparator;
import dev.prisma4j.engine.query.Condition;
import dev.prisma4j.engine.query.FindFirst;
import dev.prisma4j.engine.query.FindMany;
import dev.prisma4j.engine.query.FindUnique;
import dev.prisma4j.engine.query.Order;
import dev.prisma4j.engine.query.Query;
import dev.prisma4j.engine.query.ReadArguments;
import dev.prisma4j.engine.query.ReadOptions;
import dev.prisma4j.engine.query.Selection;
import dev.prisma4j.engine.query.Unique;
import dev.prisma4j.engine.sql.dialect.Dialect;
import dev.prisma4j.engine.sql.dialect.Dialects;
import dev.prisma4j.schema.SchemaCompiler;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.Provider;
import dev.prisma4j.schema.model.ScalarField;
import dev.prisma4j.schema.model.SortOrder;
import dev.prisma4j.schema.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlansTest {
    private static final int MANY = 1000;

    private final Dialect dialect = Dialects.of(
            Provider.POSTGRESQL,
            question -> {
                throw new AssertionError("PostgreSQL need not be asked");
            },
            "public");
    private final Model model = SchemaCompiler.compile(List.of(SourceFile.of("schema.prisma", """
                    datasource db {
                      provider = "postgresql"
                    }
                    model User {
                      id   Int    @id
                      name String
                      age  Int
                    }
                    """)))
            .orThrow()
            .model("User")
            .orElseThrow();

    private ScalarField field(String name) {
        return model.scalarField(name).orElseThrow();
    }

    /** Queries that differ in one thing each. */
    private List<Query<?>> queries() {
        List<ReadArguments> all = new ArrayList<>();
        all.add(ReadArguments.ALL);
        for (String field : List.of("id", "name", "age")) {
            Order order = Order.by(field(field), SortOrder.DESC);
            all.add(ReadArguments.builder().orderBy(order).build());
            all.add(ReadArguments.builder().orderBy(order).take(500).build());
            all.add(ReadArguments.builder().orderBy(order).take(-500).build());
            all.add(ReadArguments.builder().orderBy(order).skip(500).build());
            all.add(ReadArguments.builder().distinct(List.of(field(field))).build());
            for (Comparator comparator : Comparator.values()) {
                Condition condition = Condition.compare(field(field), comparator, field.equals("name") ? "x" : 7);
                all.add(ReadArguments.where(condition));
                all.add(ReadArguments.where(Condition.and(condition, Condition.isNull(field("age")))));
                all.add(ReadArguments.where(Condition.not(condition)));
            }
        }
        List<Query<?>> queries = new ArrayList<>();
        for (ReadArguments arguments : all) {
            for (List<ScalarField> fields : List.of(List.of(field("id")), List.of(field("id"), field("name")))) {
                Selection<Boolean> selection = Selection.of(model, fields, row -> true);
                queries.add(new FindMany<>(model, arguments, selection, ReadOptions.DEFAULT));
                queries.add(new FindFirst<>(model, arguments, selection, ReadOptions.DEFAULT));
            }
        }
        Selection<Boolean> id = Selection.of(model, List.of(field("id")), row -> true);
        queries.add(
                new FindUnique<>(model, new Unique(List.of(field("id")), List.of(3), null), id, ReadOptions.DEFAULT));
        return queries;
    }

    private static String text(Plans plans, Query<?> query) {
        Planned<ReadPlan> planned = plans.find(query);
        return planned.plan().sql().text(planned.values())
                + planned.plan().sql().shown(planned.values())
                + planned.plan().reversed();
    }

    @Test
    void everyQueryGetsItsOwnPlanWhoeverWasInItsPlaceBefore() {
        List<Query<?>> queries = queries();
        List<String> alone = queries.stream()
                .map(query -> text(new Plans(dialect, 1), query))
                .toList();
        assertThat(alone.stream().distinct().count()).isGreaterThan(100);
        // with one place all queries share it; with many, most have their own
        for (int limit : List.of(1, MANY)) {
            Plans plans = new Plans(dialect, limit);
            for (int round = 0; round < 3; round++) {
                assertThat(queries.stream().map(query -> text(plans, query)).toList())
                        .isEqualTo(alone);
            }
        }
    }

    @Test
    void aQueryOfTheSameShapeHasThePlanOfTheLast() {
        Plans plans = new Plans(dialect, MANY);
        for (Query<?> query : queries()) {
            ReadPlan first = plans.find(query).plan();
            for (int i = 0; i < 3; i++) {
                assertThat(plans.find(query).plan()).isSameAs(first);
            }
        }
    }
}
