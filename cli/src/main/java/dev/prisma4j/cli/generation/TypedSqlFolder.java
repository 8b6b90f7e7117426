// Where a project keeps the SQL queries that become methods, and what the database says of them.
package dev.prisma4j.cli.generation;

import dev.prisma4j.cli.config.Template;
import dev.prisma4j.cli.failure.CommandFailure;
import dev.prisma4j.cli.project.DatabaseAddress;
import dev.prisma4j.cli.project.LoadedProject;
import dev.prisma4j.cli.project.Project;
import dev.prisma4j.cli.source.SourceReader;
import dev.prisma4j.generator.typedsql.SqlFiles;
import dev.prisma4j.generator.typedsql.SqlQuery;
import dev.prisma4j.migrate.Migrate;
import dev.prisma4j.schema.model.Datasource;
import dev.prisma4j.schema.model.Provider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A folder of {@code .sql} files, which need not exist. */
public final class TypedSqlFolder {
    private static final Set<Provider> KNOWN = Set.of(Provider.SQLITE, Provider.POSTGRESQL, Provider.MYSQL);

    private final Path folder;
    private final Path workingFolder;

    private TypedSqlFolder(Path folder, Path workingFolder) {
        this.folder = folder;
        this.workingFolder = workingFolder;
    }

    /** The folder that {@code typedSql.path} names, or {@code sql} beside the schema. */
    public static TypedSqlFolder of(Project project) {
        Template configured = project.config().typedSqlPath();
        Path folder = configured == null
                ? project.schema().folder().resolve("sql")
                : project.config().folder().resolve(configured.resolve(project.environment(), "typedSql.path"));
        return new TypedSqlFolder(folder.normalize(), project.workingFolder());
    }

    /**
     * The queries, with what the database says of them.
     *
     * @param url the database's address where the command line names it, or null
     * @throws CommandFailure if there are none, or typed queries cannot be had from such a database
     */
    public List<SqlQuery> describe(LoadedProject loaded, @Nullable String url) {
        Datasource datasource = loaded.datasource();
        if (!KNOWN.contains(datasource.provider())) {
            throw CommandFailure.notSupported(
                    "making methods of .sql files on " + datasource.provider().text(), "use queryRaw with a record");
        }
        if (files().isEmpty()) {
            throw CommandFailure.of(
                    "the folder " + SourceReader.displayName(folder, workingFolder) + " has no .sql files",
                    "put one query in each, or name another folder as typedSql.path in the configuration");
        }
        DatabaseAddress address = loaded.project().database(url, datasource);
        Migrate migrate = Migrate.of(
                loaded.schema(),
                address.absolute(datasource.provider()),
                loaded.project().schema().folder());
        try (Connection connection =
                migrate.project().kind().open(migrate.project().address())) {
            return new SqlFiles(folder, datasource.provider()).describe(connection);
        } catch (SQLException e) {
            throw CommandFailure.of("the connection to the database was lost: " + e.getMessage())
                    .causedBy(e);
        }
    }

    /** What to say where queries are there and were not asked for. */
    Optional<String> leftOut() {
        return files().isEmpty()
                ? Optional.empty()
                : Optional.of("the queries in " + SourceReader.displayName(folder, workingFolder)
                        + " are left out of the client: generate --sql asks the database for their types");
    }

    /** The files, if there are any. */
    List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".sql")).toList();
        } catch (IOException e) {
            throw CommandFailure.of("the folder " + SourceReader.displayName(folder, workingFolder)
                            + " cannot be read: " + SourceReader.reason(e))
                    .causedBy(e);
        }
    }
}
