package dev.prisma4j.engine.write;

import dev.prisma4j.engine.query.Condition;
import dev.prisma4j.engine.query.Unique;
import dev.prisma4j.schema.model.ScalarField;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The conditions that writes need, put together from the query language. */
final class Conditions {
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

    /** Any of the rows that the criteria name: lists of values where criteria have the same single field. */
    static Condition anyOf(List<Unique> uniques) {
        List<Condition> parts = new ArrayList<>();
        List<ScalarField> fields = new ArrayList<>();
        List<List<Object>> values = new ArrayList<>();
        for (Unique unique : uniques) {
            if (unique.fields().size() > 1 || unique.and() != null) {
                parts.add(of(unique));
                continue;
            }
            int known = fields.indexOf(unique.fields().get(0));
            if (known < 0) {
                known = fields.size();
                fields.add(unique.fields().get(0));
                values.add(new ArrayList<>());
            }
            values.get(known).add(unique.values().get(0));
        }
        for (int i = 0; i < fields.size(); i++) {
            parts.add(
                    values.get(i).size() == 1
                            ? Condition.eq(fields.get(i), values.get(i).get(0))
                            : Condition.in(fields.get(i), values.get(i)));
        }
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
        return new Condition.Or(rows.stream().map(row -> equal(fields, row)).toList());
    }

    /** Both, where the second may be missing. */
    static Condition and(Condition first, @Nullable Condition second) {
        return second == null ? first : Condition.and(first, second);
    }

    private static Condition all(List<Condition> parts) {
        return parts.size() == 1 ? parts.get(0) : new Condition.And(parts);
    }
}
