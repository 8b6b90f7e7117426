package dev.prisma4j.migrate.command;

import dev.prisma4j.migrate.database.DatabaseAddress;
import dev.prisma4j.migrate.database.DatabaseDialect;
import dev.prisma4j.migrate.diff.Migration;
import dev.prisma4j.migrate.error.MigrateErrors;
import dev.prisma4j.migrate.error.MigrateException;
import dev.prisma4j.migrate.rename.RenameOptions;
import dev.prisma4j.migrate.rename.RenamePlanner;
import dev.prisma4j.migrate.rename.Renames;
import dev.prisma4j.migrate.table.DatabaseSchema;
import dev.prisma4j.migrate.target.TargetTables;
import dev.prisma4j.schema.model.Schema;
import org.jspecify.annotations.Nullable;

/** {@code migrate diff}: compares two descriptions of a database, wherever they come from. */
public final class Diff {
    private Diff() {}

    /**
     * The way from one schema to another, without any database.
     *
     * @param from the first schema, or null for nothing
     * @param to the second schema, or null for nothing
     * @throws IllegalArgumentException if both are null
     */
    public static DiffResult ofSchemas(
            @Nullable Schema from, @Nullable Schema to, DatabaseDialect kind, RenameOptions options) {
        Schema schema = to != null ? to : from;
        if (schema == null) {
            throw new IllegalArgumentException("both sides are empty");
        }
        DatabaseSchema before = from == null ? DatabaseSchema.empty() : TargetTables.of(from, kind.target());
        DatabaseSchema after = to == null ? DatabaseSchema.empty() : TargetTables.of(to, kind.target());
        Renames renames = RenamePlanner.plan(before, after, schema, options);
        return new DiffResult(renames.diff(before, after, kind.rules(schema)), kind.renderer(after));
    }

    /**
     * The way from one side to the other.
     *
     * @throws MigrateException P1003, P3006, P3014 and those of connecting
     */
    public static DiffResult of(Project project, DiffSide from, DiffSide to, RenameOptions options) {
        requireOtherShadow(project, from);
        requireOtherShadow(project, to);
        DatabaseSchema before = tables(project, from);
        DatabaseSchema after = tables(project, to);
        Schema schema = to instanceof DiffSide.OfSchema s ? s.schema() : project.schema();
        Renames renames = RenamePlanner.plan(before, after, schema, options);
        Migration migration = renames.diff(before, after, project.kind().rules(schema));
        return new DiffResult(migration, project.kind().renderer(after));
    }

    /** The shadow database is emptied before a database that is compared would be read. */
    private static void requireOtherShadow(Project project, DiffSide side) {
        DatabaseAddress compared = side instanceof DiffSide.OfDatabaseAt other ? other.address() : project.address();
        if (project.shadowIs(compared)) {
            throw MigrateErrors.shadowIsTheDatabase();
        }
    }

    private static DatabaseSchema tables(Project project, DiffSide side) {
        if (side instanceof DiffSide.OfSchema s) {
            return project.target(s.schema());
        } else if (side instanceof DiffSide.OfDatabase) {
            try (Session session = Session.open(project)) {
                return session.describe();
            }
        } else if (side instanceof DiffSide.OfDatabaseAt other) {
            try (Session session = Session.open(project.at(other.address()))) {
                return session.describe();
            }
        } else if (side instanceof DiffSide.OfMigrations m) {
            m.folder().checkProvider(project.kind().lockFileWord());
            try (ShadowReplay shadow = new ShadowReplay(project)) {
                return shadow.tablesAfter(m.folder().migrations());
            }
        }
        return DatabaseSchema.empty();
    }
}
