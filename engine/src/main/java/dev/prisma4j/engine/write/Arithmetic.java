package dev.prisma4j.engine.write;

import dev.prisma4j.engine.error.Errors;
import dev.prisma4j.engine.query.FieldUpdate;
import dev.prisma4j.engine.query.Formula;
import dev.prisma4j.schema.model.ScalarField;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a change makes of a value, for databases that do not tell. */
final class Arithmetic {
    private Arithmetic() {}

    /** The value of a field after the changes. */
    static @Nullable Object after(ScalarField field, @Nullable Object before, List<FieldUpdate> changes) {
        for (FieldUpdate change : changes) {
            if (change.field() == field) {
                return after(before, change);
            }
        }
        return before;
    }

    private static @Nullable Object after(@Nullable Object before, FieldUpdate change) {
        Object operand = change.value();
        if (operand instanceof Formula) {
            throw Errors.unsupported(
                    "a key of `" + change.field().model().name() + "` whose new value the database computes");
        }
        if (change.operation() == FieldUpdate.Operation.SET) {
            return operand;
        }
        if (before == null || operand == null) {
            return null;
        }
        if (change.operation() == FieldUpdate.Operation.PUSH) {
            List<Object> all = new ArrayList<>((List<?>) before);
            if (operand instanceof List<?> many) {
                all.addAll(many);
            } else {
                all.add(operand);
            }
            return all;
        }
        BigDecimal left = new BigDecimal(before.toString());
        BigDecimal right = new BigDecimal(operand.toString());
        BigDecimal result = switch (change.operation()) {
            case INCREMENT -> left.add(right);
            case DECREMENT -> left.subtract(right);
            case MULTIPLY -> left.multiply(right);
            default -> left.divide(right, MathContext.DECIMAL128);
        };
        if (before instanceof Integer) {
            return result.intValue();
        } else if (before instanceof Long) {
            return result.longValue();
        }
        return before instanceof Double ? (Object) result.doubleValue() : result;
    }
}
