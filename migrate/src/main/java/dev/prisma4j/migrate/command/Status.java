package dev.prisma4j.migrate.command;

import dev.prisma4j.migrate.error.MigrateException;
import dev.prisma4j.migrate.history.HistoryRow;
import dev.prisma4j.migrate.history.MigrationFile;
import dev.prisma4j.migrate.history.Squashes;
import java.util.List;

/** {@code migrate status}: compares folder and history; needs no shadow database and looks for no drift. */
public final class Status {
    private final Project project;

    /** The status of that project. */
    public Status(Project project) {
        this.project = project;
    }

    /**
     * What was found.
     *
     * @param migrations how many the folder has
     * @param history how folder and history compare
     * @param adoptable the squashes whose migrations the database has: the next deploy notes that and runs nothing
     * @param otherTools the other tools that migrate this database, with their tables
     * @param databaseEmpty whether the database has no tables, the history's own aside
     */
    public record Report(
            int migrations,
            HistoryDiagnosis history,
            List<String> adoptable,
            List<String> otherTools,
            boolean databaseEmpty) {
        /** Whether every migration is applied and none failed. */
        public boolean isUpToDate() {
            return history.failed().isEmpty()
                    && history.unapplied().isEmpty()
                    && history.onlyInDatabase().isEmpty()
                    && (history.hasTable() || migrations == 0);
        }
    }

    /**
     * Asks.
     *
     * @throws MigrateException P1003 if there is no database, P3019, and those of connecting
     */
    public Report run() {
        project.folder().checkProvider(project.kind().lockFileWord());
        List<MigrationFile> files = project.folder().migrations();
        try (Session session = Session.open(project)) {
            boolean hasTable = session.hasHistory();
            return new Report(
                    files.size(),
                    HistoryDiagnosis.of(hasTable, files, session.rows()),
                    adoptable(files, session.rows()),
                    session.otherTools(),
                    !session.hasTables());
        }
    }

    private static List<String> adoptable(List<MigrationFile> files, List<HistoryRow> rows) {
        return files.stream()
                .filter(file -> rows.stream()
                        .noneMatch(row -> row.isApplied() && row.name().equals(file.name())))
                .filter(file -> Squashes.of(file, rows).isComplete())
                .map(MigrationFile::name)
                .toList();
    }

    /** The other tools that migrate a project's database; none without a database. */
    public static List<String> otherTools(Project project) {
        if (!project.kind().exists(project.address())) {
            return List.of();
        }
        try (Session session = Session.open(project)) {
            return session.otherTools();
        }
    }
}
