package dev.prisma4j.migrate.command;

import dev.prisma4j.migrate.error.MigrateErrors;
import dev.prisma4j.migrate.error.MigrateException;
import dev.prisma4j.migrate.history.HistoryRow;
import dev.prisma4j.migrate.history.MigrationFile;
import dev.prisma4j.migrate.script.ScriptFailure;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code migrate deploy}: applies what the history does not have yet, in the order of the names, and stops at the first
 * failure. It looks neither for drift nor at checksums.
 */
public final class Deploy {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Project project;
    private final Progress progress;

    /** Deploys that project. */
    public Deploy(Project project, Progress progress) {
        this.project = project;
        this.progress = progress;
    }

    /**
     * Applies the pending migrations.
     *
     * @return the names of those that were applied
     * @throws MigrateException P3005, P3009, P3018, P3019, P1002 and those of connecting
     */
    public List<String> run() {
        project.folder().checkProvider(project.kind().lockFileWord());
        try (Session session = Session.openOrCreate(project)) {
            return applyPending(session);
        }
    }

    List<String> applyPending(Session session) {
        List<MigrationFile> files = project.folder().migrations();
        session.lock();
        if (!session.hasHistory()) {
            if (session.hasTables()) {
                throw MigrateErrors.notEmpty(project.address().toString(), session.otherTools());
            }
            session.run(session.history()::create);
        }
        refuseFailed(session.rows());
        new Adoption(session, progress).run(files);
        List<HistoryRow> rows = session.ask(session.history()::rows);
        Set<String> known = rows.stream()
                .filter(row -> row.rolledBackAt() == null)
                .map(HistoryRow::name)
                .collect(Collectors.toSet());
        List<String> applied = new ArrayList<>();
        for (MigrationFile file : files) {
            if (!known.contains(file.name())) {
                apply(session, file);
                applied.add(file.name());
            }
        }
        return applied;
    }

    static void refuseFailed(List<HistoryRow> rows) {
        String failed = rows.stream()
                .filter(HistoryRow::isFailed)
                .map(row -> "The `" + row.name() + "` migration started at " + MOMENT.format(row.startedAt())
                        + " UTC "
                        + (row.isHalfUndone() ? "was being undone by `migrate down`, which did not finish" : "failed"))
                .collect(Collectors.joining("\n"));
        if (!failed.isEmpty()) {
            throw MigrateErrors.failedMigrations(failed);
        }
    }

    private void apply(Session session, MigrationFile file) {
        String script = file.script();
        progress.applying(file.name());
        String row = session.ask(() -> session.history().start(file.name(), file.checksum()));
        try {
            project.kind()
                    .run(
                            session.connection(),
                            script,
                            progress::statement,
                            () -> session.history().finish(row));
        } catch (ScriptFailure e) {
            MigrateException failure = MigrateErrors.scriptFailed(
                    file.name(),
                    e.databaseCode(),
                    e.getMessage() == null ? "" : e.getMessage(),
                    e.isRolledBack()
                            ? "Nothing of it was kept: it ran in a transaction, which was rolled back."
                            : "It did not run in one transaction: what stands before the failing statement may have been"
                                    + " applied.",
                    e);
            session.note(failure, () -> session.history().fail(row, String.valueOf(failure.getMessage())));
            throw failure;
        }
        progress.applied(file.name());
    }
}
