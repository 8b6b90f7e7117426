package dev.prisma4j.engine.write;

import dev.prisma4j.engine.query.Condition;
import dev.prisma4j.engine.query.Operand;
import dev.prisma4j.engine.query.Unique;
import dev.prisma4j.schema.model.ScalarField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** The conditions that writes need, put together from the query language. */
final class Conditions {
    /** Every database takes a list of so many values. */
    private static final int FEW = 1000;

    private Conditions() {}

    /** The row that a unique criterion names. */
    static Condition of(Unique unique) {
        List<Condition> parts = new ArrayList<>(unique.fields().size() + 1);
        for (int i = 0; i < unique.fields().size(); i++) {
            parts.add(Condition.eq(unique.fields().get(i), unique.values().get(i)));
        }
        if (unique.and() != null) {
            parts.add(unique.and());
        }
        return all(parts);
    }

    /** These fields have these values. */
    static Condition equal(List<ScalarField> fields, @Nullable Object[] values) {
        List<Condition> parts = new ArrayList<>(values.length);
        for (int i = 0; i < values.length; i++) {
            parts.add(Condition.eq(fields.get(i), values[i]));
        }
        return all(parts);
    }

    /** Any of the rows that the criteria name: lists of values where criteria have the same fields. */
    static Condition anyOf(List<Unique> uniques) {
        List<Condition> parts = new ArrayList<>();
        Map<List<ScalarField>, List<@Nullable Object[]>> rows = new LinkedHashMap<>();
        for (Unique unique : uniques) {
            if (unique.and() == null) {
                rows.computeIfAbsent(unique.fields(), fields -> new ArrayList<>())
                        .add(unique.values().toArray());
            } else {
                parts.add(of(unique));
            }
        }
        rows.forEach((fields, values) -> parts.add(anyOf(fields, values)));
        return parts.size() == 1 ? parts.get(0) : new Condition.Or(parts);
    }

    /** Any of the rows with these values in these fields. */
    static Condition anyOf(List<ScalarField> fields, List<@Nullable Object[]> rows) {
        if (rows.size() == 1) {
            return equal(fields, rows.get(0));
        }
        if (fields.size() == 1) {
            List<Object> values = new ArrayList<>(rows.size());
            for (@Nullable Object[] row : rows) {
                if (row[0] != null) {
                    values.add(row[0]);
                }
            }
            return Condition.in(fields.get(0), values);
        }
        List<Object[]> whole = new ArrayList<>(rows.size());
        List<Condition> parts = new ArrayList<>();
        for (@Nullable Object[] row : rows) {
            if (Arrays.asList(row).contains(null)) {
                parts.add(equal(fields, row));
            } else {
                whole.add(row);
            }
        }
        if (!whole.isEmpty()) {
            parts.add(new Condition.InRows(fields, whole));
        }
        return parts.size() == 1 ? parts.get(0) : new Condition.Or(parts);
    }

    /** Whether a list in it may be too long for one statement. */
    static boolean hasLongList(Condition condition) {
        if (condition instanceof Condition.And and) {
            for (Condition part : and.conditions()) {
                if (hasLongList(part)) {
                    return true;
                }
            }
            return false;
        }
        return condition instanceof Condition.In in
                ? in.values().size() > FEW
                : condition instanceof Condition.InRows rows && rows.rows().size() > FEW;
    }

    /**
     * A condition with a list that is too long for one statement, as several that each name other rows; otherwise the
     * condition itself.
     *
     * @param most tells how long a list of these fields may be
     */
    static List<Condition> split(Condition condition, ToIntFunction<List<ScalarField>> most) {
        if (condition instanceof Condition.InRows in) {
            int size = Math.max(1, most.applyAsInt(in.fields()));
            return in.rows().size() <= size
                    ? List.of(in)
                    : pieces(in.rows(), size, rows -> new Condition.InRows(in.fields(), rows));
        }
        if (condition instanceof Condition.In in && !in.negated() && in.left() instanceof Operand.Column column) {
            int size = Math.max(1, most.applyAsInt(List.of(column.field())));
            return in.values().size() <= size
                    ? List.of(in)
                    : pieces(in.values(), size, some -> new Condition.In(column, some, false, in.insensitive()));
        }
        if (condition instanceof Condition.And and) {
            return split(and, most);
        }
        return List.of(condition);
    }

    private static List<Condition> split(Condition.And and, ToIntFunction<List<ScalarField>> most) {
        for (int i = 0; i < and.conditions().size(); i++) {
            List<Condition> pieces = split(and.conditions().get(i), most);
            if (pieces.size() > 1) {
                List<Condition> all = new ArrayList<>();
                for (Condition piece : pieces) {
                    List<Condition> parts = new ArrayList<>(and.conditions());
                    parts.set(i, piece);
                    all.add(new Condition.And(parts));
                }
                return all;
            }
        }
        return List.of(and);
    }

    private static <T> List<Condition> pieces(List<T> list, int size, Function<List<T>, Condition> piece) {
        List<Condition> pieces = new ArrayList<>();
        for (long from = 0; from < list.size(); from += size) {
            pieces.add(piece.apply(list.subList((int) from, (int) Math.min(list.size(), from + size))));
        }
        return pieces;
    }

    /** Both, where the second may be missing. */
    static Condition and(Condition first, @Nullable Condition second) {
        return second == null ? first : Condition.and(first, second);
    }

    private static Condition all(List<Condition> parts) {
        return parts.size() == 1 ? parts.get(0) : new Condition.And(parts);
    }
}
