package dev.prisma4j.migrate.command;

import dev.prisma4j.migrate.ddl.DdlRenderer;
import dev.prisma4j.migrate.ddl.MigrationScript;
import dev.prisma4j.migrate.diff.DiffTree;
import dev.prisma4j.migrate.diff.DriftSummary;
import dev.prisma4j.migrate.diff.Migration;
import java.util.List;

/**
 * What {@code migrate diff} found.
 *
 * @param migration the way from one side to the other
 * @param renderer writes it
 */
public record DiffResult(Migration migration, DdlRenderer renderer) {
    /** Whether both sides are the same. */
    public boolean isEmpty() {
        return migration.isEmpty();
    }

    /** The SQL. */
    public String script() {
        return MigrationScript.of(migration, renderer);
    }

    /** The difference as a tree for people; no lines where there is none. */
    public List<DiffTree.Line> tree() {
        return DiffTree.of(migration);
    }

    /** The difference in the words that Prisma uses for it. */
    public String summary() {
        return DriftSummary.of(migration);
    }
}
