package dev.prisma4j.testkit.laws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prisma4j.migrate.Migrate;
import dev.prisma4j.migrate.command.DevOptions;
import dev.prisma4j.migrate.command.DevResult;
import dev.prisma4j.migrate.command.DiffSide;
import dev.prisma4j.migrate.command.DownOptions;
import dev.prisma4j.migrate.command.DownResult;
import dev.prisma4j.migrate.command.Progress;
import dev.prisma4j.migrate.command.SquashOptions;
import dev.prisma4j.migrate.command.Status;
import dev.prisma4j.migrate.history.MigrationFile;
import dev.prisma4j.migrate.script.SqlStatement;
import dev.prisma4j.schema.SchemaCompiler;
import dev.prisma4j.schema.source.SourceFile;
import dev.prisma4j.testkit.DatabaseKind;
import dev.prisma4j.testkit.TestDatabase;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A project as Prisma 7.10 left it, kept with its folder of migrations and the rows of its history: three migrations, made
 * and applied by Prisma's schema engine. {@link SwapLawTest} does the same with the engine itself.
 */
class SwapSampleTest {
    private static final DevOptions DEV = new DevOptions(() -> "ours", false, dangers -> true);

    @TempDir
    Path folder;

    private String schema = "";

    private void copySample(DatabaseKind kind) throws IOException, URISyntaxException {
        URL sample = SwapSampleTest.class.getResource(
                "made-by-prisma/" + kind.provider().text());
        assertThat(sample).isNotNull();
        InterruptedProject.copy(Path.of(sample.toURI()), folder);
        schema = Files.readString(folder.resolve("schema.prisma"));
    }

    private Migrate project(TestDatabase database, String text) {
        return Migrate.of(
                SchemaCompiler.compile(List.of(SourceFile.of("schema.prisma", text)))
                        .orThrow(),
                database.url(),
                folder);
    }

    /** What Prisma's engine did: the scripts, then the history as it was read from its database. */
    private void applyAsPrismaDid(TestDatabase database) throws IOException, SQLException {
        Migrate project = project(database, schema);
        List<String> scripts = new ArrayList<>(project.project().folder().migrations().stream()
                .map(MigrationFile::script)
                .toList());
        scripts.add(Files.readString(folder.resolve("history-table.sql")));
        scripts.add(Files.readString(folder.resolve("history.sql")));
        for (String script : scripts) {
            List<SqlStatement> statements = project.project().kind().statements(script);
            database.execute(statements.stream().map(SqlStatement::text).toArray(String[]::new));
        }
    }

    private void isClean(Migrate project) {
        Status.Report status = project.status();
        assertThat(status.isUpToDate()).as("%s", status).isTrue();
        assertThat(status.history().edited()).isEmpty();
        assertThat(project.dev(DEV)).isEqualTo(new DevResult.InSync(List.of()));
        assertThat(project.diff(
                                new DiffSide.OfDatabase(),
                                new DiffSide.OfSchema(project.project().schema()))
                        .summary())
                .isEqualTo("No difference detected.");
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "POSTGRESQL"})
    void weGoOnWhereItStopped(DatabaseKind kind) throws Exception {
        copySample(kind);
        try (TestDatabase database = TestDatabase.server(kind).fresh()) {
            applyAsPrismaDid(database);
            isClean(project(database, schema));
            List<String> before = rows(database);
            String changed = schema.replace("  price Decimal?\n", "  price Decimal @default(1)\n  note String?\n");

            assertThat(project(database, changed).dev(DEV)).isInstanceOf(DevResult.Created.class);

            isClean(project(database, changed));
            assertThat(rows(database)).hasSize(4).containsAll(before);
            Migrate project = project(database, changed);
            assertThat(project.down(new DownOptions(1, null, true, plan -> true), Progress.NONE))
                    .isInstanceOf(DownResult.Undone.class);
            assertThat(project.writeDown(3, null, false, Progress.NONE)).hasSize(3);
            assertThat(project.down(new DownOptions(3, null, true, plan -> true), Progress.NONE))
                    .isInstanceOf(DownResult.Undone.class);
            assertThat(project.deploy()).hasSize(4);
            isClean(project);
            project.squash(new SquashOptions(null, null, "all", SquashOptions.Statements.REFUSE), Progress.NONE);
            isClean(project);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "POSTGRESQL"})
    void ourHistoryIsAsPrismasWouldBe(DatabaseKind kind) throws Exception {
        copySample(kind);
        try (TestDatabase theirs = TestDatabase.server(kind).fresh();
                TestDatabase ours = TestDatabase.server(kind).fresh()) {
            applyAsPrismaDid(theirs);

            assertThat(project(ours, schema).deploy()).hasSize(3);

            assertThat(rows(ours)).isEqualTo(rows(theirs));
            assertThat(Catalog.of(ours)).as("with the table of the history").isEqualTo(Catalog.of(theirs));
        }
    }

    /** All that is not by chance: names, checksums, states, and how long the ids are. */
    private static List<String> rows(TestDatabase database) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT migration_name, checksum, applied_steps_count, logs,"
                        + " rolled_back_at, finished_at IS NULL, length(id) FROM _prisma_migrations"
                        + " ORDER BY migration_name")) {
            while (row.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    values.add(String.valueOf(row.getString(i)));
                }
                rows.add(String.join(" ", values));
            }
        }
        return rows;
    }
}
