// Turns the two sides of "migrate diff" into what the migrate module compares.
package dev.prisma4j.cli.command;

import dev.prisma4j.cli.failure.CommandFailure;
import dev.prisma4j.cli.process.CommandContext;
import dev.prisma4j.cli.project.DatabaseAddress;
import dev.prisma4j.cli.project.LoadedProject;
import dev.prisma4j.cli.project.Project;
import dev.prisma4j.migrate.Migrate;
import dev.prisma4j.migrate.command.DiffResult;
import dev.prisma4j.migrate.command.DiffSide;
import dev.prisma4j.migrate.history.MigrationFolder;
import dev.prisma4j.migrate.rename.RenameOptions;
import dev.prisma4j.schema.model.Datasource;
import dev.prisma4j.schema.model.Provider;
import dev.prisma4j.schema.model.Schema;
import dev.prisma4j.schema.source.SourceFile;
import dev.prisma4j.schema.url.DatabaseUrl;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One comparison. */
final class DiffComparison {
    private final CommandContext context;
    private final DatabaseOptions options;
    private final @Nullable String shadowUrl;
    private final RenameOptions renames;

    DiffComparison(CommandContext context, DatabaseOptions options, @Nullable String shadowUrl, RenameOptions renames) {
        this.renames = renames;
        this.context = context;
        this.options = options;
        this.shadowUrl = shadowUrl;
    }

    DiffResult compare(DiffSource from, DiffSource to) {
        LoadedProject fromSchema = schemaOf(from);
        LoadedProject toSchema = schemaOf(to);
        if (fromSchema == null && toSchema == null && !needsProject(from, to)) {
            return nothing();
        }
        if (fromSchema != null && toSchema != null) {
            requireSameProvider(fromSchema, toSchema);
        }
        if (!needsProject(from, to)) {
            return Migrate.diff(schema(fromSchema), schema(toSchema), renames);
        }
        Migrate migrate = migrate(from, to, toSchema != null ? toSchema : fromSchema);
        DiffSide left = side(from, fromSchema);
        // The project's database is the one of the first side that is a database.
        DiffSide right = from.isDatabase() && to.isDatabase() ? secondDatabase(to, migrate) : side(to, toSchema);
        return migrate.diff(left, right, renames);
    }

    private static void requireSameProvider(LoadedProject from, LoadedProject to) {
        String before = from.datasource().provider().text();
        String after = to.datasource().provider().text();
        if (!before.equals(after)) {
            throw CommandFailure.of(
                    "the two schemas are for different databases: " + before + " and " + after,
                    "compare schemas of one provider; to move to another, begin from nothing: --from-empty");
        }
    }

    private static @Nullable Schema schema(@Nullable LoadedProject project) {
        return project == null ? null : project.schema();
    }

    private DiffSide secondDatabase(DiffSource source, Migrate migrate) {
        DatabaseAddress address;
        if (source.url() != null) {
            address = new DatabaseAddress(source.url(), context.workingFolder(), source.flag() + "-url");
        } else {
            LoadedProject project = source.datasource() == null ? options.load(context) : load(source.datasource());
            address = project.project()
                    .databaseToMigrate(null, project.schema().datasource().orElse(null));
        }
        Provider provider = migrate.project().schema().provider();
        return new DiffSide.OfDatabaseAt(new dev.prisma4j.migrate.database.DatabaseAddress(
                DatabaseUrl.parse(address.absolute(provider)), address.baseFolder()));
    }

    private static boolean needsProject(DiffSource from, DiffSource to) {
        return from.isDatabase() || to.isDatabase() || from.migrations() != null || to.migrations() != null;
    }

    private static DiffResult nothing() {
        throw CommandFailure.of("both sides are empty", "name a schema, migrations or a database on one of them");
    }

    private @Nullable LoadedProject schemaOf(DiffSource source) {
        return source.schema() == null ? null : load(source.schema());
    }

    private LoadedProject load(Path schema) {
        LoadedProject project = LoadedProject.load(Project.find(context, schema, null), context.terminal());
        project.datasource(); // without one nobody knows which SQL to write
        return project;
    }

    private DiffSide side(DiffSource source, @Nullable LoadedProject schema) {
        if (schema != null) {
            return new DiffSide.OfSchema(schema.schema());
        }
        if (source.migrations() != null) {
            return new DiffSide.OfMigrations(new MigrationFolder(context.resolve(source.migrations())));
        }
        return source.isDatabase() ? new DiffSide.OfDatabase() : new DiffSide.Empty();
    }

    // The database's address comes from the side that is one; the kind of database from the schema that is compared, or
    // the
    // project's own.
    private Migrate migrate(DiffSource from, DiffSource to, @Nullable LoadedProject compared) {
        DiffSource database = from.isDatabase() ? from : to;
        if (database.url() != null) {
            DatabaseAddress address =
                    new DatabaseAddress(database.url(), context.workingFolder(), database.flag() + "-url");
            Schema schema = compared != null ? compared.schema() : schemaFor(address);
            return withShadow(
                    Migrate.of(schema, address.absolute(schema.provider()), context.workingFolder()),
                    schema.provider());
        }
        if (database.datasource() != null) {
            return ofProject(load(database.datasource()), null);
        }
        if (database.isDatabase()) {
            return ofProject(options.load(context), options.url());
        }
        LoadedProject project = compared != null ? compared : options.load(context);
        Provider provider = project.schema().provider();
        // Nothing is read from this database: the shadow database is made beside it, where there are migrations to try.
        boolean shadowNeeded = from.migrations() != null || to.migrations() != null;
        if (shadowNeeded && provider != Provider.SQLITE && shadowUrl == null) {
            return ofProject(project, options.url());
        }
        return withShadow(
                Migrate.of(project.schema(), addressOf(project, provider), context.workingFolder()), provider);
    }

    /** The project's database, if it is known: it is not opened, but must not be the shadow database. */
    private static String addressOf(LoadedProject project, Provider provider) {
        try {
            return project.project()
                    .databaseToMigrate(null, project.datasource())
                    .absolute(provider);
        } catch (CommandFailure e) {
            return placeholder(provider);
        }
    }

    private Migrate ofProject(LoadedProject project, @Nullable String url) {
        Datasource datasource = project.datasource();
        DatabaseAddress address = project.project().databaseToMigrate(url, datasource);
        return withShadow(MigrationProject.open(project, datasource, address), datasource.provider());
    }

    private Migrate withShadow(Migrate migrate, Provider provider) {
        if (shadowUrl == null) {
            return migrate;
        }
        if (shadowUrl.equals(MigrationProject.EMBEDDED)) {
            return migrate.withEmbeddedShadowDatabase();
        }
        DatabaseAddress address = new DatabaseAddress(shadowUrl, context.workingFolder(), "--shadow-database-url");
        return migrate.withShadowDatabase(address.absolute(provider));
    }

    private Schema schemaFor(DatabaseAddress address) {
        Provider provider = address.parse().provider();
        SourceFile source =
                SourceFile.of(address.origin(), "datasource db {\n  provider = \"" + provider.text() + "\"\n}\n");
        return LoadedProject.compile(List.of(source), address.origin(), context.terminal());
    }

    private static String placeholder(Provider provider) {
        return switch (provider) {
            case SQLITE -> "file::memory:";
            case POSTGRESQL, COCKROACHDB -> "postgresql://localhost/none";
            case MYSQL -> "mysql://localhost/none";
            case SQLSERVER -> "sqlserver://localhost;database=none";
            case MONGODB ->
                throw CommandFailure.notSupported("\"migrate diff\" for MongoDB", "use it with an SQL database");
        };
    }
}
