package dev.prisma4j.client.expression;

import dev.prisma4j.client.model.Path;
import dev.prisma4j.client.model.Values;
import dev.prisma4j.engine.query.Formula;
import dev.prisma4j.engine.query.Formula.Arithmetic;
import dev.prisma4j.engine.query.Formula.Call;
import dev.prisma4j.engine.query.Formula.Constant;
import dev.prisma4j.engine.query.Formula.Function;
import dev.prisma4j.engine.query.Formula.Operator;
import dev.prisma4j.schema.model.FieldType;
import dev.prisma4j.schema.model.ScalarType;
import java.util.ArrayList;
import java.util.List;

/** Puts formulas together from the expressions of one row. */
final class Formulas {
    private Formulas() {}

    /** The formula of another expression, which must be of the same row, or of none. */
    static Formula besides(Path path, Expression<?, ?> other) {
        if (!other.path().equals(path) && !isConstant(other.formula())) {
            throw new IllegalArgumentException(
                    other + " is of another row: an expression can only be computed of the fields of one row.");
        }
        return other.formula();
    }

    private static boolean isConstant(Formula formula) {
        return formula instanceof Constant
                || formula instanceof Call call && call.arguments().stream().allMatch(Formulas::isConstant);
    }

    /** A value of the expression's own type. */
    static Formula constant(Expression<?, ?> like, Object value) {
        return constant(like.formula().type(), value);
    }

    static Formula constant(FieldType type, Object value) {
        Object plain = Values.compared(value, "an expression");
        if (type == ScalarType.INT && plain instanceof Long number) {
            plain = Math.toIntExact(number);
        }
        return new Constant(type, plain);
    }

    static Formula arithmetic(Expression<?, ?> left, Operator operator, Object right) {
        return new Arithmetic(left.formula(), operator, operand(left, right));
    }

    /** A function of an expression and perhaps more, its result of the same type. */
    static Formula call(Function function, Expression<?, ?> first, Object... more) {
        return call(function, first.formula().type(), first, more);
    }

    static Formula call(Function function, FieldType type, Expression<?, ?> first, Object... more) {
        List<Formula> arguments = new ArrayList<>();
        arguments.add(first.formula());
        for (Object argument : more) {
            arguments.add(operand(first, argument));
        }
        return new Call(function, arguments, type);
    }

    private static Formula operand(Expression<?, ?> first, Object value) {
        if (value instanceof Formula formula) {
            return formula;
        }
        return value instanceof Expression<?, ?> other ? besides(first.path(), other) : constant(first, value);
    }
}
