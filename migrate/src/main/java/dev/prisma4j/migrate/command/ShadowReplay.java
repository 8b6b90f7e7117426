package dev.prisma4j.migrate.command;

import dev.prisma4j.migrate.database.DatabaseAddress;
import dev.prisma4j.migrate.database.DatabaseKind;
import dev.prisma4j.migrate.database.ShadowDatabase;
import dev.prisma4j.migrate.diff.Differ;
import dev.prisma4j.migrate.diff.DriftSummary;
import dev.prisma4j.migrate.diff.Migration;
import dev.prisma4j.migrate.error.MigrateErrors;
import dev.prisma4j.migrate.error.MigrateException;
import dev.prisma4j.migrate.history.MigrationFile;
import dev.prisma4j.migrate.script.ScriptFailure;
import dev.prisma4j.migrate.script.SqlAction;
import dev.prisma4j.migrate.table.DatabaseSchema;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a list of migrations makes of an empty database, found out by applying them to a shadow database. Answers are kept,
 * and so is the shadow database as long as the next question is about more migrations: one command asks several.
 */
final class ShadowReplay implements AutoCloseable {
    private final Project project;
    private final DatabaseKind kind;
    private final Map<List<String>, DatabaseSchema> answers = new HashMap<>();
    private @Nullable ShadowDatabase open;
    private List<String> applied = List.of();

    ShadowReplay(Project project) {
        this.project = project;
        this.kind = project.kind();
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
        DatabaseSchema result = asking(() -> describe(shadowWith(migrations)));
        answers.put(names, result);
        return result;
    }

    /** The database that a script makes of one that has some migrations, with others after it. */
    DatabaseSchema tablesAfter(List<MigrationFile> before, String name, String script, List<MigrationFile> after) {
        return asking(() -> {
            ShadowDatabase shadow = shadowWith(before);
            apply(shadow, name, script);
            after.forEach(migration -> apply(shadow, migration.name(), migration.script()));
            DatabaseSchema result = describe(shadow);
            close();
            return result;
        });
    }

    /**
     * Applies migrations and undoes the later ones with their down scripts.
     *
     * @param earlier those that stay
     * @param undone those that are undone, in the order in which they are applied
     */
    DownTrial tryDown(List<MigrationFile> earlier, List<MigrationFile> undone) {
        return asking(() -> {
            List<MigrationFile> migrations = new ArrayList<>(earlier);
            List<DatabaseSchema> states = new ArrayList<>(List.of(tablesAfter(earlier)));
            for (MigrationFile migration : undone) {
                migrations.add(migration);
                states.add(tablesAfter(migrations));
            }
            ShadowDatabase shadow = shadowWith(migrations);
            DownTrial.Problem problem = null;
            for (int i = undone.size() - 1; i >= 0 && problem == null; i--) {
                MigrationFile migration = undone.get(i);
                problem = undo(shadow, migration.name(), migration.downScript(), states.get(i));
            }
            close();
            return new DownTrial(states.get(0), states.get(undone.size()), problem);
        });
    }

    /**
     * Applies a script and undoes it.
     *
     * @param earlier the migrations before it
     * @param down the script that undoes it
     * @return what is wrong with that script, or null
     */
    DownTrial.@Nullable Problem tryDown(List<MigrationFile> earlier, String name, String script, String down) {
        Optional<DownTrial.Problem> found = asking(() -> {
            DatabaseSchema before = tablesAfter(earlier);
            ShadowDatabase shadow = shadowWith(earlier);
            apply(shadow, name, script);
            DownTrial.Problem problem = undo(shadow, name, down, before);
            close();
            return Optional.ofNullable(problem);
        });
        return found.orElse(null);
    }

