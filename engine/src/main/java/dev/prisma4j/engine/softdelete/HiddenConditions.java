package dev.prisma4j.engine.softdelete;

import dev.prisma4j.engine.query.Condition;
import dev.prisma4j.engine.query.Condition.Quantifier;
import dev.prisma4j.engine.query.Operand;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.RelationField;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Conditions to whose relations soft-deleted rows do not belong. */
final class HiddenConditions {
    private final SoftDeletes deletes;

    HiddenConditions(SoftDeletes deletes) {
        this.deletes = deletes;
    }

    /** The condition, of rows that are not deleted; null for all rows of a model whose rows really go. */
    @Nullable
    Condition among(Model model, @Nullable Condition condition) {
        Condition present = deletes.present(model);
        Condition hidden = hide(condition);
        if (hidden == null) {
            return present;
        }
        return present == null ? hidden : Condition.and(hidden, present);
    }

    /** The condition about rows that may be deleted themselves. */
    @Nullable
    Condition hide(@Nullable Condition condition) {
        return condition == null ? null : hidden(condition);
    }

    private Condition hidden(Condition condition) {
        if (condition instanceof Condition.And and) {
            return new Condition.And(all(and.conditions()));
        } else if (condition instanceof Condition.Or or) {
            return new Condition.Or(all(or.conditions()));
        } else if (condition instanceof Condition.Not not) {
            return new Condition.Not(hidden(not.condition()));
        } else if (condition instanceof Condition.Related related) {
            return related(related);
        } else if (condition instanceof Condition.Compare compare) {
            return new Condition.Compare(
                    operand(compare.left()), compare.comparator(), compare.right(), compare.insensitive());
        } else if (condition instanceof Condition.In in) {
            return new Condition.In(operand(in.left()), in.values(), in.negated(), in.insensitive());
        }
        return condition;
    }

    private List<Condition> all(List<Condition> conditions) {
        return conditions.stream().map(this::hidden).toList();
    }

    private Operand operand(Operand operand) {
        return operand instanceof Operand.RelationCounted counted
                ? new Operand.RelationCounted(
                        counted.relation(), among(counted.relation().relatedModel(), counted.where()))
                : operand;
    }

    private Condition related(Condition.Related related) {
        RelationField relation = related.relation();
        Condition where = hide(related.where());
        Condition present = deletes.hides(relation) ? deletes.present(relation.relatedModel()) : null;
        if (present == null) {
            return new Condition.Related(relation, related.quantifier(), where);
        }
        Condition both = where == null ? present : Condition.and(where, present);
        return switch (related.quantifier()) {
            case SOME, NONE -> new Condition.Related(relation, related.quantifier(), both);
            case EVERY ->
                new Condition.Related(
                        relation, Quantifier.EVERY, where == null ? null : Condition.or(where, Condition.not(present)));
            case IS -> new Condition.Related(relation, where == null ? Quantifier.IS_NOT : Quantifier.IS, both);
            case IS_NOT -> new Condition.Related(relation, where == null ? Quantifier.IS : Quantifier.IS_NOT, both);
        };
    }
}
