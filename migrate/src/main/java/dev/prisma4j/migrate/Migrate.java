package dev.prisma4j.migrate;

import dev.prisma4j.migrate.command.Deploy;
import dev.prisma4j.migrate.command.Dev;
import dev.prisma4j.migrate.command.DevOptions;
import dev.prisma4j.migrate.command.DevResult;
import dev.prisma4j.migrate.command.Diff;
import dev.prisma4j.migrate.command.DiffResult;
import dev.prisma4j.migrate.command.DiffSide;
import dev.prisma4j.migrate.command.Down;
import dev.prisma4j.migrate.command.DownOptions;
import dev.prisma4j.migrate.command.DownResult;
import dev.prisma4j.migrate.command.Execute;
import dev.prisma4j.migrate.command.Progress;
import dev.prisma4j.migrate.command.Project;
import dev.prisma4j.migrate.command.Pull;
import dev.prisma4j.migrate.command.Push;
import dev.prisma4j.migrate.command.PushOptions;
import dev.prisma4j.migrate.command.PushResult;
import dev.prisma4j.migrate.command.Reset;
import dev.prisma4j.migrate.command.Resolve;
import dev.prisma4j.migrate.command.Squash;
import dev.prisma4j.migrate.command.SquashOptions;
import dev.prisma4j.migrate.command.SquashResult;
import dev.prisma4j.migrate.command.Status;
import dev.prisma4j.migrate.database.DatabaseAddress;
import dev.prisma4j.migrate.error.MigrateException;
import dev.prisma4j.migrate.history.MigrationFile;
import dev.prisma4j.migrate.history.MigrationFolder;
import dev.prisma4j.migrate.introspect.Introspection;
import dev.prisma4j.migrate.rename.RenameOptions;
import dev.prisma4j.schema.model.Provider;
import dev.prisma4j.schema.model.Schema;
import dev.prisma4j.schema.source.SourceFile;
import dev.prisma4j.schema.url.DatabaseUrl;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Prisma Migrate for one project: a schema, a database, and a folder of migrations.
 *
 * <pre>{@code
 * Migrate migrate = Migrate.of(schema, "file:./dev.db", Path.of("prisma"));
 * DevResult result = migrate.dev(new DevOptions(() -> "init", false, dangers -> false));
 * }</pre>
 *
 * Every method opens its own connection and closes it. Nothing is printed: what there is to say is in the results, and in
 * the code and message of {@link MigrateException}. Instances are immutable.
 */
public final class Migrate {
    private final Project project;

    private Migrate(Project project) {
        this.project = project;
    }

    /**
     * A project.
     *
     * @param schema the schema, with a datasource
     * @param url the database as Prisma writes it
     * @param base the folder that holds {@code migrations} and that relative paths start from
     * @throws IllegalArgumentException if the address is not valid (P1013)
     * @throws MigrateException if there are no migrations for that kind of database
     */
    public static Migrate of(Schema schema, String url, Path base) {
        return new Migrate(new Project(
                schema,
                DatabaseKinds.of(schema.provider()),
                new DatabaseAddress(DatabaseUrl.parse(url), base),
                null,
                new MigrationFolder(base.resolve("migrations")),
                Set.of(),
                "",
                Clock.systemUTC()));
    }

    private Migrate with(
            @Nullable DatabaseAddress shadow,
            MigrationFolder folder,
            Set<String> external,
            String script,
            Clock clock) {
        return new Migrate(new Project(
                project.schema(), project.kind(), project.address(), shadow, folder, external, script, clock));
    }

    /** The same project with its migrations in another folder. */
    public Migrate withMigrations(Path folder) {
        return with(
                project.shadow(),
                new MigrationFolder(folder),
                project.external(),
                project.shadowScript(),
                project.clock());
    }

    /** The same project with a shadow database of the user's, as Prisma writes its address. */
    public Migrate withShadowDatabase(String url) {
        DatabaseAddress shadow =
                new DatabaseAddress(DatabaseUrl.parse(url), project.address().base());
        return with(shadow, project.folder(), project.external(), project.shadowScript(), project.clock());
    }

    /**
     * The same project with a PostgreSQL server that is started on this machine for every shadow database, from programs that
     * are there: an installed PostgreSQL, or the one that Maven fetches for tests. For SQLite this changes nothing.
     *
     * @throws MigrateException for other databases
     */
    public Migrate withEmbeddedShadowDatabase() {
        return new Migrate(new Project(
                project.schema(),
                project.kind().withOwnShadowServer(),
                project.address(),
                null,
                project.folder(),
                project.external(),
                project.shadowScript(),
                project.clock()));
    }

    /** The same project with tables and enums that others look after: migrations leave them alone. */
    public Migrate withExternal(Collection<String> names) {
        return with(project.shadow(), project.folder(), Set.copyOf(names), project.shadowScript(), project.clock());
    }

