package dev.prisma4j.engine.plan;

import dev.prisma4j.engine.query.Formula;
import dev.prisma4j.engine.sql.Codec;
import dev.prisma4j.engine.sql.Expression;
import dev.prisma4j.engine.sql.dialect.Dialect;
import dev.prisma4j.schema.model.FieldType;
import dev.prisma4j.schema.model.ScalarType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Formulas (of a shape, with slots in place of values) to SQL. A value travels as those of the column that it is computed
 * with, because databases store some types in several ways; without such a column as its type usually does.
 */
final class FormulaPlanner {
    private final Dialect dialect;

    FormulaPlanner(Dialect dialect) {
        this.dialect = dialect;
    }

    Expression plan(Formula formula, String alias) {
        return plan(formula, alias, ofColumn(formula, formula.type()));
    }

    /** Beside something of that codec, which says how values travel where the formula itself does not. */
    Expression plan(Formula formula, String alias, @Nullable Codec beside) {
        if (formula instanceof Formula.Column column) {
            return Tables.column(alias, column.field());
        } else if (formula instanceof Formula.Constant constant) {
            Slot slot = (Slot) constant.value();
            return new Expression.Parameter(slot.index(), beside != null ? beside : codec(constant));
        } else if (formula instanceof Formula.Arithmetic arithmetic) {
            return new Expression.Arithmetic(
                    plan(arithmetic.left(), alias, beside),
                    Expression.Operator.valueOf(arithmetic.operator().name()),
                    divisor(arithmetic, plan(arithmetic.right(), alias, beside)));
        }
        Formula.Call call = (Formula.Call) formula;
        List<Expression> arguments = new ArrayList<>(call.arguments().size());
        for (Formula argument : call.arguments()) {
            boolean same = argument.type().equals(call.type());
            Codec own = ofColumn(argument, argument.type());
            arguments.add(plan(argument, alias, own != null ? own : same ? beside : null));
        }
        if (call.function() == Formula.Function.CONCAT) {
            return new Expression.Concat(arguments);
        }
        return new Expression.Call(call.function(), arguments, beside != null ? beside : codec(call));
    }

    /** No number divided by zero is an error on some databases and NULL on others. */
    private static Expression divisor(Formula.Arithmetic arithmetic, Expression right) {
        boolean divides = arithmetic.operator() == Formula.Operator.DIVIDED_BY
                || arithmetic.operator() == Formula.Operator.MODULO;
        return divides
                ? new Expression.Call(Formula.Function.NULL_IF, List.of(right, new Expression.Number(0)), null)
                : right;
    }

    /** How the result travels. */
    Codec codec(Formula formula) {
        Codec column = ofColumn(formula, formula.type());
        return column != null ? column : dialect.valueCodec(plain(formula.type()));
    }

    private static ScalarType plain(FieldType type) {
        return type instanceof ScalarType scalar ? scalar : ScalarType.STRING;
    }

    /** The codec of a column of that type that the formula's value comes from. */
    private @Nullable Codec ofColumn(Formula formula, FieldType type) {
        if (!formula.type().equals(type)) {
            return null;
        }
        if (formula instanceof Formula.Column column) {
            return dialect.codec(column.field());
        } else if (formula instanceof Formula.Arithmetic arithmetic) {
            Codec left = ofColumn(arithmetic.left(), type);
            return left != null ? left : ofColumn(arithmetic.right(), type);
        } else if (formula instanceof Formula.Call call) {
            for (Formula argument : call.arguments()) {
                Codec codec = ofColumn(argument, type);
                if (codec != null) {
                    return codec;
                }
            }
        }
        return null;
    }
}
