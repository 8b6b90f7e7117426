package dev.prisma4j.migrate.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares a squash with what a database has applied.
 *
 * @param present the migrations that it was squashed from and that the database has, by name
 * @param missing those that the database lacks
 * @param changed those that the database has with another script
 */
public record Squashes(List<String> present, List<String> missing, List<String> changed) {
    public Squashes {
        present = List.copyOf(present);
        missing = List.copyOf(missing);
        changed = List.copyOf(changed);
    }

    /** Compares a migration, which may be a squash, with the history of a database. */
    public static Squashes of(MigrationFile file, List<HistoryRow> rows) {
        List<HistoryRow> applied = rows.stream().filter(HistoryRow::isApplied).toList();
        Set<String> present = new TreeSet<>();
        Set<String> changed = new TreeSet<>();
        List<String> missing = new ArrayList<>();
        for (SquashedMigration migration : file.squashed()) {
            if (!migration.isIn(applied)) {
                missing.add(migration.name());
            }
            for (SquashedMigration part : migration.all()) {
                List<HistoryRow> own = applied.stream()
                        .filter(row -> row.name().equals(part.name()))
                        .toList();
                if (!own.isEmpty()) {
                    present.add(part.name());
                    if (own.stream().noneMatch(row -> part.isScript(row.checksum()))) {
                        changed.add(part.name());
                    }
                }
            }
        }
        return new Squashes(List.copyOf(present), missing, List.copyOf(changed));
    }

    /** Whether the database has everything that was squashed, so that the squash has nothing to do. */
    public boolean isComplete() {
        return !present.isEmpty() && missing.isEmpty() && changed.isEmpty();
    }

    /** Whether the database has a part only, which nobody can complete with the squash. */
    public boolean isPartial() {
        return !present.isEmpty() && !missing.isEmpty();
    }
}
