package dev.prisma4j.migrate.command;

import dev.prisma4j.migrate.error.MigrateErrors;
import dev.prisma4j.migrate.error.MigrateException;
import dev.prisma4j.migrate.history.HistoryRow;
import dev.prisma4j.migrate.history.MigrationFile;
import dev.prisma4j.migrate.history.Squashes;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/**
 * Notes squashes in the history of a database that has all that they were squashed from: their rows are marked as rolled
 * back and the squash gets a row of its own, in one transaction. To Prisma's tools the squash is applied and the others
 * are gone.
 */
final class Adoption {
    private final Session session;
    private final Progress progress;

    Adoption(Session session, Progress progress) {
        this.session = session;
        this.progress = progress;
    }

    /**
     * Adopts the squashes among the migrations that the database does not have yet. The lock has to be held.
     *
     * @throws MigrateException if the database has only a part of what was squashed, or something else by those names
     */
    void run(List<MigrationFile> files) {
        for (MigrationFile file : files) {
            if (!file.isSquash()) {
                continue;
            }
            List<HistoryRow> rows = session.rows();
            if (rows.stream().anyMatch(row -> row.isApplied() && row.name().equals(file.name()))) {
                continue;
            }
            Squashes found = Squashes.of(file, rows);
            if (!found.changed().isEmpty()) {
                throw MigrateErrors.otherThanSquashed(file.name(), found.changed());
            }
            if (found.isPartial()) {
                throw MigrateErrors.partOfSquash(file.name(), found.missing());
            }
            if (found.isComplete()) {
                adopt(file, rows, Set.copyOf(found.present()));
                progress.adopted(file.name());
            }
        }
    }

    private void adopt(MigrationFile file, List<HistoryRow> rows, Set<String> replaced) {
        session.run(() -> {
            session.connection().setAutoCommit(false);
            try {
                for (HistoryRow row : rows) {
                    if (replaced.contains(row.name()) && row.isApplied()) {
                        session.history().markUndone(row.id());
                    }
                }
                session.history().insertApplied(file.name(), file.checksum());
                session.connection().commit();
            } catch (SQLException e) {
                session.connection().rollback();
                throw e;
            } finally {
                session.connection().setAutoCommit(true);
            }
        });
    }
}
