package dev.prisma4j.client.query;

import dev.prisma4j.client.expression.Selection;
import dev.prisma4j.client.model.ModelType;
import dev.prisma4j.client.model.SelectionBuilder;
import dev.prisma4j.engine.result.RowReader;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is read of each row of a model and what it becomes, as a constant of its own: made by {@code prisma4j-processor}
 * for records with {@link dev.prisma4j.client.Shape}, used as {@code q -> q.shape(UserCardShape.SHAPE)}.
 *
 * @param <M> the model
 * @param <F> the model's fields
 * @param <R> what a row becomes
 */
public final class NamedShape<M, F, R> {
    private final Function<F, Selection<?, ?>[]> parts;
    private final Maker<R> maker;

    /** Built for the first query and kept, so that the engine knows its plan again. A benign race. */
    private volatile dev.prisma4j.engine.query.@Nullable Selection<R> selection;

    private NamedShape(Function<F, Selection<?, ?>[]> parts, Maker<R> maker) {
        this.parts = parts;
        this.maker = maker;
    }

    /** Makes an object of the values of all parts. */
    @FunctionalInterface
    public interface Maker<R> {
        R make(@Nullable Object[] values);
    }

    /** For generated code: the parts and what makes an object of their values. */
    public static <M, F, R> NamedShape<M, F, R> of(Function<F, Selection<?, ?>[]> parts, Maker<R> maker) {
        return new NamedShape<>(parts, maker);
    }

    dev.prisma4j.engine.query.Selection<R> selection(ModelType<M> type, F fields) {
        dev.prisma4j.engine.query.Selection<R> known = selection;
        if (known == null) {
            known = build(type, fields);
            selection = known;
        }
        return known;
    }

    private dev.prisma4j.engine.query.Selection<R> build(ModelType<M> type, F fields) {
        SelectionBuilder builder = SelectionBuilder.ofRows(type.model());
        Selection<?, ?>[] selections = parts.apply(fields);
        RowReader<?>[] readers = new RowReader<?>[selections.length];
        for (int i = 0; i < readers.length; i++) {
            readers[i] = selections[i].readWith(builder);
        }
        return builder.build(row -> {
            @Nullable Object[] values = new Object[readers.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = readers[i].read(row);
            }
            return maker.make(values);
        });
    }
}
