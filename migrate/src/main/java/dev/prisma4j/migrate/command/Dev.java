package dev.prisma4j.migrate.command;

import dev.prisma4j.migrate.danger.DangerCheck;
import dev.prisma4j.migrate.danger.DataLoss;
import dev.prisma4j.migrate.danger.LiveRowCounts;
import dev.prisma4j.migrate.danger.RowCounts;
import dev.prisma4j.migrate.ddl.DdlRenderer;
import dev.prisma4j.migrate.ddl.MigrationScript;
import dev.prisma4j.migrate.diff.DiffRules;
import dev.prisma4j.migrate.diff.Differ;
import dev.prisma4j.migrate.diff.DriftSummary;
import dev.prisma4j.migrate.diff.Migration;
import dev.prisma4j.migrate.error.MigrateErrors;
import dev.prisma4j.migrate.error.MigrateException;
import dev.prisma4j.migrate.history.HistoryRow;
import dev.prisma4j.migrate.history.MigrationFile;
import dev.prisma4j.migrate.rename.RenamePlanner;
import dev.prisma4j.migrate.rename.Renames;
import dev.prisma4j.migrate.table.DatabaseSchema;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code migrate dev}: checks that history, folder and database agree, applies what is pending, writes a migration for what
 * the schema changed, and applies that.
 */
public final class Dev {
    private final Project project;
    private final Progress progress;

    /** Develops that project. */
    public Dev(Project project, Progress progress) {
        this.project = project;
        this.progress = progress;
    }

    /**
     * Runs the command.
     *
     * @throws MigrateException P3006, P3010, P3014, P3015, P3018, P3019 and those of connecting
     */
    public DevResult run(DevOptions options) {
        try (ShadowReplay shadow = new ShadowReplay(project)) {
            return run(options, shadow);
        }
    }

    private DevResult run(DevOptions options, ShadowReplay shadow) {
        project.folder().sweep();
        project.folder().checkProvider(project.kind().lockFileWord());
        List<String> applied;
        Migration migration;
        DataLoss live;
        Renames renames;
        try (Session session = Session.openOrCreate(project)) {
            adoptSquashes(session);
            List<String> reasons = resetReasons(session, shadow);
            if (!reasons.isEmpty()) {
                return new DevResult.ResetNeeded(reasons);
            }
            applied = new ArrayList<>(new Deploy(project, progress).applyPending(session));
            DatabaseSchema from = shadow.tablesAfter(project.folder().migrations());
            renames = RenamePlanner.plan(from, project.target(), project.schema(), options.renames());
            migration = renames.diff(from, project.target(), rules());
            RowCounts counts =
                    new LiveRowCounts(session.connection(), project.kind().renderer(migration.to()));
            live = dangers(migration, renames.counting(counts));
        }
        if (!live.unexecutable().isEmpty() && !options.createOnly()) {
            return new DevResult.Unexecutable(applied, live);
        }
        if (!live.warnings().isEmpty() && !options.accept().test(live)) {
            return new DevResult.NotAccepted(applied, live);
        }
        if (migration.isEmpty() && !options.createOnly()) {
            return new DevResult.InSync(applied);
        }
        List<MigrationFile> earlier = project.folder().migrations();
        MigrationFile created = create(migration, options.name().get());
        if (options.writeDown() && !migration.isEmpty()) {
            writeDown(shadow, earlier, created, renames.inverse());
        }
        if (!options.createOnly()) {
            applied.addAll(new Deploy(project, progress).run());
        }
        return new DevResult.Created(applied, created, live);
    }

    private void adoptSquashes(Session session) {
        List<MigrationFile> files = project.folder().migrations();
        if (files.stream().anyMatch(MigrationFile::isSquash) && session.hasHistory()) {
            session.lock();
            new Adoption(session, progress).run(files);
        }
    }

    private DataLoss dangers(Migration migration, RowCounts counts) {
        return DangerCheck.of(migration, project.kind().dangers(), counts);
    }

    private MigrationFile create(Migration migration, String name) {
        DdlRenderer renderer = project.kind().renderer(migration.to());
        String script = dangers(migration, RowCounts.UNKNOWN).comment() + MigrationScript.of(migration, renderer);
        return project.folder()
                .create(
                        name,
                        script,
                        project.kind().lockFileWord(),
                        project.clock().instant());
    }

    /** Writes the way back beside a new migration. Failing at that does not stop the command. */
    private void writeDown(ShadowReplay shadow, List<MigrationFile> earlier, MigrationFile created, Renames back) {
        try {
            DownTrial.Draft draft = shadow.draftDown(earlier, created, (from, to) -> back.diff(from, to, rules()));
            created.writeDown(draft.script());
            Down.tellProblem(draft.problem(), progress);
        } catch (MigrateException e) {
            progress.note("no down.sql was written for " + created.name() + ": " + e.getMessage());
        }
    }

    private DiffRules rules() {
        return project.kind().rules(project.schema());
    }

    /** Tells of pending migrations whose way back does not lead back, for example because they were edited since. */
    private void checkDowns(ShadowReplay shadow, List<MigrationFile> files, List<String> unapplied) {
        int start = files.size();
        while (start > 0
                && files.get(start - 1).hasDown()
                && unapplied.contains(files.get(start - 1).name())) {
            start--;
        }
        if (start < files.size()) {
            Down.tellProblem(
                    shadow.tryDown(files.subList(0, start), files.subList(start, files.size()))
                            .problem(),
                    progress);
        }
    }

    // ---- why a reset may be needed

    private List<String> resetReasons(Session session, ShadowReplay shadow) {
        List<MigrationFile> files = project.folder().migrations();
        boolean hasTable = session.hasHistory();
        HistoryDiagnosis diagnosis = HistoryDiagnosis.of(hasTable, files, session.rows());
        List<String> reasons = new ArrayList<>();
        for (HistoryRow row : diagnosis.failed()) {
            reasons.add("The migration `" + row.name() + "` failed.");
        }
        for (String name : diagnosis.edited()) {
            reasons.add("The migration `" + name + "` was modified after it was applied.");
        }
        List<MigrationFile> appliedFiles = files.stream()
                .filter(f -> diagnosis.applied().contains(f.name()))
                .toList();
        DatabaseSchema actual = session.describe();
        Migration drift = Differ.diff(shadow.tablesAfter(appliedFiles), actual, rules());
        if (!drift.isEmpty()) {
            reasons.add(ResetReasons.drift(hasTable, DriftSummary.of(drift))
                    + MigrateErrors.leaveItTo(hasTable ? List.of() : session.otherTools()));
        }
        shadow.tablesAfter(files); // a pending migration that does not apply is told before anything is touched
        if (diagnosis.diverges() && diagnosis.lastCommon() != null) {
            reasons.add(ResetReasons.diverged(diagnosis.lastCommon(), diagnosis.onlyInDatabase()));
        } else if (diagnosis.folderIsBehind()) {
            reasons.add(ResetReasons.missing(diagnosis.onlyInDatabase()));
        }
        if (reasons.isEmpty()) {
            checkDowns(shadow, files, diagnosis.unapplied());
        }
        return reasons;
    }
}
