package dev.prisma4j.migrate.error;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every error of this module, each made in one place. */
public final class MigrateErrors {
    private MigrateErrors() {}

    private static MigrateException error(String code, String message) {
        return new MigrateException(code, message, null);
    }

    /** P1001: nothing answers there. */
    public static MigrateException unreachable(String address, Throwable cause) {
        return new MigrateException(
                "P1001",
                "Can't reach the database server at `" + address + "`. Please make sure it is running there."
                        + (cause.getMessage() == null
                                ? ""
                                : "\n" + cause.getMessage().lines().findFirst().orElse("")),
                cause);
    }

    /** P1000: user or password are wrong. */
    public static MigrateException badCredentials(String address, Throwable cause) {
        return new MigrateException(
                "P1000",
                "Authentication failed against the database server at `" + address
                        + "`. Please make sure the user and the password are right.",
                cause);
    }

    /** P1002: another migration holds the lock. */
    public static MigrateException lockTimeout(@Nullable Throwable cause) {
        return new MigrateException(
                "P1002",
                "The database was reached but timed out: another migration seems to be running on it (the advisory lock could"
                        + " not be had within 10 seconds). Try again when it has finished.",
                cause);
    }

    /** P1003: the database is not there. */
    public static MigrateException databaseMissing(String database) {
        return error("P1003", "Database `" + database + "` does not exist.");
    }

    /** P1010: the user may not do that. */
    public static MigrateException accessDenied(String address, Throwable cause) {
        return new MigrateException("P1010", "The user was denied access on the database `" + address + "`.", cause);
    }

    /** P3000: the database cannot be made. */
    public static MigrateException cannotCreateDatabase(String database, Throwable cause) {
        return new MigrateException(
                "P3000", "Failed to create the database `" + database + "`: " + cause.getMessage(), cause);
    }

    /** P3005: there are tables but no history. */
    public static MigrateException notEmpty(String database, List<String> otherTools) {
        return error(
                "P3005",
                "The database schema of `" + database
                        + "` is not empty. Baseline it: mark the migrations that describe what is"
                        + " there as applied with `migrate resolve --applied NAME`."
                        + leaveItTo(otherTools));
    }

    /** What to do where another tool migrates the database; nothing where none does. */
    public static String leaveItTo(List<String> otherTools) {
        return otherTools.isEmpty()
                ? ""
                : "\nThis database is migrated by " + String.join(", ", otherTools)
                        + ". Leave that to it: take the schema"
                        + " from the database with `db pull` and make the client with `generate`, after each of its migrations.";
    }

    /** P3006: a migration does not apply to the shadow database. */
    public static MigrateException failsOnShadowDatabase(String migration, Throwable cause) {
        return new MigrateException(
                "P3006",
                "Migration `" + migration + "` failed to apply cleanly to the shadow database.\n" + cause.getMessage(),
                cause);
    }

    /** P3008: already in the history. */
    public static MigrateException alreadyApplied(String migration) {
        return error("P3008", "The migration `" + migration + "` is already recorded as applied in the database.");
    }

    /** P3009: a migration failed before. */
    public static MigrateException failedMigrations(String details) {
        return error(
                "P3009",
                "migrate found failed migrations in the target database, new migrations will not be applied. Resolve them with"
                        + " `migrate resolve` first.\n" + details);
    }

    /** P3010: too long a name. */
    public static MigrateException nameTooLong(String name) {
        return error("P3010", "The name of the migration is too long, it must not be longer than 200 bytes: " + name);
    }

    /** P3011: nothing to roll back. */
    public static MigrateException neverApplied(String migration) {
        return error(
                "P3011",
                "Migration `" + migration
                        + "` cannot be rolled back because it was never applied to the database. Hint: did you pass in the whole"
                        + " migration name? (example: \"20201207184859_initial_migration\")");
    }

    /** P3012: it did not fail. */
    public static MigrateException notFailed(String migration) {
        return error(
                "P3012", "Migration `" + migration + "` cannot be rolled back because it is not in a failed state.");
    }

    /** P3014: no shadow database. */
    public static MigrateException noShadowDatabase(Throwable cause) {
        return new MigrateException(
                "P3014",
                "The shadow database could not be created. Please make sure the database user has permission to create"
                        + " databases, or name one in `datasource.shadowDatabaseUrl`; for PostgreSQL, `embedded` there"
                        + " starts a server on this machine for it.\n" + cause.getMessage(),
                cause);
    }

    /** The shadow database is the one that is migrated. */
    public static MigrateException shadowIsTheDatabase() {
        return usage("The shadow database is the database itself. It is emptied whenever migrations are tried, so name"
                + " another one.");
    }

    /** The shadow database is one that is migrated, whosoever it is. */
    public static MigrateException shadowHasHistory(String address) {
        return usage(
                "The shadow database `" + address + "` has the table _prisma_migrations, so it is a database that is"
                        + " migrated, and trying migrations would empty it. Name another one, or drop this one if nobody needs it.");
    }

    /** P3015: a folder without script. */
    public static MigrateException scriptMissing(Path file) {
        return error(
                "P3015",
                "Could not find the migration file at " + file
                        + ". Please delete the directory or restore the migration file.");
    }

    /** P3016: the reset did not work. */
    public static MigrateException resetFailed(Throwable cause) {
        return new MigrateException("P3016", "The database could not be reset: " + cause.getMessage(), cause);
    }

