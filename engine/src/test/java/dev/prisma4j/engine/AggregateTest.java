package dev.prisma4j.engine;

import static dev.prisma4j.engine.Blog.field;
import static org.assertj.core.api.Assertions.assertThat;

import dev.prisma4j.engine.query.Aggregate;
import dev.prisma4j.engine.query.AggregateField;
import dev.prisma4j.engine.query.AggregateFunction;
import dev.prisma4j.engine.query.Comparator;
import dev.prisma4j.engine.query.Condition;
import dev.prisma4j.engine.query.Count;
import dev.prisma4j.engine.query.Cursor;
import dev.prisma4j.engine.query.GroupBy;
import dev.prisma4j.engine.query.Operand;
import dev.prisma4j.engine.query.Order;
import dev.prisma4j.engine.query.ReadArguments;
import dev.prisma4j.engine.result.RowReader;
import dev.prisma4j.schema.model.SortOrder;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class AggregateTest extends BlogTest {
    private static RowReader<List<Object>> values(int count) {
        return row -> {
            Object[] values = new Object[count];
            Arrays.setAll(values, row::getObject);
            return Arrays.asList(values);
        };
    }

    private AggregateField of(AggregateFunction function, String field) {
        return new AggregateField(function, field(blog.user, field));
    }

    @Test
    void aggregatesComeInTheTypesOfPrisma() {
        var fields = List.of(
                AggregateField.COUNT_ALL,
                of(AggregateFunction.COUNT, "name"),
                of(AggregateFunction.SUM, "age"),
                of(AggregateFunction.AVG, "age"),
                of(AggregateFunction.SUM, "balance"),
                of(AggregateFunction.MAX, "email"),
                of(AggregateFunction.MIN, "big"));
        assertThat(engine.execute(new Aggregate<>(blog.user, ReadArguments.ALL, fields, values(7))))
                .containsExactly(3L, 2L, 50L, 25.0, new BigDecimal("15.25"), "carol@x.org", -1L);
        var none = ReadArguments.where(Condition.none());
        assertThat(engine.execute(new Aggregate<>(blog.user, none, fields, values(7))))
                .containsExactly(0L, 0L, null, null, null, null, null);
    }

    @Test
    void aPageOfRowsIsCounted() {
        var byId = Order.by(field(blog.post, "id"), SortOrder.ASC);
        var page = ReadArguments.builder().orderBy(byId).skip(1).take(3).build();
        assertThat(engine.execute(new Count(blog.post, page))).isEqualTo(3);
        var rest = ReadArguments.builder()
                .cursor(new Cursor(List.of(field(blog.post, "id")), List.of(4)))
                .build();
        assertThat(engine.execute(new Count(blog.post, rest))).isEqualTo(2);
        var kinds = ReadArguments.builder()
                .distinct(List.of(field(blog.post, "views")))
                .build();
        assertThat(engine.execute(new Count(blog.post, kinds))).isEqualTo(4);
        var last = ReadArguments.builder().take(-2).build();
        var views = List.of(new AggregateField(AggregateFunction.SUM, field(blog.post, "views")));
        assertThat(engine.execute(new Aggregate<>(blog.post, last, views, values(1))))
                .containsExactly(7L);
        assertThat(statements).hasSize(4);
    }

    @Test
    void groupsAreFilteredAndOrderedByWhatIsComputed() {
        var author = field(blog.post, "authorId");
        var views = field(blog.post, "views");
        var sum = new AggregateField(AggregateFunction.SUM, views);
        var busy = new Condition.Compare(new Operand.Aggregated(AggregateFunction.SUM, views), Comparator.GT, 0, false);
        var groups = engine.execute(new GroupBy<>(
                blog.post,
                null,
                List.of(author),
                List.of(AggregateField.COUNT_ALL, sum),
                busy,
                List.of(new Order.ByAggregate(AggregateFunction.SUM, views, SortOrder.DESC)),
                null,
                null,
                values(3)));
        assertThat(groups).containsExactly(List.of(1, 3L, 22L), List.of(2, 1L, 7L));
    }
}
