package dev.prisma4j.engine.protocol;

import dev.prisma4j.engine.query.Condition;
import dev.prisma4j.engine.query.Condition.Quantifier;
import dev.prisma4j.engine.query.Operand;
import dev.prisma4j.schema.model.Field;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.RelationField;
import dev.prisma4j.schema.model.ScalarField;
import dev.prisma4j.schema.model.ScalarType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Turns {@code where} and {@code having} into conditions. A condition that says nothing ({@code {}}) is null here: within
 * {@code AND} it changes nothing, and within {@code OR} Prisma leaves it out rather than letting everything pass.
 */
final class WhereTranslator {
    private final FilterTranslator filters;

    WhereTranslator(ValueTranslator values) {
        this.filters = new FilterTranslator(values);
    }

    /** The condition, or null where it says nothing. */
    @Nullable
    Condition where(Model model, @Nullable Values where) {
        if (where == null) {
            return null;
        }
        List<Condition> all = new ArrayList<>();
        for (Map.Entry<String, @Nullable Object> entry : where.entries()) {
            Condition condition = entry(model, entry.getKey(), entry.getValue(), where);
            if (condition != null) {
                all.add(condition);
            }
        }
        return joined(all);
    }

    static @Nullable Condition joined(List<Condition> all) {
        return all.isEmpty() ? null : all.size() == 1 ? all.get(0) : new Condition.And(withJoinedSearches(all));
    }

    /** Several fields that are searched for the same words are one text in which the words may stand anywhere. */
    private static List<Condition> withJoinedSearches(List<Condition> all) {
        Map<String, List<ScalarField>> searched = new LinkedHashMap<>();
        List<Condition> others = new ArrayList<>();
        all.forEach(one -> divide(one, searched, others));
        if (searched.values().stream().allMatch(fields -> fields.size() == 1)) {
            return all;
        }
        searched.forEach((words, fields) -> others.add(new Condition.Search(fields, words)));
        return others;
    }

    private static void divide(Condition one, Map<String, List<ScalarField>> searched, List<Condition> others) {
        if (one instanceof Condition.And and) {
            and.conditions().forEach(inner -> divide(inner, searched, others));
        } else if (one instanceof Condition.Search search) {
            searched.computeIfAbsent(search.query(), words -> new ArrayList<>()).addAll(search.fields());
        } else {
            others.add(one);
        }
    }

    private @Nullable Condition entry(Model model, String key, @Nullable Object value, Values where) {
        return switch (key) {
            case "AND" -> joined(each(model, where.objects(key)));
            case "OR" -> new Condition.Or(each(model, where.objects(key)));
            case "NOT" -> not(model, where.objects(key));
            default -> field(model, model.field(key).orElseThrow(), value);
        };
    }

    private List<Condition> each(Model model, List<Values> wheres) {
        return wheres.stream()
                .map(where -> where(model, where))
                .filter(Objects::nonNull)
                .map(Condition.class::cast)
                .toList();
    }

    /** None of them may hold; one that says nothing forbids nothing. */
    private @Nullable Condition not(Model model, List<Values> wheres) {
        List<Condition> all = new ArrayList<>();
        for (Values where : wheres) {
            Condition condition = where(model, where);
            all.add(condition == null ? Condition.all() : Condition.not(condition));
        }
        return joined(all);
    }

    private @Nullable Condition field(Model model, Field field, @Nullable Object value) {
        if (field instanceof RelationField relation) {
            return relation(relation, value);
        }
        ScalarField scalar = (ScalarField) field;
        if (scalar.isList()) {
            return filters.list(scalar, (Values) Objects.requireNonNull(value));
        }
        if (scalar.is(ScalarType.JSON)) {
            return filters.json(scalar, (Values) Objects.requireNonNull(value));
        }
        return filters.scalar(new Operand.Column(scalar), scalar, value);
    }

    private @Nullable Condition relation(RelationField field, @Nullable Object value) {
        if (value == null) {
            return new Condition.Related(field, Quantifier.IS, null);
        }
        Values filter = (Values) value;
        String type = filter.type() == null ? "" : filter.type().typeName();
        if (type.endsWith("WhereInput")) {
            return new Condition.Related(field, Quantifier.IS, orAll(where(field.relatedModel(), filter)));
        }
        List<Condition> all = new ArrayList<>();
        for (Map.Entry<String, @Nullable Object> entry : filter.entries()) {
            Quantifier quantifier = switch (entry.getKey()) {
                case "some" -> Quantifier.SOME;
                case "every" -> Quantifier.EVERY;
                case "none" -> Quantifier.NONE;
                case "is" -> Quantifier.IS;
                default -> Quantifier.IS_NOT;
            };
            Values inner = (Values) entry.getValue();
            Condition where = inner == null ? null : orAll(where(field.relatedModel(), inner));
            all.add(new Condition.Related(field, quantifier, where));
        }
        return joined(all);
    }

    private static Condition orAll(@Nullable Condition condition) {
        return condition == null ? Condition.all() : condition;
    }
}
