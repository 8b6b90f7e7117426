package dev.prisma4j.engine.write;

import dev.prisma4j.engine.error.Errors;
import dev.prisma4j.engine.error.PrismaException;
import dev.prisma4j.engine.query.Comparator;
import dev.prisma4j.engine.query.Condition;
import dev.prisma4j.engine.query.Operand;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.ScalarField;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Optimistic locking: a write that names a row and the version that somebody has seen, and finds the row in another
 * version, fails as such and not as if there were no row.
 */
final class Versions {
    private Versions() {}

    /** What to say of a row that was not found: that it has another version now, or what is said otherwise. */
    static PrismaException missing(Statements statements, Model model, Condition where, PrismaException otherwise) {
        ScalarField version = model.versionField().orElse(null);
        if (version == null) {
            return otherwise;
        }
        List<Condition> rest = new ArrayList<>();
        if (!split(where, version, rest)) {
            return otherwise;
        }
        return statements.exists(model, new Condition.And(rest)) && !statements.exists(model, where)
                ? Errors.optimisticLock(model)
                : otherwise;
    }

    /** Whether a condition names a version. */
    static boolean isNamed(Model model, @Nullable Condition where) {
        ScalarField version = model.versionField().orElse(null);
        return version != null && split(where, version, new ArrayList<>());
    }

    /** Gathers the parts of a condition that do not name the version, and tells whether one does. */
    private static boolean split(@Nullable Condition where, ScalarField version, List<Condition> rest) {
        if (where instanceof Condition.And and) {
            boolean named = false;
            for (Condition part : and.conditions()) {
                named |= split(part, version, rest);
            }
            return named;
        }
        if (where instanceof Condition.Compare compare
                && compare.comparator() == Comparator.EQ
                && compare.left() instanceof Operand.Column column
                && column.field() == version) {
            return true;
        }
        if (where != null) {
            rest.add(where);
        }
        return false;
    }
}
