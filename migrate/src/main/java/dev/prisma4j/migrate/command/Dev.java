package dev.prisma4j.migrate.command;

import dev.prisma4j.migrate.danger.DangerCheck;
import dev.prisma4j.migrate.danger.DataLoss;
import dev.prisma4j.migrate.danger.LiveRowCounts;
import dev.prisma4j.migrate.danger.RowCounts;
import dev.prisma4j.migrate.ddl.DdlRenderer;
import dev.prisma4j.migrate.ddl.MigrationScript;
import dev.prisma4j.migrate.diff.Differ;
import dev.prisma4j.migrate.diff.DriftSummary;
import dev.prisma4j.migrate.diff.Migration;
import dev.prisma4j.migrate.error.MigrateException;
import dev.prisma4j.migrate.history.HistoryRow;
import dev.prisma4j.migrate.history.MigrationFile;
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
    private final ShadowReplay shadow;

    /** Develops that project. */
    public Dev(Project project, Progress progress) {
        this.project = project;
        this.progress = progress;
        this.shadow = new ShadowReplay(project);
    }

    /**
     * Runs the command.
     *
     * @throws MigrateException P3006, P3010, P3014, P3015, P3018, P3019 and those of connecting
     */
    public DevResult run(DevOptions options) {
        project.folder().checkProvider(project.kind().lockFileWord());
        List<String> applied;
        Migration migration;
        DataLoss live;
        try (Session session = Session.openOrCreate(project)) {
            List<String> reasons = resetReasons(session);
            if (!reasons.isEmpty()) {
                return new DevResult.ResetNeeded(reasons);
            }
            applied = new ArrayList<>(new Deploy(project, progress).applyPending(session));
            migration = planned();
            live = dangers(
                    migration,
                    new LiveRowCounts(session.connection(), project.kind().renderer(migration.to())));
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
        MigrationFile created = create(migration, options.name().get());
        if (!options.createOnly()) {
            applied.addAll(new Deploy(project, progress).run());
        }
        return new DevResult.Created(applied, created, live);
    }

    /** The way from what the folder makes to what the schema asks for. */
    private Migration planned() {
        DatabaseSchema from = shadow.tablesAfter(project.folder().migrations());
        return Differ.diff(from, project.target(), project.kind().rules(project.schema()));
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

    // ---- why a reset may be needed

    private List<String> resetReasons(Session session) {
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
        Migration drift = Differ.diff(
                shadow.tablesAfter(appliedFiles), actual, project.kind().rules(project.schema()));
        if (!drift.isEmpty()) {
            reasons.add(ResetReasons.drift(hasTable, DriftSummary.of(drift)));
        }
        shadow.tablesAfter(files); // a pending migration that does not apply is told before anything is touched
        if (diagnosis.diverges() && diagnosis.lastCommon() != null) {
            reasons.add(ResetReasons.diverged(diagnosis.lastCommon(), diagnosis.onlyInDatabase()));
        } else if (diagnosis.folderIsBehind()) {
            reasons.add(ResetReasons.missing(diagnosis.onlyInDatabase()));
        }
        return reasons;
    }
}
