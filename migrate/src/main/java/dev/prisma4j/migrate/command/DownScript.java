package dev.prisma4j.migrate.command;

import dev.prisma4j.migrate.danger.DangerCheck;
import dev.prisma4j.migrate.danger.RowCounts;
import dev.prisma4j.migrate.ddl.MigrationScript;
import dev.prisma4j.migrate.diff.Migration;
import dev.prisma4j.migrate.history.MigrationFile;
import dev.prisma4j.migrate.rename.RenameStatements;
import dev.prisma4j.migrate.script.SqlStatement;
import dev.prisma4j.migrate.table.DatabaseSchema;
import java.util.List;

/** The text of a {@code down.sql}: the way back, with what it may lose at its top, as in a {@code migration.sql}. */
final class DownScript {
    private static final String HEADER =
            "-- Undoes this migration when \"prisma4j migrate down\" is run. Edit it freely.\n";

    private DownScript() {}

    /** The way back undoes also the renames that were written into the migration by hand. */
    static Migration wayBack(MigrationFile migration, DatabaseSchema after, DatabaseSchema before, Project project) {
        List<SqlStatement> statements = project.kind().statements(migration.script());
        return RenameStatements.of(statements, before)
                .inverse()
                .diff(after, before, project.kind().rules(project.schema()));
    }

    static String of(Migration back, Project project) {
        String dangers = DangerCheck.of(back, project.kind().dangers(), RowCounts.UNKNOWN)
                .comment();
        String script = MigrationScript.of(back, project.kind().renderer(back.to()));
        return HEADER + dangers + (back.isEmpty() ? "-- There is nothing in the tables to undo.\n" : script);
    }
}
