package dev.prisma4j.migrate.command;

import dev.prisma4j.migrate.danger.DangerCheck;
import dev.prisma4j.migrate.danger.DataLoss;
import dev.prisma4j.migrate.danger.LiveRowCounts;
import dev.prisma4j.migrate.ddl.DdlRenderer;
import dev.prisma4j.migrate.ddl.MigrationScript;
import dev.prisma4j.migrate.diff.Migration;
import dev.prisma4j.migrate.error.MigrateErrors;
import dev.prisma4j.migrate.error.MigrateException;
import dev.prisma4j.migrate.rename.RenamePlanner;
import dev.prisma4j.migrate.rename.Renames;
import dev.prisma4j.migrate.script.ScriptFailure;
import dev.prisma4j.migrate.script.SqlAction;
import dev.prisma4j.migrate.table.DatabaseSchema;

/** {@code db push}: makes the database what the schema says, without a history. */
public final class Push {
    private final Project project;

    /** Pushes that project. */
    public Push(Project project) {
        this.project = project;
    }

    /**
     * Makes the changes if nothing speaks against them.
     *
     * @throws MigrateException P3016 and those of connecting
     */
    public PushResult run(PushOptions options) {
        boolean created = !project.kind().exists(project.address());
        try (Session session = Session.openOrCreate(project)) {
            if (options.forceReset()) {
                Reset.empty(project, session);
            }
            return push(session, options, created);
        }
    }

    private PushResult push(Session session, PushOptions options, boolean created) {
        DatabaseSchema target = project.target();
        DatabaseSchema before = session.describe();
        Renames renames = RenamePlanner.plan(before, target, project.schema(), options.renames());
        Migration migration = renames.diff(before, target, project.kind().rules(project.schema()));
        if (migration.isEmpty()) {
            return new PushResult(PushResult.Outcome.IN_SYNC, migration, DataLoss.NONE, created);
        }
        DdlRenderer renderer = project.kind().renderer(target);
        DataLoss dangers = DangerCheck.of(
                migration,
                project.kind().dangers(),
                renames.counting(new LiveRowCounts(session.connection(), renderer)));
        if (!dangers.unexecutable().isEmpty()) {
            return new PushResult(PushResult.Outcome.UNEXECUTABLE, migration, dangers, created);
        }
        if (!dangers.warnings().isEmpty() && !options.acceptDataLoss()) {
            return new PushResult(PushResult.Outcome.NEEDS_ACCEPTANCE, migration, dangers, created);
        }
        apply(session, MigrationScript.of(migration, renderer));
        return new PushResult(PushResult.Outcome.PUSHED, migration, dangers, created);
    }

    private void apply(Session session, String script) {
        try {
            project.kind().run(session.connection(), script, SqlAction.NONE);
        } catch (ScriptFailure e) {
            String kept = e.isRolledBack() ? "Nothing was changed." : "Some changes may have been made.";
            throw MigrateErrors.databaseError("The database refused a change: " + e.getMessage() + "\n" + kept, e);
        }
    }
}