    /** The same project with a script that shadow databases start with. */
    public Migrate withShadowScript(String script) {
        return with(project.shadow(), project.folder(), project.external(), script, project.clock());
    }

    /** The same project with another clock, for tests. */
    public Migrate withClock(Clock clock) {
        return with(project.shadow(), project.folder(), project.external(), project.shadowScript(), clock);
    }

    /** The project. */
    public Project project() {
        return project;
    }

    /** {@code migrate dev}. */
    public DevResult dev(DevOptions options) {
        return dev(options, Progress.NONE);
    }

    /** {@code migrate dev}, telling how far it is. */
    public DevResult dev(DevOptions options, Progress progress) {
        return new Dev(project, progress).run(options);
    }

    /** {@code migrate deploy}: the names of the migrations that were applied. */
    public List<String> deploy() {
        return deploy(Progress.NONE);
    }

    /** {@code migrate deploy}, telling how far it is. */
    public List<String> deploy(Progress progress) {
        return new Deploy(project, progress).run();
    }

    /** {@code migrate reset}: the names of the migrations that were applied. All data is lost. */
    public List<String> reset(Progress progress) {
        return new Reset(project, progress).run();
    }

    /** {@code migrate down}: undoes the last migrations. */
    public DownResult down(DownOptions options, Progress progress) {
        return new Down(project, progress).run(options);
    }

    /**
     * {@code migrate down --write}: writes the {@code down.sql} of the last applied migrations that lack one.
     *
     * @param steps how many migrations to look at, from the last one back; ignored with {@code to}
     * @param to the migration before the first one to look at, or null
     * @param force also write those anew that have one
     * @return the names of the migrations that one was written for
     */
    public List<String> writeDown(int steps, @Nullable String to, boolean force, Progress progress) {
        return new Down(project, progress)
                .write(steps, to, force).stream().map(MigrationFile::name).toList();
    }

    /** The other tools that migrate this database, by the tables that they keep for themselves; none without a database. */
    public List<String> otherTools() {
        return Status.otherTools(project);
    }

    /** {@code migrate squash}. */
    public SquashResult squash(SquashOptions options, Progress progress) {
        return new Squash(project, progress).run(options);
    }

    /** {@code migrate status}. */
    public Status.Report status() {
        return new Status(project).run();
    }

    /** {@code migrate resolve --applied}. */
    public void markApplied(String migration) {
        new Resolve(project).markApplied(migration);
    }

    /** {@code migrate resolve --rolled-back}. */
    public void markRolledBack(String migration) {
        new Resolve(project).markRolledBack(migration);
    }

    /** {@code migrate diff}. */
    public DiffResult diff(DiffSide from, DiffSide to) {
        return diff(from, to, RenameOptions.NONE);
    }

    /** {@code migrate diff} with what is known of renames. */
    public DiffResult diff(DiffSide from, DiffSide to, RenameOptions renames) {
        return Diff.of(project, from, to, renames);
    }

    /** {@code migrate diff} between schemas, which needs no database; the first may be null for nothing. */
    public static DiffResult diff(@Nullable Schema from, Schema to) {
        return diff(from, to, RenameOptions.NONE);
    }

    /**
     * The same with what is known of renames; works for every database with SQL, also those that migrations cannot connect
     * to.
     *
     * @param from the first schema, or null for nothing
     * @param to the second schema, or null for nothing
     * @throws IllegalArgumentException if both are null
     * @throws MigrateException if there is no SQL for the provider, or a rename is not one
     */
    public static DiffResult diff(@Nullable Schema from, @Nullable Schema to, RenameOptions renames) {
        Schema schema = to != null ? to : from;
        if (schema == null) {
            throw new IllegalArgumentException("both sides are empty");
        }
        return Diff.ofSchemas(from, to, DatabaseKinds.dialectOf(schema.provider()), renames);
    }

    /** {@code db push}. */
    public PushResult push(PushOptions options) {
        return new Push(project).run(options);
    }

    /**
     * {@code db pull}: the schema of the database; writing it is the caller's part.
     *
     * @param files the existing schema files, which are the source of this project's schema
     * @param force whether to ignore what the existing models say
     */
    public Introspection pull(List<SourceFile> files, boolean force) {
        return new Pull(project).run(files, force);
    }

    /** {@code db execute} on the project's database. */
    public void execute(String script) {
        new Execute(project.kind(), project.address()).run(script);
    }

    /** {@code db execute --url}: needs no schema. */
    public static void execute(String url, Path base, String script) {
        DatabaseUrl parsed = DatabaseUrl.parse(url);
        Provider provider = parsed.provider();
        new Execute(DatabaseKinds.of(provider), new DatabaseAddress(parsed, base)).run(script);
    }
}
