package dev.prisma4j.engine.query;

import dev.prisma4j.engine.result.RowReader;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.ScalarField;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to read of each row, and who makes an object of it. Selections of scalars only are best made once and kept: they
 * are read straight from the driver's result, and compared by identity first.
 *
 * @param model the model that is read
 * @param scalars the columns, in the order of the row's positions
 * @param reads the nested reads, in the order of {@link dev.prisma4j.engine.result.Row#one} and {@code many}
 * @param counts the relation counts, in the order of {@link dev.prisma4j.engine.result.Row#count}
 * @param computed values that the database computes, in the order of {@link dev.prisma4j.engine.result.Row#computed}
 *     after the counts
 * @param reader makes the object
 * @param <T> the type of the object
 */
public record Selection<T extends @Nullable Object>(
        Model model,
        List<ScalarField> scalars,
        List<NestedRead<?>> reads,
        List<RelationCount> counts,
        List<Formula> computed,
        RowReader<? extends T> reader) {
    public Selection {
        scalars = List.copyOf(scalars);
        reads = List.copyOf(reads);
        counts = List.copyOf(counts);
        computed = List.copyOf(computed);
    }

    /** Nothing computed. */
    public Selection(
            Model model,
            List<ScalarField> scalars,
            List<NestedRead<?>> reads,
            List<RelationCount> counts,
            RowReader<? extends T> reader) {
        this(model, scalars, reads, counts, List.of(), reader);
    }

    /** Scalars only. */
    public static <T extends @Nullable Object> Selection<T> of(
            Model model, List<ScalarField> scalars, RowReader<? extends T> reader) {
        return new Selection<>(model, scalars, List.of(), List.of(), reader);
    }

    /** The same with other scalars and another reader. */
    public <S extends @Nullable Object> Selection<S> with(List<ScalarField> fields, RowReader<? extends S> other) {
        return new Selection<>(model, fields, reads, counts, computed, other);
    }

    /** Whether it has scalars only. */
    public boolean isFlat() {
        return reads.isEmpty() && counts.isEmpty() && computed.isEmpty();
    }
}
