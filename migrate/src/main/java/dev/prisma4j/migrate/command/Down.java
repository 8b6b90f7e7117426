package dev.prisma4j.migrate.command;

import dev.prisma4j.migrate.danger.DangerCheck;
import dev.prisma4j.migrate.danger.DataLoss;
import dev.prisma4j.migrate.danger.LiveRowCounts;
import dev.prisma4j.migrate.diff.Differ;
import dev.prisma4j.migrate.diff.DriftSummary;
import dev.prisma4j.migrate.diff.Migration;
import dev.prisma4j.migrate.error.MigrateErrors;
import dev.prisma4j.migrate.error.MigrateException;
import dev.prisma4j.migrate.history.HistoryRow;
import dev.prisma4j.migrate.history.MigrationFile;
import dev.prisma4j.migrate.rename.RenameStatements;
import dev.prisma4j.migrate.rename.Renames;
import dev.prisma4j.migrate.script.ScriptFailure;
import dev.prisma4j.migrate.script.SqlStatement;
import dev.prisma4j.migrate.table.DatabaseSchema;
import dev.prisma4j.schema.model.Provider;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code migrate down}: undoes applied migrations, the last one first, with the {@code down.sql} beside each. The rows of
 * the history are marked as rolled back, as {@code migrate resolve --rolled-back} does, so that Prisma's tools take the
 * migrations for ones that are still to be applied.
 */
public final class Down {
    private final Project project;
    private final Progress progress;

    /** Goes down in that project. */
    public Down(Project project, Progress progress) {
        this.project = project;
        this.progress = progress;
    }

    /**
     * Undoes migrations.
     *
     * @throws MigrateException P1003, P3009, P3014, P3017, P3019, and if a down script is missing or does not undo
     */
    public DownResult run(DownOptions options) {
        project.folder().checkProvider(project.kind().lockFileWord());
        DownPlan plan;
        try (Session session = Session.open(project)) {
            plan = plan(session, options);
        }
        if (plan.migrations().isEmpty()) {
            return new DownResult.NothingToUndo();
        }
        if (!plan.dataLoss().unexecutable().isEmpty()) {
            return new DownResult.Unexecutable(plan);
        }
        if (plan.needsConsent() && !options.accept().test(plan)) {
            return new DownResult.NotAccepted(plan);
        }
        try (Session session = Session.open(project)) {
            session.lock();
            DownSelection now = DownSelection.of(project, session, options.steps(), options.to());
            if (!DownTrial.backwards(now.undone()).equals(plan.migrations())) {
                throw MigrateErrors.usage("The history was changed meanwhile; nothing was done. Try again.");
            }
            for (MigrationFile migration : plan.migrations()) {
                undo(session, migration);
            }
        }
        return new DownResult.Undone(plan.names());
    }

    /**
     * Writes the {@code down.sql} of migrations that lack one.
     *
     * @param force also write those anew that have one
     * @return the migrations that it was written for
     */
    public List<MigrationFile> write(int steps, @Nullable String to, boolean force) {
        project.folder().checkProvider(project.kind().lockFileWord());
        DownSelection selection;
        try (Session session = Session.open(project)) {
            selection = DownSelection.of(project, session, steps, to);
        }
        List<MigrationFile> earlier = new ArrayList<>(selection.kept());
        List<MigrationFile> written = new ArrayList<>();
        try (ShadowReplay shadow = new ShadowReplay(project)) {
            for (MigrationFile migration : selection.undone()) {
                if (force || !migration.hasDown()) {
                    DownTrial.Draft draft = shadow.draftDown(
                            earlier,
                            migration,
                            (after, before) -> DownScript.wayBack(migration, after, before, project));
                    migration.writeDown(draft.script());
                    tellProblem(draft.problem(), progress);
                    written.add(migration);
                }
                earlier.add(migration);
            }
        }
        return written;
    }

    static void tellProblem(DownTrial.@Nullable Problem problem, Progress progress) {
        if (problem != null) {
            progress.note("the down.sql of " + problem.migration() + " does not undo the migration, so edit it: "
                    + problem.text());
        }
    }

    private Migration way(DatabaseSchema from, DatabaseSchema to) {
        return Differ.diff(from, to, project.kind().rules(project.schema()));
    }

    // ---- what to do

    private DownPlan plan(Session session, DownOptions options) {
        DownSelection selection = DownSelection.of(project, session, options.steps(), options.to());
        List<MigrationFile> undone = DownTrial.backwards(selection.undone());
        List<String> missing = undone.stream()
                .filter(m -> !m.hasDown())
                .map(MigrationFile::name)
                .toList();
        if (!missing.isEmpty()) {
            throw MigrateErrors.downMissing(missing);
        }
        if (undone.isEmpty() || !options.check()) {
            return new DownPlan(undone, DataLoss.NONE, options.check());
        }
        DownTrial trial;
        try (ShadowReplay shadow = new ShadowReplay(project)) {
            trial = shadow.tryDown(selection.kept(), selection.undone());
        }
        if (trial.problem() != null) {
            throw MigrateErrors.downDoesNotUndo(
                    trial.problem().migration(), trial.problem().text());
        }
        Migration drift = way(trial.after(), session.describe());
        if (!drift.isEmpty()) {
            throw MigrateErrors.usage("The database is not as its migrations say, so they cannot be undone safely:\n"
                    + DriftSummary.of(drift).strip() + "\n`--skip-check` undoes them all the same.");
        }
        return new DownPlan(undone, dangers(session, trial, selection.undone()), true);
    }

    private DataLoss dangers(Session session, DownTrial trial, List<MigrationFile> undone) {
        List<SqlStatement> statements = DownTrial.backwards(undone).stream()
                .flatMap(m -> project.kind().statements(m.downScript()).stream())
                .toList();
        Renames renames = RenameStatements.of(statements, trial.after());
        Migration back =
                renames.diff(trial.after(), trial.before(), project.kind().rules(project.schema()));
        LiveRowCounts counts =
                new LiveRowCounts(session.connection(), project.kind().renderer(back.to()));
        DataLoss counted = DangerCheck.of(back, project.kind().dangers(), renames.counting(counts));
        DownLosses losses = new DownLosses(
                trial.after(), trial.before(), counts, project.kind().provider() == Provider.MYSQL);
        for (MigrationFile migration : DownTrial.backwards(undone)) {
            losses.read(migration, project.kind().statements(migration.downScript()));
        }
        List<DataLoss.Finding> warnings = new ArrayList<>(counted.warnings());
        warnings.addAll(losses.warnings());
        // Who wrote statements about rows has taken care of those that the generated steps stumble over.
        return new DataLoss(warnings, losses.changesRows() ? List.of() : counted.unexecutable());
    }

    // ---- doing it

    private void undo(Session session, MigrationFile migration) {
        String script = migration.downScript();
        UndoneRows rows = new UndoneRows(session, migration.name(), progress);
        progress.undoing(migration.name());
        if (!project.kind().runsInTransaction(script)) {
            session.run(rows::leavesTransaction);
        }
        try {
            project.kind().run(session.connection(), script, rows, rows::markUndone);
        } catch (ScriptFailure e) {
            String message = String.valueOf(e.getMessage());
            if (e.isRolledBack()) {
                throw MigrateErrors.downFailed(migration.name(), message, e);
            }
            MigrateException failure = MigrateErrors.downFailedHalfWay(migration.name(), message, e);
            session.note(failure, () -> rows.fail(HistoryRow.UNDOING + " failed: " + message));
            throw failure;
        }
        progress.undone(migration.name());
    }
}
