package dev.prisma4j.engine.query;

import dev.prisma4j.engine.value.JsonPath;
import dev.prisma4j.schema.model.RelationField;
import dev.prisma4j.schema.model.ScalarField;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a row must meet. Unknown (a comparison with NULL) counts as not met, and stays unknown under {@link Not}. */
public sealed interface Condition {
    /** All must hold; none given means every row. */
    record And(List<Condition> conditions) implements Condition {
        public And {
            conditions = List.copyOf(conditions);
        }
    }

    /** One must hold; none given means no row. */
    record Or(List<Condition> conditions) implements Condition {
        public Or {
            conditions = List.copyOf(conditions);
        }
    }

    /** Must not hold. */
    record Not(Condition condition) implements Condition {}

    /**
     * A comparison.
     *
     * @param left what is compared
     * @param comparator how
     * @param right the value, a {@link FieldReference} or a {@link Formula}; never null, see {@link IsNull}
     * @param insensitive whether letter case is ignored (texts only)
     */
    record Compare(Operand left, Comparator comparator, Object right, boolean insensitive) implements Condition {}

    /**
     * Whether the value is one of several.
     *
     * @param values the values, or one {@link FieldReference} to a list field as the only element
     * @param negated {@code notIn}: NULL is not matched by it
     * @param insensitive whether letter case is ignored (texts only)
     */
    record In(Operand left, List<Object> values, boolean negated, boolean insensitive) implements Condition {
        public In {
            values = List.copyOf(values);
        }
    }

    /**
     * Whether several fields together are one of several combinations.
     *
     * @param fields at least two fields of the model at hand
     * @param rows the combinations, each as long as the fields, without null; at least one
     */
    record InRows(List<ScalarField> fields, List<Object[]> rows) implements Condition {
        public InRows {
            fields = List.copyOf(fields);
            rows = List.copyOf(rows);
        }
    }

    /** Whether there is no value, or with {@code negated} whether there is one. */
    record IsNull(Operand left, boolean negated) implements Condition {}

    /** The places where a text can match. */
    enum TextPosition {
        CONTAINS,
        STARTS_WITH,
        ENDS_WITH
    }

    /**
     * A part of a text. {@code %} and {@code _} in the value are wildcards, as with Prisma.
     *
     * @param right a String, a {@link FieldReference} or a {@link Formula}
     */
    record TextMatch(Operand left, TextPosition position, Object right, boolean insensitive) implements Condition {}

    /**
     * A full-text search in the database's own query language.
     *
     * @param fields the text fields that are searched together
     */
    record Search(List<ScalarField> fields, String query) implements Condition {
        public Search {
            fields = List.copyOf(fields);
        }
    }

    /** What a scalar list must have. */
    enum ListTest {
        /** The one value. */
        HAS,
        /** All values. */
        HAS_EVERY,
        /** At least one of the values. */
        HAS_SOME
    }

    /**
     * A test of a scalar list.
     *
     * @param value one value for {@code HAS}, otherwise a List; or a {@link FieldReference}
     */
    record ListMatch(ScalarField field, ListTest test, Object value) implements Condition {}

    /** Whether a scalar list is empty, or with {@code negated} whether it is not. */
    record ListIsEmpty(ScalarField field, boolean negated) implements Condition {}

    /** The tests of a Json value. */
    enum JsonTest {
        EQ,
        NE,
        LT,
        LTE,
        GT,
        GTE,
        STRING_CONTAINS,
        STRING_STARTS_WITH,
        STRING_ENDS_WITH,
        ARRAY_CONTAINS,
        ARRAY_STARTS_WITH,
        ARRAY_ENDS_WITH
    }

    /**
     * A test inside a Json value.
     *
     * @param path where; {@link JsonPath#ROOT} for the whole value
     * @param value a {@link dev.prisma4j.engine.value.Json}, a {@link dev.prisma4j.engine.value.JsonNull} (EQ and NE
     *     only), a String for the string tests, or a {@link FieldReference}
     * @param insensitive whether letter case is ignored (string tests only)
     */
    record JsonMatch(ScalarField field, JsonPath path, JsonTest test, Object value, boolean insensitive)
            implements Condition {}

    /** How many of the related rows must meet a condition. */
    enum Quantifier {
        /** At least one. */
        SOME,
        /** All; also when there are none. */
        EVERY,
        /** None. */
        NONE,
        /** The one of a to-one relation; there must be one. */
        IS,
        /** The one of a to-one relation does not, or there is none. */
        IS_NOT
    }

    /**
     * A condition on related rows.
     *
     * @param relation a relation of the model at hand
     * @param where what the related rows must meet; null only for {@code IS} (there is none) and {@code IS_NOT} (there
     *     is one)
     */
    record Related(
            RelationField relation,
            Quantifier quantifier,
            @Nullable Condition where) implements Condition {}

    /** All must hold. */
    static Condition and(Condition... conditions) {
        return new And(List.of(conditions));
    }

    /** One must hold. */
    static Condition or(Condition... conditions) {
        return new Or(List.of(conditions));
    }

    /** Must not hold. */
    static Condition not(Condition condition) {
        return new Not(condition);
    }

    /** Every row. */
    static Condition all() {
        return new And(List.of());
    }

    /** No row. */
    static Condition none() {
        return new Or(List.of());
    }

    /** The field has that value; null asks for NULL. */
    static Condition eq(ScalarField field, @Nullable Object value) {
        return value == null
                ? new IsNull(new Operand.Column(field), false)
                : new Compare(new Operand.Column(field), Comparator.EQ, value, false);
    }

    /** A comparison of a field. */
    static Condition compare(ScalarField field, Comparator comparator, Object value) {
        return new Compare(new Operand.Column(field), comparator, value, false);
    }

    /** The field has one of those values. */
    static Condition in(ScalarField field, Collection<?> values) {
        return new In(new Operand.Column(field), List.copyOf(values), false, false);
    }

    /** The field has a value, and none of those. */
    static Condition notIn(ScalarField field, Collection<?> values) {
        return new In(new Operand.Column(field), List.copyOf(values), true, false);
    }

    /** The field is NULL. */
    static Condition isNull(ScalarField field) {
        return new IsNull(new Operand.Column(field), false);
    }

    /** The field is not NULL. */
    static Condition isNotNull(ScalarField field) {
        return new IsNull(new Operand.Column(field), true);
    }
}
