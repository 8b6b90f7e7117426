package dev.prisma4j.engine.plan;

import dev.prisma4j.engine.error.Errors;
import dev.prisma4j.engine.query.Order;
import dev.prisma4j.engine.sql.Expression;
import dev.prisma4j.engine.sql.Join;
import dev.prisma4j.engine.sql.OrderKey;
import dev.prisma4j.engine.sql.Select;
import dev.prisma4j.schema.model.Field;
import dev.prisma4j.schema.model.IndexField;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.RelationField;
import dev.prisma4j.schema.model.ScalarField;
import dev.prisma4j.schema.model.SortOrder;
import dev.prisma4j.schema.model.UniqueCriterion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The keys of an ORDER BY, and the joins that they need. */
public final class Ordering {
    private final ConditionPlanner conditions;
    private final Aliases aliases;

    Ordering(ConditionPlanner conditions, Aliases aliases) {
        this.conditions = conditions;
        this.aliases = aliases;
    }

    /**
     * A key, and whether it can be NULL.
     *
     * @param unique whether it alone tells all rows apart
     */
    record Key(OrderKey key, boolean nullable, boolean unique) {
        Key reversed() {
            return new Key(key.reversed(), nullable, unique);
        }
    }

    /** The keys for the orders; joins go to the select. */
    List<Key> keys(List<Order> orders, String alias, Select.Builder select) {
        Map<List<RelationField>, String> joined = new HashMap<>();
        List<Key> keys = new ArrayList<>();
        for (Order order : orders) {
            keys.add(key(order, alias, select, joined));
        }
        return keys;
    }

    private Key key(Order order, String alias, Select.Builder select, Map<List<RelationField>, String> joined) {
        boolean descending = order.direction() == SortOrder.DESC;
        if (order instanceof Order.ByField by) {
            String table = joined(by.path(), alias, select, joined);
            ScalarField field = by.field();
            boolean nullable = field.isOptional() || !by.path().isEmpty();
            return new Key(
                    new OrderKey(Tables.column(table, field), descending, by.nulls()),
                    nullable,
                    by.path().isEmpty() && !nullable && (field.isId() || field.isUnique()));
        } else if (order instanceof Order.ByRelationCount by) {
            String table = joined(by.path(), alias, select, joined);
            Expression count = conditions.count(by.relation(), by.where(), table);
            return new Key(new OrderKey(count, descending, null), false, false);
        } else if (order instanceof Order.ByRelevance by) {
            String table = joined(by.path(), alias, select, joined);
            Expression relevance =
                    new Expression.Relevance(Tables.columns(table, by.fields()), conditions.searchTerm(by.search()));
            return new Key(new OrderKey(relevance, descending, null), !by.path().isEmpty(), false);
        } else if (order instanceof Order.ByFormula by) {
            String table = joined(by.path(), alias, select, joined);
            return new Key(new OrderKey(conditions.formula(by.formula(), table), descending, by.nulls()), true, false);
        } else if (order instanceof Order.ByAggregate by) {
            return new Key(
                    new OrderKey(conditions.aggregate(by.function(), by.field(), alias), descending, null),
                    true,
                    false);
        }
        throw new IllegalStateException("unknown order " + order);
    }

    private String joined(
            List<RelationField> path, String alias, Select.Builder select, Map<List<RelationField>, String> joined) {
        String table = alias;
        for (int i = 0; i < path.size(); i++) {
            RelationField field = path.get(i);
            if (field.isList()) {
                throw Errors.invalidQuery(field.model(), "Rows cannot be ordered through the list " + field + ".");
            }
            List<RelationField> prefix = path.subList(0, i + 1);
            String known = joined.get(prefix);
            if (known == null) {
                known = aliases.next();
                select.join(new Join(
                        Tables.table(field.relatedModel(), known),
                        true,
                        Link.of(field).condition(table, known)));
                joined.put(List.copyOf(prefix), known);
            }
            table = known;
        }
        return table;
    }

    /**
     * Whether an ordering leaves it open, or NULLs keep it from telling, where the page of a cursor starts. Prisma then
     * looks for the cursor's row among those that meet the condition; otherwise the row only needs to exist.
     */
    public static boolean needsRowOfCursor(Model model, List<Order> orders) {
        Set<ScalarField> own = new HashSet<>();
        for (Order order : orders) {
            if (order instanceof Order.ByField by) {
                if (by.field().isOptional() || by.path().stream().anyMatch(Field::isOptional)) {
                    return true;
                }
                if (by.path().isEmpty()) {
                    own.add(by.field());
                }
            }
        }
        if (orders.isEmpty()) {
            return false;
        }
        // an ordering by the fields of a compound primary key counts as uncertain with Prisma
        List<ScalarField> key = model.primaryKey()
                .map(id -> id.fields().stream().map(IndexField::field).toList())
                .filter(fields -> fields.size() > 1)
                .orElse(List.of());
        return model.uniqueCriteria().stream()
                .map(UniqueCriterion::fields)
                .filter(fields -> !fields.equals(key))
                .noneMatch(own::containsAll);
    }

    /** The first unique criterion, ascending: what decides where nothing else does. */
    static List<Order> byIdentity(Model model) {
        return identity(model).stream()
                .map(field -> Order.by(field, SortOrder.ASC))
                .toList();
    }

    /** The fields of the primary key, or of the first unique criterion that has no optional field. */
    static List<ScalarField> identity(Model model) {
        return model.uniqueCriteria().stream()
                .filter(criterion -> criterion.fields().stream().allMatch(Field::isRequired))
                .findFirst()
                .or(() -> model.uniqueCriteria().stream().findFirst())
                .map(UniqueCriterion::fields)
                .orElse(List.of());
    }
}
