package dev.prisma4j.migrate.command;

import dev.prisma4j.migrate.error.MigrateErrors;
import dev.prisma4j.migrate.error.MigrateException;
import dev.prisma4j.migrate.history.HistoryRow;
import dev.prisma4j.migrate.history.MigrationFile;
import java.util.List;

/** {@code migrate resolve}: tells the history what happened to a migration outside of it. */
public final class Resolve {
    private final Project project;

    /** Resolves in that project. */
    public Resolve(Project project) {
        this.project = project;
    }

    /**
     * Notes that a migration is applied. Without a history one is made: that is how a database is baselined.
     *
     * @throws MigrateException P3008 if the history has it, P3017 if there is no such migration, P3019
     */
    public void markApplied(String name) {
        project.folder().checkProvider(project.kind().lockFileWord());
        MigrationFile file = project.folder()
                .migration(name)
                .filter(MigrationFile::hasScript)
                .orElseThrow(() -> MigrateErrors.unknownMigration(name));
        String checksum = file.checksum();
        try (Session session = Session.openOrCreate(project)) {
            session.lock();
            if (!session.hasHistory()) {
                session.run(session.history()::create);
            }
            List<HistoryRow> rows = rowsOf(session, name);
            if (rows.stream().anyMatch(HistoryRow::isApplied)) {
                throw MigrateErrors.alreadyApplied(name);
            }
            session.run(() -> session.history().markRolledBack(name));
            session.run(() -> session.history().insertApplied(name, checksum));
        }
    }

    /**
     * Notes that a failed migration was rolled back, so that it is tried again. Saying it again changes nothing.
     *
     * @throws MigrateException P3011 if the history does not have it, P3012 if it did not fail
     */
    public void markRolledBack(String name) {
        try (Session session = Session.open(project)) {
            session.lock();
            List<HistoryRow> rows = rowsOf(session, name);
            if (rows.isEmpty()) {
                throw MigrateErrors.neverApplied(name);
            }
            if (rows.stream().anyMatch(HistoryRow::isApplied) && rows.stream().noneMatch(HistoryRow::isFailed)) {
                throw MigrateErrors.notFailed(name);
            }
            session.run(() -> session.history().markRolledBack(name));
        }
    }

    private static List<HistoryRow> rowsOf(Session session, String name) {
        return session.rows().stream().filter(row -> row.name().equals(name)).toList();
    }
}
