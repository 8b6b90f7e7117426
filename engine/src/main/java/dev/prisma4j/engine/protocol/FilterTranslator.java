package dev.prisma4j.engine.protocol;

import dev.prisma4j.engine.error.Errors;
import dev.prisma4j.engine.query.AggregateFunction;
import dev.prisma4j.engine.query.Comparator;
import dev.prisma4j.engine.query.Condition;
import dev.prisma4j.engine.query.Condition.JsonTest;
import dev.prisma4j.engine.query.Condition.ListTest;
import dev.prisma4j.engine.query.Condition.TextPosition;
import dev.prisma4j.engine.query.Operand;
import dev.prisma4j.engine.value.JsonPath;
import dev.prisma4j.schema.model.FieldType;
import dev.prisma4j.schema.model.ScalarField;
import dev.prisma4j.schema.model.ScalarType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns the filters on one scalar, list or Json field into conditions; null where a filter says nothing. */
final class FilterTranslator {
    private final ValueTranslator values;

    FilterTranslator(ValueTranslator values) {
        this.values = values;
    }

    /** A value, null, or a filter object. */
    @Nullable
    Condition scalar(Operand operand, ScalarField field, @Nullable Object value) {
        if (value instanceof Values filter) {
            return filter(operand, field, filter, isInsensitive(filter), false);
        }
        return equal(operand, field, value, false, false);
    }

    private static boolean isInsensitive(Values filter) {
        return filter.get("mode") instanceof Values.Choice choice
                && choice.name().equals("insensitive");
    }

    /**
     * All tests of a filter.
     *
     * @param negated within {@code not}: each test for itself is turned round, as Prisma does. A further {@code not} turns
     *     the tests in it back, but is itself no other than a {@code not} where it has a value.
     */
    private @Nullable Condition filter(
            Operand operand, ScalarField field, Values filter, boolean insensitive, boolean negated) {
        List<Condition> all = new ArrayList<>();
        for (Map.Entry<String, @Nullable Object> entry : filter.entries()) {
            Condition condition = test(operand, field, entry.getKey(), entry.getValue(), insensitive, negated);
            if (condition != null) {
                all.add(condition);
            }
        }
        return WhereTranslator.joined(all);
    }

    private @Nullable Condition test(
            Operand operand,
            ScalarField field,
            String name,
            @Nullable Object value,
            boolean insensitive,
            boolean negated) {
        switch (name) {
            case "mode":
                return null;
            case "equals":
                return equal(operand, field, value, insensitive, negated);
            case "not":
                return value instanceof Values inner
                        ? filter(operand, field, inner, insensitive, !negated)
                        : equal(operand, field, value, insensitive, true);
            case "in", "notIn":
                return membership(operand, field, value, insensitive, name.equals("notIn") != negated);
            case "_count", "_avg", "_sum", "_min", "_max":
                Operand aggregated = new Operand.Aggregated(
                        AggregateFunction.valueOf(name.substring(1).toUpperCase(java.util.Locale.ROOT)), field);
                Condition inner = filter(aggregated, field, (Values) Objects.requireNonNull(value), insensitive, false);
                return inner == null || !negated ? inner : Condition.not(inner);
            default:
                Condition condition = comparison(operand, field, name, Objects.requireNonNull(value), insensitive);
                return negated ? Condition.not(condition) : condition;
        }
    }

    private Condition equal(
            Operand operand, ScalarField field, @Nullable Object value, boolean insensitive, boolean negated) {
        if (value == null) {
            return new Condition.IsNull(operand, negated);
        }
        return new Condition.Compare(
                operand, negated ? Comparator.NE : Comparator.EQ, values.operand(field, value), insensitive);
    }

    private Condition membership(
            Operand operand, ScalarField field, @Nullable Object value, boolean insensitive, boolean negated) {
        if (value == null) {
            return new Condition.IsNull(operand, negated);
        }
        return new Condition.In(operand, values.operands(field, value), negated, insensitive);
    }