    /**
     * Writes, but not to a file, the script that undoes a migration, and tries it.
     *
     * @param earlier the migrations before it
     * @param way finds the way from one database to another
     */
    DownTrial.Draft draftDown(
            List<MigrationFile> earlier,
            MigrationFile migration,
            BiFunction<DatabaseSchema, DatabaseSchema, Migration> way) {
        return asking(() -> {
            DatabaseSchema before = tablesAfter(earlier);
            List<MigrationFile> all = new ArrayList<>(earlier);
            all.add(migration);
            String script = DownScript.of(way.apply(tablesAfter(all), before), project);
            DownTrial.Problem problem = undo(shadowWith(all), migration.name(), script, before);
            close();
            return new DownTrial.Draft(script, problem);
        });
    }

    private DownTrial.@Nullable Problem undo(
            ShadowDatabase shadow, String name, String script, DatabaseSchema expected) {
        refuseToLeave(name + "/down.sql", script);
        try {
            kind.run(shadow.connection(), script, SqlAction.NONE);
        } catch (ScriptFailure e) {
            return new DownTrial.Problem(name, String.valueOf(e.getMessage()));
        }
        DatabaseSchema left;
        try {
            left = describe(shadow);
        } catch (SQLException e) { // such as a view of SQLite's whose table is gone
            return new DownTrial.Problem(name, "what it leaves cannot be read: " + e.getMessage());
        }
        Migration rest = Differ.diff(left, expected, kind.rules(project.schema()));
        return rest.isEmpty()
                ? null
                : new DownTrial.Problem(
                        name,
                        "these differences to the database before it remain:\n"
                                + DriftSummary.of(rest).strip());
    }

    private <T> T asking(Session.Question<T> question) {
        try {
            return question.ask();
        } catch (SQLException e) {
            throw MigrateErrors.noShadowDatabase(e);
        }
    }

    /** The shadow database with exactly those migrations, as far as possible the one that is open. */
    private ShadowDatabase shadowWith(List<MigrationFile> migrations) {
        List<String> names = migrations.stream().map(MigrationFile::name).toList();
        boolean goesOn = names.size() >= applied.size()
                && names.subList(0, applied.size()).equals(applied);
        ShadowDatabase shadow = open;
        if (shadow == null || !goesOn) {
            close();
            shadow = openEmpty();
            open = shadow;
        }
        List<String> done = new ArrayList<>(applied);
        for (MigrationFile migration : migrations.subList(done.size(), migrations.size())) {
            apply(shadow, migration.name(), migration.script());
            done.add(migration.name());
        }
        applied = done;
        return shadow;
    }

    private ShadowDatabase openEmpty() {
        DatabaseAddress own = project.shadow();
        if (project.shadowIs(project.address())) {
            throw MigrateErrors.shadowIsTheDatabase();
        }
        ShadowDatabase shadow = own == null
                ? kind.openShadow(project.address(), project.describeOptions())
                : kind.openShadowAt(own, project.describeOptions());
        if (!project.shadowScript().isBlank()) {
            open = shadow; // so that it is closed if the script fails
            apply(shadow, "the start-up script of the shadow database", project.shadowScript());
        }
        return shadow;
    }

    /** Leaves the shadow database; the next question opens another one. */
    @Override
    public void close() {
        ShadowDatabase shadow = open;
        open = null;
        applied = List.of();
        if (shadow != null) {
            shadow.close();
        }
    }

    private DatabaseSchema describe(ShadowDatabase shadow) throws SQLException {
        DatabaseSchema described = kind.describe(shadow.connection(), project.describeOptions());
        return Scope.ofMigrations(Scope.whole(described), project.leftAlone());
    }

    private void refuseToLeave(String name, String script) {
        kind.leavingShadow(script, project.address()).ifPresent(statement -> {
            String database = project.address().url().database();
            throw MigrateErrors.leavesShadow(name, statement.line(), database);
        });
    }

    private void apply(ShadowDatabase shadow, String name, String script) {
        refuseToLeave(name, script);
        try {
            kind.run(shadow.connection(), script, SqlAction.NONE);
        } catch (ScriptFailure e) {
            close(); // it has a half of that script now
            throw MigrateErrors.failsOnShadowDatabase(name, e);
        }
    }
}
