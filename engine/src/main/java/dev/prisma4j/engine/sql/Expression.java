package dev.prisma4j.engine.sql;

import dev.prisma4j.engine.query.AggregateFunction;
import dev.prisma4j.engine.query.Comparator;
import dev.prisma4j.engine.query.Condition;
import dev.prisma4j.engine.query.Formula;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value or a condition in SQL. */
public sealed interface Expression {
    /** A column of a table in the statement. An empty table name stands for none. */
    record Column(String table, String name) implements Expression {}

    /** A value of the query, bound when the statement runs. */
    record Parameter(int slot, Codec codec, Transform transform) implements Expression {
        public Parameter(int slot, Codec codec) {
            this(slot, codec, Transform.NONE);
        }
    }

    /** A number that is part of the statement. */
    record Number(long value) implements Expression {}

    /** A text that is part of the statement; never a user's. */
    record Text(String value) implements Expression {}

    /** A comparison; {@code insensitive} folds both sides. */
    record Compare(Expression left, Comparator comparator, Expression right, boolean insensitive)
            implements Expression {}

    /** {@code left LIKE pattern}. */
    record Like(Expression left, Expression pattern, boolean negated, boolean insensitive) implements Expression {}

    /** Texts one after the other, as {@code '%' || column || '%'}. */
    record Concat(List<Expression> parts) implements Expression {}

    /**
     * {@code left IN (values)}, the values one List in a slot.
     *
     * @param slot where the List is
     */
    record InList(Expression left, int slot, Codec codec, boolean negated, boolean insensitive) implements Expression {}

    /**
     * {@code (a, b) IN ((.., ..), ..)}: the rows are a List of {@code Object[]} in a slot.
     *
     * @param codecs of the columns
     */
    record RowsIn(List<Expression> left, int slot, List<Codec> codecs) implements Expression {}

    /** {@code left IN (SELECT ..)}. */
    record InSelect(Expression left, Select select, boolean negated) implements Expression {}

    /** {@code (a, b) IN (SELECT ..)}. */
    record RowInSelect(List<Expression> left, Select select) implements Expression {}

    /** {@code value = ANY(list)}, both columns. */
    record InColumn(Expression left, Expression list, boolean negated) implements Expression {}

    record And(List<Expression> parts) implements Expression {}

    record Or(List<Expression> parts) implements Expression {}

    record Not(Expression part) implements Expression {}

    /** Whether it is NULL. */
    record IsNull(Expression part, boolean negated) implements Expression {}

    /** True or unknown. */
    record NotFalse(Expression part) implements Expression {}

    /** Always or never. */
    record Constant(boolean value) implements Expression {}

    record Exists(Select select, boolean negated) implements Expression {}

    /** A subselect of one row and column. */
    record Scalar(Select select) implements Expression {}

    /**
     * All rows of a subselect as one JSON text: an array with an array per row, of the values of the plain columns. Where
     * there are columns that are JSON rows themselves, a row is an array of the plain values' array and of each of these.
     * Values are texts as {@link Codec#ofText} reads them, or numbers.
     *
     * @param select its first items are the plain columns, the others JSON rows
     * @param codecs of the plain columns
     */
    record JsonRows(Select select, List<Codec> codecs) implements Expression {
        public JsonRows {
            codecs = List.copyOf(codecs);
        }
    }

    /** An aggregate; null counts rows. Sums and averages come in a type that the codecs read. */
    record Aggregate(
            AggregateFunction function,
            @Nullable Expression of,
            @Nullable Codec codec) implements Expression {}

    /** {@code ROW_NUMBER() OVER (PARTITION BY .. ORDER BY ..)}. */
    record RowNumber(List<Expression> partition, List<OrderKey> order) implements Expression {}

    /** A test of a scalar list; the value a list parameter or a column. */
    record ListMatch(Expression list, Condition.ListTest test, Expression value, boolean valueIsColumn)
            implements Expression {}

    record ListIsEmpty(Expression list, boolean negated) implements Expression {}

    /**
     * A test inside a Json column.
     *
     * @param path the slot of the path, or -1 for the whole value
     * @param value the slot of the value, or -1 where {@code other} is given
     * @param valueType what kind of value is in the slot
     * @param other a Json column to compare with, or null
     * @param negated whether it stands under a NOT; the test of the type stays as it is then
     */
    record JsonMatch(
            Expression column,
            Codec codec,
            int path,
            Condition.JsonTest test,
            int value,
            JsonValueType valueType,
            @Nullable Expression other,
            boolean insensitive,
            boolean negated)
            implements Expression {}

    /** What a Json value is compared with; part of the shape of a query. */
    enum JsonValueType {
        NUMBER,
        STRING,
        ARRAY,
        OTHER,
        DB_NULL,
        JSON_NULL,
        ANY_NULL
    }

    /** Full-text search. */
    record Search(List<Expression> columns, Expression query, boolean negated) implements Expression {}

    /** How well a full-text search matches. */
    record Relevance(List<Expression> columns, Expression query) implements Expression {}

    /** {@code a + b} and the like. */
    record Arithmetic(Expression left, Operator operator, Expression right) implements Expression {}

    /** The operators of {@link Arithmetic}. */
    enum Operator {
        PLUS,
        MINUS,
        TIMES,
        DIVIDED_BY,
        MODULO
    }

    /**
     * A function of values.
     *
     * @param codec how the result travels, where that matters
     */
    record Call(
            Formula.Function function,
            List<Expression> arguments,
            @Nullable Codec codec) implements Expression {}

    /** A list with elements appended. */
    record ListAppend(Expression list, Expression elements) implements Expression {}

    /**
     * The value of the first condition that holds, or else another.
     *
     * @param whens at least one
     */
    record Case(List<When> whens, Expression otherwise) implements Expression {
        /** What holds, and what the value is then. */
        public record When(Expression condition, Expression value) {}
    }

    /** The value that an INSERT would have given a column; only in what it does on a conflict. */
    record Inserted(String column) implements Expression {}

    /** {@code COALESCE(part, 0)}. */
    record ZeroIfNull(Expression part) implements Expression {}

    /** All of them; a single one stands alone. */
    static Expression and(List<Expression> parts) {
        return parts.size() == 1 ? parts.get(0) : new And(List.copyOf(parts));
    }

    /** {@code column = column}. */
    static Expression equal(Expression left, Expression right) {
        return new Compare(left, Comparator.EQ, right, false);
    }
}
