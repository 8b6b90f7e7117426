package dev.prisma4j.client.model;

import dev.prisma4j.engine.query.Condition;
import dev.prisma4j.schema.model.RelationField;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The to-one relations that lead from the model at the root of a query to the model whose fields are spoken of.
 *
 * @param parent the way up to here, or null at the root
 * @param relation the last step, or null at the root
 */
public record Path(@Nullable Path parent, @Nullable RelationField relation) {
    /** The model at the root itself. */
    public static final Path ROOT = new Path(null, null);

    /** One relation further. */
    public Path to(RelationField next) {
        return new Path(this, next);
    }

    /** Whether this is the root. */
    public boolean isRoot() {
        return parent == null;
    }

    /** The steps from the root. */
    public List<RelationField> steps() {
        if (parent == null) {
            return List.of();
        }
        Deque<RelationField> steps = new ArrayDeque<>();
        for (Path at = this; at != null && at.relation != null; at = at.parent) {
            steps.addFirst(at.relation);
        }
        return List.copyOf(steps);
    }

    /** The condition at the end of the path as a condition of the root. */
    public Condition fromRoot(Condition condition) {
        Condition result = condition;
        for (Path at = this; at != null && at.relation != null; at = at.parent) {
            result = new Condition.Related(at.relation, Condition.Quantifier.IS, result);
        }
        return result;
    }
}
