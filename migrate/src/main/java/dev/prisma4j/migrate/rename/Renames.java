package dev.prisma4j.migrate.rename;

import dev.prisma4j.migrate.danger.RowCounts;
import dev.prisma4j.migrate.diff.DiffRules;
import dev.prisma4j.migrate.diff.Differ;
import dev.prisma4j.migrate.diff.Migration;
import dev.prisma4j.migrate.diff.Step;
import dev.prisma4j.migrate.table.DatabaseSchema;
import dev.prisma4j.migrate.table.ObjectName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Renames in the order in which they are made: tables and enums before columns and values.
 *
 * @param list the renames
 */
public record Renames(List<Rename> list) {
    /** Nothing is renamed. */
    public static final Renames NONE = new Renames(List.of());

    public Renames {
        list = List.copyOf(list);
    }

    /** The way back. */
    public Renames inverse() {
        List<Rename> back = new ArrayList<>();
        list.forEach(rename -> back.add(0, rename.inverse()));
        return new Renames(back);
    }

    /** The way from one database to another, with these renames first. */
    public Migration diff(DatabaseSchema from, DatabaseSchema to, DiffRules rules) {
        RenamedSchema renamed = RenamedSchema.of(from, list);
        Migration rest = Differ.diff(renamed.schema(), to, rules);
        List<Step> steps = new ArrayList<>(renamed.steps());
        steps.addAll(rest.steps());
        return new Migration(rest.from(), to, steps);
    }

    /** Counts of the database as it is before the renames, asked by the names after them. */
    public RowCounts counting(RowCounts counts) {
        return list.isEmpty() ? counts : new OriginalNames(counts);
    }

    private final class OriginalNames implements RowCounts {
        private final RowCounts counts;

        OriginalNames(RowCounts counts) {
            this.counts = counts;
        }

        @Override
        public @Nullable Long rows(ObjectName table) {
            return counts.rows(original(table, "").table());
        }

        @Override
        public @Nullable Long nonNull(ObjectName table, String column) {
            Rename.ColumnName name = original(table, column);
            return counts.nonNull(name.table(), name.column());
        }

        private Rename.ColumnName original(ObjectName table, String column) {
            Rename.ColumnName name = new Rename.ColumnName(table, column);
            for (Rename back : inverse().list()) {
                if (back instanceof Rename.OfTable t && t.from().equals(name.table())) {
                    name = new Rename.ColumnName(t.to(), name.column());
                } else if (back instanceof Rename.OfColumn c
                        && c.table().equals(name.table())
                        && c.from().equals(name.column())) {
                    name = new Rename.ColumnName(name.table(), c.to());
                }
            }
            return name;
        }
    }
}
