// Which models a query reads, and whose rows a write may change: what a cache must know to forget.
package dev.prisma4j.client.tree;

import dev.prisma4j.engine.query.Aggregate;
import dev.prisma4j.engine.query.Condition;
import dev.prisma4j.engine.query.Count;
import dev.prisma4j.engine.query.FindFirst;
import dev.prisma4j.engine.query.FindMany;
import dev.prisma4j.engine.query.FindUnique;
import dev.prisma4j.engine.query.FindUniqueAll;
import dev.prisma4j.engine.query.GroupBy;
import dev.prisma4j.engine.query.NestedRead;
import dev.prisma4j.engine.query.Operand;
import dev.prisma4j.engine.query.Order;
import dev.prisma4j.engine.query.Query;
import dev.prisma4j.engine.query.ReadArguments;
import dev.prisma4j.engine.query.RelationCount;
import dev.prisma4j.engine.query.Selection;
import dev.prisma4j.schema.model.Model;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Walks a read and gathers every model whose rows decide what it answers. */
public final class QueryModels {
    private final Set<Model> models = new LinkedHashSet<>();

    private QueryModels() {}

    /** All models that a read depends on, those of nested reads, counts, conditions and orders included. */
    public static Set<Model> of(Query<?> query) {
        QueryModels walk = new QueryModels();
        walk.query(query);
        return walk.models;
    }

    private void query(Query<?> query) {
        if (query instanceof FindUnique<?> find) {
            models.add(find.model());
            condition(find.where().and());
            selection(find.selection());
        } else if (query instanceof FindFirst<?> find) {
            models.add(find.model());
            arguments(find.arguments());
            selection(find.selection());
        } else if (query instanceof FindMany<?> find) {
            models.add(find.model());
            arguments(find.arguments());
            selection(find.selection());
        } else if (query instanceof FindUniqueAll<?> find) {
            models.add(find.model());
            find.keys().forEach(key -> condition(key.and()));
            selection(find.selection());
        } else if (query instanceof Count count) {
            models.add(count.model());
            arguments(count.arguments());
        } else if (query instanceof Aggregate<?> aggregate) {
            models.add(aggregate.model());
            arguments(aggregate.arguments());
        } else if (query instanceof GroupBy<?> group) {
            models.add(group.model());
            condition(group.where());
            condition(group.having());
            orders(group.orderBy());
        } else {
            throw new IllegalArgumentException("not a read: " + query.operation());
        }
    }

    private void selection(Selection<?> selection) {
        for (NestedRead<?> read : selection.reads()) {
            models.add(read.relation().relatedModel());
            arguments(read.arguments());
            selection(read.selection());
        }
        for (RelationCount count : selection.counts()) {
            models.add(count.relation().relatedModel());
            condition(count.where());
        }
    }

    private void arguments(ReadArguments arguments) {
        condition(arguments.where());
        orders(arguments.orderBy());
    }

    private void orders(List<Order> orders) {
        for (Order order : orders) {
            if (order instanceof Order.ByField by) {
                by.path().forEach(step -> models.add(step.relatedModel()));
            } else if (order instanceof Order.ByRelationCount by) {
                by.path().forEach(step -> models.add(step.relatedModel()));
                models.add(by.relation().relatedModel());
                condition(by.where());
            } else if (order instanceof Order.ByFormula by) {
                by.path().forEach(step -> models.add(step.relatedModel()));
            }
        }
    }

    private void condition(@Nullable Condition condition) {
        if (condition instanceof Condition.And and) {
            and.conditions().forEach(this::condition);
        } else if (condition instanceof Condition.Or or) {
            or.conditions().forEach(this::condition);
        } else if (condition instanceof Condition.Not not) {
            condition(not.condition());
        } else if (condition instanceof Condition.Related related) {
            models.add(related.relation().relatedModel());
            condition(related.where());
        } else if (condition instanceof Condition.Compare compare) {
            operand(compare.left());
        } else if (condition instanceof Condition.In in) {
            operand(in.left());
        } else if (condition instanceof Condition.IsNull isNull) {
            operand(isNull.left());
        }
    }

    private void operand(Operand operand) {
        if (operand instanceof Operand.RelationCounted counted) {
            models.add(counted.relation().relatedModel());
            condition(counted.where());
        }
    }
}
