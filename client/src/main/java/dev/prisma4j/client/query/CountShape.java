package dev.prisma4j.client.query;

import dev.prisma4j.client.expression.Condition;
import dev.prisma4j.client.model.ModelType;
import dev.prisma4j.client.result.NotSelected;
import dev.prisma4j.engine.query.RelationCount;
import dev.prisma4j.engine.result.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Which relations of a model a query counts: the accumulator behind the generated {@code count(c -> c.posts())}. */
public abstract class CountShape {
    private final ModelType<?> type;
    private final List<RelationCount> counts = new ArrayList<>();
    private final int[] countAt;

    /** For generated code. */
    protected CountShape(ModelType<?> type) {
        this.type = type;
        countAt = new int[type.relations().size()];
        Arrays.fill(countAt, -1);
    }

    /** Wraps the counts of a row, by relation position. */
    protected abstract Object wrap(Object[] values);

    /** For generated code: counts all related rows. */
    protected final <S> S counted(int relation) {
        return add(relation, new RelationCount(type.relation(relation), null));
    }

    /** For generated code: counts the related rows that meet a condition. */
    protected final <S> S counted(int relation, ModelType<?> target, Function<?, ? extends Condition<?>> where) {
        return add(relation, new RelationCount(type.relation(relation), Shape.condition(target, where)));
    }

    @SuppressWarnings("unchecked")
    private <S> S add(int relation, RelationCount count) {
        if (countAt[relation] < 0) {
            countAt[relation] = counts.size();
            counts.add(count);
        } else {
            counts.set(countAt[relation], count);
        }
        return (S) this;
    }

    List<RelationCount> counts() {
        if (counts.isEmpty()) {
            throw new IllegalArgumentException("A count of relations of " + type + " must name at least one.");
        }
        return counts;
    }

    Object read(Row row) {
        Object[] values = new Object[countAt.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = countAt[i] < 0 ? NotSelected.VALUE : Long.valueOf(row.count(countAt[i]));
        }
        return wrap(values);
    }
}
