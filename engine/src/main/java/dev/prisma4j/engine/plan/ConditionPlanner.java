package dev.prisma4j.engine.plan;

import dev.prisma4j.engine.query.AggregateFunction;
import dev.prisma4j.engine.query.Comparator;
import dev.prisma4j.engine.query.Condition;
import dev.prisma4j.engine.query.FieldReference;
import dev.prisma4j.engine.query.Formula;
import dev.prisma4j.engine.query.Operand;
import dev.prisma4j.engine.query.Unique;
import dev.prisma4j.engine.sql.Codec;
import dev.prisma4j.engine.sql.Expression;
import dev.prisma4j.engine.sql.Join;
import dev.prisma4j.engine.sql.Select;
import dev.prisma4j.engine.sql.Transform;
import dev.prisma4j.engine.sql.dialect.Dialect;
import dev.prisma4j.engine.value.JsonNull;
import dev.prisma4j.engine.value.JsonPath;
import dev.prisma4j.schema.model.RelationField;
import dev.prisma4j.schema.model.ScalarField;
import dev.prisma4j.schema.model.ScalarType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Conditions (of a shape, with slots in place of values) to SQL. A NOT is carried down to the leaves, because some tests
 * are more than one comparison and only some of these are negated.
 */
public final class ConditionPlanner {
    private final Dialect dialect;
    private final Aliases aliases;
    private final FormulaPlanner formulas;

    ConditionPlanner(Dialect dialect, Aliases aliases) {
        this.dialect = dialect;
        this.aliases = aliases;
        this.formulas = new FormulaPlanner(dialect);
    }

    /** A computed value of the rows of the table with that alias. */
    Expression formula(Formula formula, String alias) {
        return formulas.plan(formula, alias);
    }

    /** The condition about the rows of the table with that alias. */
    public Expression plan(Condition condition, String alias) {
        return plan(condition, alias, false);
    }

    /** {@code field = value AND ..} and what else the criterion says. */
    public Expression unique(Unique unique, String alias) {
        List<Expression> parts = new ArrayList<>(equalities(unique.fields(), unique.values(), alias));
        if (unique.and() != null) {
            parts.add(plan(unique.and(), alias, false));
        }
        return Expression.and(parts);
    }

