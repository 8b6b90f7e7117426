package dev.prisma4j.client.expression;

import dev.prisma4j.engine.query.Order.ByField;
import dev.prisma4j.engine.query.Order.ByFormula;
import dev.prisma4j.engine.query.Order.ByRelevance;
import dev.prisma4j.engine.query.Order.Nulls;
import dev.prisma4j.schema.model.ScalarField;
import dev.prisma4j.schema.model.SortOrder;
import java.util.List;

/**
 * One key of an ordering. Made from fields, as in {@code u.createdAt().desc()}.
 *
 * @param <M> the model
 */
public final class Order<M> {
    private final dev.prisma4j.engine.query.Order engine;

    private Order(dev.prisma4j.engine.query.Order engine) {
        this.engine = engine;
    }

    /** Wraps an order of the engine. For the library, not for users. */
    public static <M> Order<M> of(dev.prisma4j.engine.query.Order engine) {
        return new Order<>(engine);
    }

    /**
     * Missing values first.
     *
     * @throws IllegalStateException if it orders by a count or an aggregate
     */
    public Order<M> nullsFirst() {
        return withNulls(Nulls.FIRST);
    }

    /**
     * Missing values last.
     *
     * @throws IllegalStateException if it orders by a count or an aggregate
     */
    public Order<M> nullsLast() {
        return withNulls(Nulls.LAST);
    }

    /**
     * An order before its direction is known.
     *
     * @param <M> the model
     */
    public static final class Relevance<M> {
        private final List<ScalarField> fields;
        private final String query;

        Relevance(List<ScalarField> fields, String query) {
            this.fields = fields;
            this.query = query;
        }

        /** Worst match first. */
        public Order<M> asc() {
            return of(new ByRelevance(List.of(), fields, query, SortOrder.ASC));
        }

        /** Best match first. */
        public Order<M> desc() {
            return of(new ByRelevance(List.of(), fields, query, SortOrder.DESC));
        }
    }

    /** The order as the engine takes it. For the library, not for users. */
    public dev.prisma4j.engine.query.Order engine() {
        return engine;
    }

    @Override
    public String toString() {
        return engine.toString();
    }

    private Order<M> withNulls(Nulls nulls) {
        if (engine instanceof ByField by) {
            return new Order<>(new ByField(by.path(), by.field(), by.direction(), nulls));
        }
        if (engine instanceof ByFormula by) {
            return new Order<>(new ByFormula(by.path(), by.formula(), by.direction(), nulls));
        }
        throw new IllegalStateException("Only fields can be missing: a count or an aggregate has no nulls to place.");
    }
}
