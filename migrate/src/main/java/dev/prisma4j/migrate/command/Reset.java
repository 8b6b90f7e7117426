package dev.prisma4j.migrate.command;

import dev.prisma4j.migrate.error.MigrateErrors;
import dev.prisma4j.migrate.error.MigrateException;
import dev.prisma4j.migrate.history.MigrationFile;
import java.sql.SQLException;
import java.util.List;

/** {@code migrate reset}: empties the database and applies all migrations. Asking first is the caller's part. */
public final class Reset {
    private final Project project;
    private final Progress progress;

    /** Resets that project. */
    public Reset(Project project, Progress progress) {
        this.project = project;
        this.progress = progress;
    }

    /**
     * Empties the database and applies all migrations.
     *
     * @return the names of the migrations
     * @throws MigrateException P3015, P3016, P3018, P3019 and those of connecting
     */
    public List<String> run() {
        project.folder().checkProvider(project.kind().lockFileWord());
        // What is missing is told before anything is lost.
        project.folder().migrations().forEach(MigrationFile::bytes);
        try (Session session = Session.openOrCreate(project)) {
            empty(project, session);
            return new Deploy(project, progress).applyPending(session);
        }
    }

    static void empty(Project project, Session session) {
        try {
            project.kind().reset(session.connection(), project.address(), project.describeOptions());
        } catch (SQLException e) {
            throw MigrateErrors.resetFailed(e);
        }
    }
}