    private Condition comparison(Operand operand, ScalarField field, String name, Object value, boolean insensitive) {
        if (name.equals("search")) {
            return new Condition.Search(List.of(field), (String) value);
        }
        Object right = values.operand(field, value);
        return switch (name) {
            case "lt" -> new Condition.Compare(operand, Comparator.LT, right, insensitive);
            case "lte" -> new Condition.Compare(operand, Comparator.LTE, right, insensitive);
            case "gt" -> new Condition.Compare(operand, Comparator.GT, right, insensitive);
            case "gte" -> new Condition.Compare(operand, Comparator.GTE, right, insensitive);
            case "contains" -> new Condition.TextMatch(operand, TextPosition.CONTAINS, right, insensitive);
            case "startsWith" -> new Condition.TextMatch(operand, TextPosition.STARTS_WITH, right, insensitive);
            case "endsWith" -> new Condition.TextMatch(operand, TextPosition.ENDS_WITH, right, insensitive);
            default -> throw new IllegalStateException("unknown filter " + name);
        };
    }

    /** The tests of a scalar list. */
    @Nullable
    Condition list(ScalarField field, Values filter) {
        List<Condition> all = new ArrayList<>();
        for (Map.Entry<String, @Nullable Object> entry : filter.entries()) {
            all.add(listTest(field, entry.getKey(), entry.getValue()));
        }
        return WhereTranslator.joined(all);
    }

    private Condition listTest(ScalarField field, String name, @Nullable Object value) {
        Operand column = new Operand.Column(field);
        if (value == null) {
            return name.equals("equals") ? new Condition.IsNull(column, false) : Condition.none();
        }
        return switch (name) {
            case "equals" -> new Condition.Compare(column, Comparator.EQ, values.operand(field, value), false);
            case "isEmpty" -> new Condition.ListIsEmpty(field, !(Boolean) value);
            case "has" -> new Condition.ListMatch(field, ListTest.HAS, element(field, value));
            case "hasEvery" -> new Condition.ListMatch(field, ListTest.HAS_EVERY, values.operand(field, value));
            case "hasSome" -> new Condition.ListMatch(field, ListTest.HAS_SOME, values.operand(field, value));
            default -> throw new IllegalStateException("unknown list filter " + name);
        };
    }

    private Object element(ScalarField field, Object value) {
        return value instanceof Values.Reference reference
                ? values.reference(field.model(), reference, field, false)
                : values.operand(field, value);
    }

    /** The tests of a Json value, all at one path. */
    @Nullable
    Condition json(ScalarField field, Values filter) {
        JsonPath path = path(filter.get("path"));
        boolean insensitive = isInsensitive(filter);
        List<Condition> all = new ArrayList<>();
        for (Map.Entry<String, @Nullable Object> entry : filter.entries()) {
            JsonTest test = jsonTest(entry.getKey());
            if (test != null) {
                Object value = jsonValue(field, test, Objects.requireNonNull(entry.getValue()));
                all.add(new Condition.JsonMatch(field, path, test, value, insensitive));
            }
        }
        if (all.isEmpty() && filter.has("path")) {
            throw Errors.inputError(field.model(), "A JSON path cannot be set without a scalar filter.");
        }
        return WhereTranslator.joined(all);
    }

    /** What a test compares with; the tests of texts take fields that are texts. */
    private Object jsonValue(ScalarField field, JsonTest test, Object value) {
        if (value instanceof Values.Reference reference) {
            boolean text = test == JsonTest.STRING_CONTAINS
                    || test == JsonTest.STRING_STARTS_WITH
                    || test == JsonTest.STRING_ENDS_WITH;
            FieldType type = text ? ScalarType.STRING : field.type();
            return values.reference(field.model(), reference, type, false);
        }
        return ValueTranslator.json(value);
    }

    private static JsonPath path(@Nullable Object given) {
        if (given instanceof List<?> keys) {
            return new JsonPath.Keys(keys.stream().map(String.class::cast).toList());
        }
        return given == null ? JsonPath.ROOT : new JsonPath.Expression((String) given);
    }

    private static @Nullable JsonTest jsonTest(String name) {
        return switch (name) {
            case "equals" -> JsonTest.EQ;
            case "not" -> JsonTest.NE;
            case "lt" -> JsonTest.LT;
            case "lte" -> JsonTest.LTE;
            case "gt" -> JsonTest.GT;
            case "gte" -> JsonTest.GTE;
            case "string_contains" -> JsonTest.STRING_CONTAINS;
            case "string_starts_with" -> JsonTest.STRING_STARTS_WITH;
            case "string_ends_with" -> JsonTest.STRING_ENDS_WITH;
            case "array_contains" -> JsonTest.ARRAY_CONTAINS;
            case "array_starts_with" -> JsonTest.ARRAY_STARTS_WITH;
            case "array_ends_with" -> JsonTest.ARRAY_ENDS_WITH;
            default -> null;
        };
    }
}