    /** Each field equal to the value in its slot. */
    List<Expression> equalities(List<ScalarField> fields, List<Object> slots, String alias) {
        List<Expression> parts = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            ScalarField field = fields.get(i);
            parts.add(Expression.equal(Tables.column(alias, field), parameter(slots.get(i), dialect.codec(field))));
        }
        return parts;
    }

    private static Expression parameter(Object slot, Codec codec) {
        return new Expression.Parameter(((Slot) slot).index(), codec);
    }

    private Expression plan(Condition condition, String alias, boolean negated) {
        if (condition instanceof Condition.And and) {
            List<Expression> parts = all(and.conditions(), alias, negated);
            return negated ? or(parts) : conjunction(parts);
        } else if (condition instanceof Condition.Or or) {
            List<Expression> parts = all(or.conditions(), alias, negated);
            return negated ? conjunction(parts) : or(parts);
        } else if (condition instanceof Condition.Not not) {
            return plan(not.condition(), alias, !negated);
        } else if (condition instanceof Condition.Compare compare) {
            return compare(compare, alias, negated);
        } else if (condition instanceof Condition.In in) {
            return in(in, alias, negated);
        } else if (condition instanceof Condition.IsNull isNull) {
            return new Expression.IsNull(operand(isNull.left(), alias), isNull.negated() != negated);
        } else if (condition instanceof Condition.TextMatch match) {
            return text(match, alias, negated);
        } else if (condition instanceof Condition.Related related) {
            return related(related, alias, negated);
        } else if (condition instanceof Condition.Search search) {
            return new Expression.Search(Tables.columns(alias, search.fields()), searchTerm(search.query()), negated);
        } else if (condition instanceof Condition.ListMatch match) {
            return not(list(match, alias), negated);
        } else if (condition instanceof Condition.InRows in) {
            List<Codec> codecs = in.fields().stream().map(dialect::codec).toList();
            Slot slot = (Slot) in.rows().get(0)[0];
            return not(new Expression.RowsIn(Tables.columns(alias, in.fields()), slot.index(), codecs), negated);
        } else if (condition instanceof Condition.ListIsEmpty empty) {
            return new Expression.ListIsEmpty(Tables.column(alias, empty.field()), empty.negated() != negated);
        } else if (condition instanceof Condition.JsonMatch match) {
            return json(match, alias, negated);
        }
        throw new IllegalStateException("unknown condition " + condition);
    }

    Expression searchTerm(String slotIndex) {
        return new Expression.Parameter(Integer.parseInt(slotIndex), dialect.textCodec());
    }

    private List<Expression> all(List<Condition> conditions, String alias, boolean negated) {
        List<Expression> parts = new ArrayList<>(conditions.size());
        conditions.forEach(condition -> parts.add(plan(condition, alias, negated)));
        return parts;
    }

    private static Expression conjunction(List<Expression> parts) {
        return parts.isEmpty() ? new Expression.Constant(true) : Expression.and(parts);
    }

    private static Expression or(List<Expression> parts) {
        return parts.isEmpty()
                ? new Expression.Constant(false)
                : parts.size() == 1 ? parts.get(0) : new Expression.Or(parts);
    }

    private static Expression not(Expression expression, boolean negated) {
        return negated ? new Expression.Not(expression) : expression;
    }

    // ---- operands

    Expression operand(Operand operand, String alias) {
        if (operand instanceof Operand.Column column) {
            return Tables.column(alias, column.field());
        } else if (operand instanceof Operand.Computed computed) {
            return formulas.plan(computed.formula(), alias);
        } else if (operand instanceof Operand.Aggregated aggregated) {
            return aggregate(aggregated.function(), aggregated.field(), alias);
        }
        Operand.RelationCounted counted = (Operand.RelationCounted) operand;
        return count(counted.relation(), counted.where(), alias);
    }

    Expression aggregate(AggregateFunction function, @Nullable ScalarField field, String alias) {
        return new Expression.Aggregate(
                function, field == null ? null : Tables.column(alias, field), dialect.aggregateCodec(function, field));
    }

    private Codec codec(Operand operand) {
        if (operand instanceof Operand.Column column) {
            return dialect.codec(column.field());
        } else if (operand instanceof Operand.Computed computed) {
            return formulas.codec(computed.formula());
        } else if (operand instanceof Operand.Aggregated aggregated) {
            return dialect.aggregateCodec(aggregated.function(), aggregated.field());
        }
        return dialect.numberCodec();
    }

    /** The number of related rows, as a subselect. */
    Expression count(RelationField relation, @Nullable Condition where, String alias) {
        Select.Builder select = related(Link.of(relation), alias, where, false, false);
        return new Expression.Scalar(select.item(new Expression.Aggregate(
                        AggregateFunction.COUNT, null, dialect.aggregateCodec(AggregateFunction.COUNT, null)))
                .build());
    }

    // ---- leaves

    private Expression compare(Condition.Compare compare, String alias, boolean negated) {
        Expression left = operand(compare.left(), alias);
        Expression right = compare.right() instanceof FieldReference reference
                ? Tables.column(alias, reference.field())
                : compare.right() instanceof Formula formula
                        ? formulas.plan(formula, alias, codec(compare.left()))
                        : parameter(compare.right(), codec(compare.left()));
        Comparator comparator = negated ? opposite(compare.comparator()) : compare.comparator();
        return new Expression.Compare(left, comparator, right, compare.insensitive());
    }

    private static Comparator opposite(Comparator comparator) {
        return switch (comparator) {
            case EQ -> Comparator.NE;
            case NE -> Comparator.EQ;
            case LT -> Comparator.GTE;
            case LTE -> Comparator.GT;
            case GT -> Comparator.LTE;
            case GTE -> Comparator.LT;
        };
    }

    private Expression in(Condition.In in, String alias, boolean negated) {
        boolean out = in.negated() != negated;
        if (in.values().isEmpty()) {
            return new Expression.Constant(out);
        }
        Expression left = operand(in.left(), alias);
        Object value = in.values().get(0);
        if (value instanceof FieldReference reference) {
            return new Expression.InColumn(left, Tables.column(alias, reference.field()), out);
        }
        return new Expression.InList(left, ((Slot) value).index(), codec(in.left()), out, in.insensitive());
    }

    private Expression text(Condition.TextMatch match, String alias, boolean negated) {
        Condition.TextPosition position = match.position();
        Expression pattern;
        if (match.right() instanceof FieldReference || match.right() instanceof Formula) {
            pattern = pattern(
                    match.right() instanceof FieldReference reference
                            ? Tables.column(alias, reference.field())
                            : formulas.plan((Formula) match.right(), alias),
                    position);
        } else {
            pattern = new Expression.Parameter(
                    ((Slot) match.right()).index(), dialect.textCodec(), Transform.valueOf(position.name()));
        }
        return new Expression.Like(operand(match.left(), alias), pattern, negated, match.insensitive());
    }

    /** What LIKE wants of a text that is known to the database only. */
    private static Expression pattern(Expression text, Condition.TextPosition position) {
        List<Expression> parts = new ArrayList<>();
        if (position != Condition.TextPosition.STARTS_WITH) {
            parts.add(new Expression.Text("%"));
        }
        parts.add(text);
        if (position != Condition.TextPosition.ENDS_WITH) {
            parts.add(new Expression.Text("%"));
        }
        return new Expression.Concat(parts);
    }

    private Expression list(Condition.ListMatch match, String alias) {
        Expression column = Tables.column(alias, match.field());
        if (match.value() instanceof FieldReference reference) {
            return new Expression.ListMatch(column, match.test(), Tables.column(alias, reference.field()), true);
        }
        int slot = ((Slot) match.value()).index();
        return new Expression.ListMatch(
                column,
                match.test(),
                new Expression.Parameter(slot, dialect.codec(match.field()), Transform.SINGLETON),
                false);
    }

    private Expression json(Condition.JsonMatch match, String alias, boolean negated) {
        int path = match.path() instanceof JsonPath.Expression slot ? Integer.parseInt(slot.text()) : -1;
        int value = -1;
        Expression other = null;
        Expression.JsonValueType type = Expression.JsonValueType.OTHER;
        if (match.value() instanceof Shaper.JsonSlot slot) {
            value = slot.index();
            type = Expression.JsonValueType.valueOf(slot.kind().name());
        } else if (match.value() instanceof JsonNull jsonNull) {
            type = Expression.JsonValueType.valueOf(jsonNull.name());
        } else if (match.value() instanceof FieldReference reference) {
            other = Tables.column(alias, reference.field());
            String test = match.test().name();
            if (test.startsWith("STRING_") && reference.field().is(ScalarType.STRING)) {
                other = pattern(other, Condition.TextPosition.valueOf(test.substring("STRING_".length())));
            }
        }
        return new Expression.JsonMatch(
                Tables.column(alias, match.field()),
                dialect.codec(match.field()),
                path,
                match.test(),
                value,
                type,
                other,
                match.insensitive(),
                negated);
    }

    // ---- relations

    private Expression related(Condition.Related related, String alias, boolean negated) {
        RelationField relation = related.relation();
        Link link = Link.of(relation);
        Condition where = related.where();
        Condition.Quantifier quantifier = related.quantifier();
        if (where == null && (quantifier == Condition.Quantifier.IS || quantifier == Condition.Quantifier.IS_NOT)) {
            return missing(link, alias, (quantifier == Condition.Quantifier.IS) != negated);
        }
        return switch (quantifier) {
            case SOME -> exists(link, alias, where, false, false, negated);
            case NONE -> exists(link, alias, where, false, false, !negated);
            case EVERY -> exists(link, alias, where, true, false, !negated);
            case IS -> exists(link, alias, where, false, negated, negated);
            case IS_NOT -> exists(link, alias, where, false, !negated, !negated);
        };
    }

    /** Whether there is no related row; of a compound key that is partly NULL Prisma says that there is one. */
    private Expression missing(Link link, String alias, boolean missing) {
        if (!link.field().holdsForeignKey()) {
            return exists(link, alias, null, false, false, missing);
        }
        List<Expression> parts = new ArrayList<>();
        for (ScalarField field : link.parentFields()) {
            parts.add(new Expression.IsNull(Tables.column(alias, field), !missing));
        }
        return missing ? Expression.and(parts) : or(parts);
    }

    /**
     * @param negatedWhere whether related rows are looked for that do not meet the condition
     * @param orUnknown whether those count for which the condition is unknown
     * @param none whether there must be no such row
     */
    private Expression exists(
            Link link, String alias, @Nullable Condition where, boolean negatedWhere, boolean orUnknown, boolean none) {
        return new Expression.Exists(
                related(link, alias, where, negatedWhere, orUnknown).build(), none);
    }

    private Select.Builder related(
            Link link, String parentAlias, @Nullable Condition where, boolean negated, boolean orUnknown) {
        String child = aliases.next();
        Select.Builder select;
        if (link.isThroughTable()) {
            String table = aliases.next();
            select = new Select.Builder(Tables.joinTable(link.field().relation(), table));
            if (where != null) {
                select.join(new Join(
                        Tables.table(link.field().relatedModel(), child),
                        false,
                        Expression.equal(
                                Tables.column(child, link.childFields().get(0)),
                                new Expression.Column(table, link.childColumn()))));
            }
            select.where(Expression.equal(
                    new Expression.Column(table, link.parentColumn()),
                    Tables.column(parentAlias, link.parentFields().get(0))));
        } else {
            select = new Select.Builder(Tables.table(link.field().relatedModel(), child));
            select.where(link.condition(parentAlias, child));
        }
        if (where != null) {
            Expression condition = plan(where, child, negated);
            select.where(orUnknown ? new Expression.NotFalse(condition) : condition);
        }
        return select;
    }
}
