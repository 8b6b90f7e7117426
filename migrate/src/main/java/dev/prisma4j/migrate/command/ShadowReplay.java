package dev.prisma4j.migrate.command;

import dev.prisma4j.migrate.database.DatabaseKind;
import dev.prisma4j.migrate.database.ShadowDatabase;
import dev.prisma4j.migrate.error.MigrateErrors;
import dev.prisma4j.migrate.error.MigrateException;
import dev.prisma4j.migrate.history.MigrationFile;
import dev.prisma4j.migrate.script.ScriptFailure;
import dev.prisma4j.migrate.script.SqlAction;
import dev.prisma4j.migrate.table.DatabaseSchema;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a list of migrations makes of an empty database, found out by applying them to a shadow database. Answers are kept:
 * one command asks the same question several times.
 */
final class ShadowReplay {
    private final Project project;
    private final Map<List<String>, DatabaseSchema> answers = new HashMap<>();

    ShadowReplay(Project project) {
        this.project = project;
    }

    /**
     * The database that the migrations make.
     *
     * @throws MigrateException P3006 if one does not apply, P3014 if there is no shadow database
     */
    DatabaseSchema tablesAfter(List<MigrationFile> migrations) {
        List<String> names = migrations.stream().map(MigrationFile::name).toList();
        DatabaseSchema known = answers.get(names);
        if (known != null) {
            return known;
        }
        DatabaseSchema result = replay(migrations);
        answers.put(names, result);
        return result;
    }

    private DatabaseSchema replay(List<MigrationFile> migrations) {
        DatabaseKind kind = project.kind();
        try (ShadowDatabase shadow = project.shadow() == null
                ? kind.openShadow(project.address(), project.describeOptions())
                : kind.openShadowAt(project.shadow(), project.describeOptions())) {
            if (!project.shadowScript().isBlank()) {
                run(shadow, "the start-up script of the shadow database", project.shadowScript());
            }
            for (MigrationFile migration : migrations) {
                run(shadow, migration.name(), migration.script());
            }
            return Scope.ofMigrations(
                    kind.describe(shadow.connection(), project.describeOptions()), project.external());
        } catch (SQLException e) {
            throw MigrateErrors.noShadowDatabase(e);
        }
    }

    private void run(ShadowDatabase shadow, String name, String script) {
        try {
            project.kind().run(shadow.connection(), script, SqlAction.NONE);
        } catch (ScriptFailure e) {
            throw MigrateErrors.failsOnShadowDatabase(name, e);
        }
    }
}