    /** P3017: no such folder. */
    public static MigrateException unknownMigration(String migration) {
        return error(
                "P3017",
                "The migration " + migration
                        + " could not be found. Please make sure that the migration exists, and that you included the whole name"
                        + " of the directory. (example: \"20201207184859_initial_migration\")");
    }

    /** P3018: a script fails. */
    public static MigrateException scriptFailed(
            String migration, String databaseCode, String databaseMessage, String outcome, Throwable cause) {
        return new MigrateException(
                "P3018",
                "A migration failed to apply. New migrations cannot be applied before the error is recovered from.\n\n"
                        + "Migration name: " + migration + "\n\nDatabase error code: " + databaseCode
                        + "\n\nDatabase error:\n" + databaseMessage + "\n\n" + outcome,
                cause);
    }

    /** P3019: the lock file names another database. */
    public static MigrateException otherProvider(String schemaProvider, String lockProvider) {
        return error(
                "P3019",
                "The datasource provider `" + schemaProvider
                        + "` specified in your schema does not match the one specified in"
                        + " the migration_lock.toml, `" + lockProvider
                        + "`. Please remove your current migration directory and start a new migration history with `migrate"
                        + " dev`.");
    }

    /** Migrations that nobody wrote a script for that undoes them. */
    public static MigrateException downMissing(List<String> migrations) {
        return usage("It is not known how to undo " + String.join(", ", migrations) + ": no down.sql"
                + " stands beside the migration. `migrate down --write` writes what is missing.");
    }

    /** A down script that does not lead back. */
    public static MigrateException downDoesNotUndo(String migration, String problem) {
        return usage("Tried on the shadow database, the down.sql of `" + migration
                + "` does not undo the migration: " + problem + "\nNothing was done. Edit the file, or have it written"
                + " anew with `migrate down --write --force`; `--skip-check` undoes it all the same.");
    }

    /** A database in the middle of what was squashed. */
    public static MigrateException partOfSquash(String squash, List<String> missing) {
        return usage("The migration `" + squash
                + "` was squashed from others, of which the database has only some. It lacks "
                + String.join(", ", missing)
                + ". Apply those with the version of the project from before the squash, then"
                + " try again.");
    }

    /** A database that has other migrations by the names of those that were squashed. */
    public static MigrateException otherThanSquashed(String squash, List<String> changed) {
        return usage(
                "The migration `" + squash + "` was squashed from others, which the database has with another script: "
                        + String.join(", ", changed)
                        + ". So nobody knows that it is as the migrations say, and nothing was noted."
                        + " Compare them with `migrate diff`, then say `migrate resolve --applied " + squash + "`.");
    }

    /** A folder that a squash should have taken the place of, but that holds something else. */
    public static MigrateException notWhatWasSquashed(String migration, String squash, String difference) {
        return usage("The migration `" + migration + "` is one of those that `" + squash
                + "` was squashed from, but its folder " + difference
                + ". Delete the folder, or move to a new migration"
                + " what is to be kept of it.");
    }

    /** A script that would leave the shadow database it is tried on. */
    public static MigrateException leavesShadow(String script, int line, String database) {
        return usage("On line " + line + ", " + script + " names the database `" + database
                + "` itself. Tried on the shadow database, it would change that one instead, so it was not run. Leave the"
                + " name of the database out: a migration is about the one that it is applied to.");
    }

    /** A down script that the database refuses, which left nothing behind. */
    public static MigrateException downFailed(String migration, String databaseMessage, Throwable cause) {
        return new MigrateException(
                null,
                "The migration `" + migration + "` could not be undone, and nothing of its down.sql"
                        + " was kept: it is applied as before.\n\nDatabase error:\n" + databaseMessage,
                cause);
    }

    /** A down script that the database refuses half-way. */
    public static MigrateException downFailedHalfWay(String migration, String databaseMessage, Throwable cause) {
        return new MigrateException(
                null,
                "The migration `" + migration + "` could not be undone, and a part of its down.sql"
                        + " may have been done: the history shows it as failed. Repair the database, then say `migrate resolve"
                        + " --rolled-back " + migration
                        + "` if the migration is undone now, or `migrate resolve --applied "
                        + migration + "` if it is whole again.\n\nDatabase error:\n" + databaseMessage,
                cause);
    }

    /** P4001: nothing to introspect. */
    public static MigrateException nothingToIntrospect() {
        return error("P4001", "The introspected database was empty.");
    }

    /** P4002: a foreign key leads out of what was described. */
    public static MigrateException crossSchemaReference(String table, String target, String constraint, String schema) {
        return error(
                "P4002",
                "Cross schema references are only allowed when the target schema is listed in the schemas property of your"
                        + " datasource. `" + table + "` points to `" + target + "` in constraint `" + constraint
                        + "`. Please add `" + schema + "` to your `schemas` property and run this command again.");
    }

    /** A statement of ours failed. */
    public static MigrateException databaseError(String message, Throwable cause) {
        return new MigrateException(null, message, cause);
    }

    /** A file cannot be read or written. */
    public static MigrateException fileError(String message, Throwable cause) {
        return new MigrateException(null, message, cause);
    }

    /** A wish that this version cannot fulfil. */
    public static MigrateException unsupported(String message) {
        return new MigrateException("P1015", message, null);
    }

    /** The options of a command contradict each other or are missing. */
    public static MigrateException usage(String message) {
        return new MigrateException(null, message, null);
    }
}
