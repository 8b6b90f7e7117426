package dev.prisma4j.client.query;

import dev.prisma4j.client.expression.Selection;
import dev.prisma4j.client.model.ModelType;
import dev.prisma4j.client.model.SelectionBuilder;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A read whose rows are the model's records, as long as it is not given another shape. Generated subclasses add {@code
 * select}, {@code include} and {@code omit}.
 *
 * @param <M> the model
 * @param <F> the model's fields
 * @param <U> what names the model's unique criteria
 * @param <S> the generated type
 */
public abstract non-sealed class Find<M, F, U, S extends Find<M, F, U, S>> extends ReadBuilder<M, F, U, M, S> {
    /** For generated code. */
    protected Find(ModelType<M> type) {
        super(new ReadState<>(type));
    }

    /** Reads just what the projection names, into the type that it makes. */
    public final <R extends @Nullable Object> Shaped<M, F, U, R> map(
            Function<F, ? extends Selection<M, R>> projection) {
        SelectionBuilder builder = SelectionBuilder.ofRows(state.type.model());
        var reader = projection.apply(fields()).readWith(builder);
        state.select(builder.build(reader));
        return new Shaped<>(state);
    }

    /** Reads what a record with {@code @Shape} has, into that record. */
    public final <R> Shaped<M, F, U, R> shape(NamedShape<M, F, R> shape) {
        state.select(shape.selection(state.type, fields()));
        return new Shaped<>(state);
    }

    /** For generated code: reads what the shape names. */
    protected final <R> Shaped<M, F, U, R> shaped(Shape shape) {
        state.select(shape.selection());
        return new Shaped<>(state);
    }

    /** For generated code: reads what the shape names, and the relations of an inclusion. */
    protected final <R> Shaped<M, F, U, R> shaped(Shape shape, Shape included) {
        shape.adoptRelations(included);
        return shaped(shape);
    }
}
