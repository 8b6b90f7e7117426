package dev.prisma4j.migrate.history;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Compares a squash with what a database has applied.
 *
 * @param present the migrations that it was squashed from and that the database has, by name
 * @param missing those that the database lacks
 */
public record Squashes(List<String> present, List<String> missing) {
    public Squashes {
        present = List.copyOf(present);
        missing = List.copyOf(missing);
    }

    /** Compares a migration, which may be a squash, with the applied migrations. */
    public static Squashes of(MigrationFile file, Set<String> applied) {
        Set<String> present = new HashSet<>();
        List<String> missing = new ArrayList<>();
        for (SquashedMigration migration : file.squashed()) {
            migration.names().stream().filter(applied::contains).forEach(present::add);
            if (!migration.isIn(applied::contains)) {
                missing.add(migration.name());
            }
        }
        return new Squashes(present.stream().sorted().toList(), missing);
    }

    /** Whether the database has everything that was squashed, so that the squash has nothing to do. */
    public boolean isComplete() {
        return !present.isEmpty() && missing.isEmpty();
    }

    /** Whether the database has a part only, which nobody can complete with the squash. */
    public boolean isPartial() {
        return !present.isEmpty() && !missing.isEmpty();
    }
}
