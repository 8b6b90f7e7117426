package dev.prisma4j.cli.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prisma4j.cli.failure.CommandFailure;
import dev.prisma4j.cli.process.CommandContext;
import dev.prisma4j.cli.terminal.Terminal;
import dev.prisma4j.schema.model.ConfigValue;
import dev.prisma4j.schema.model.Datasource;
import dev.prisma4j.schema.model.Provider;
import dev.prisma4j.schema.model.RelationMode;
import dev.prisma4j.schema.source.SourceFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectTest {
    @TempDir
    Path folder;

    private final Map<String, String> variables = new HashMap<>();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @Test
    void theUsualPlacesOfASchemaAreTriedInOrder() throws IOException {
        write("prisma/schema/a.prisma", "");
        assertThat(find().schema().displayName()).isEqualTo("prisma/schema");
        write("prisma/schema.prisma", "");
        assertThat(find().schema().displayName()).isEqualTo("prisma/schema.prisma");
        write("schema.prisma", "");
        assertThat(find().schema().displayName()).isEqualTo("schema.prisma");
    }

    @Test
    void withoutASchemaTheUserIsToldWhereItWasLookedFor() {
        assertThatThrownBy(this::find)
                .isInstanceOf(CommandFailure.class)
                .hasMessage("no schema was found; looked for schema.prisma, prisma/schema.prisma, prisma/schema");
    }

    @Test
    void aFolderIsReadAtAnyDepthInTheOrderOfItsPaths() throws IOException {
        write("db/b.prisma", "// b");
        write("db/a/z.prisma", "// z");
        write("db/notes.txt", "");
        Project project = Project.find(context(), Path.of("db"), null);
        assertThat(project.schema().read())
                .extracting(SourceFile::name)
                .containsExactly("db/a/z.prisma", "db/b.prisma");
    }

    @Test
    void flagsBeatTheEnvironmentWhichBeatsTheConfiguration() throws IOException {
        for (String name : List.of("flag", "variable", "config")) {
            write(name + ".prisma", "");
        }
        write("schema.prisma", "");
        write("prisma.config.toml", "schema = 'config.prisma'\ndatasource.url = 'file:config.db'");
        assertThat(find().schema().displayName()).isEqualTo("config.prisma");
        assertThat(url(null, null)).isEqualTo("file:config.db");
        variables.put("PRISMA4J_SCHEMA", "variable.prisma");
        variables.put("PRISMA4J_DATABASE_URL", "file:variable.db");
        assertThat(find().schema().displayName()).isEqualTo("variable.prisma");
        assertThat(url(null, null)).isEqualTo("file:variable.db");
        assertThat(Project.find(context(), Path.of("flag.prisma"), null)
                        .schema()
                        .displayName())
                .isEqualTo("flag.prisma");
        assertThat(url("file:flag.db", null)).isEqualTo("file:flag.db");
    }

    @Test
    void theConfigurationBeatsTheSchemaWhichBeatsDatabaseUrl() throws IOException {
        write("prisma/schema.prisma", "");
        variables.put("DATABASE_URL", "file:last.db");
        assertThat(url(null, datasource(null))).isEqualTo("file:last.db");
        assertThat(url(null, datasource(new ConfigValue.Text("file:schema.db"))))
                .isEqualTo("file:schema.db");
        assertThat(url(null, datasource(new ConfigValue.Env("DATABASE_URL")))).isEqualTo("file:last.db");
        write("prisma.config.toml", "datasource.url = 'file:config.db'");
        assertThat(url(null, datasource(new ConfigValue.Text("file:schema.db"))))
                .isEqualTo("file:config.db");
    }

    @Test
    void aRelativeFileStartsFromWhatNamesIt() throws IOException {
        write("prisma/schema.prisma", "");
        variables.put("DATABASE_URL", "file:x.db");
        Project project = find();
        assertThat(project.database("file:x.db", null).baseFolder()).isEqualTo(folder);
        assertThat(project.database(null, datasource(new ConfigValue.Env("DATABASE_URL")))
                        .baseFolder())
                .isEqualTo(folder.resolve("prisma"));
        write("elsewhere/prisma.config.toml", "schema = '../prisma/schema.prisma'\ndatasource.url = 'file:x.db'");
        Project other = Project.find(context(), null, Path.of("elsewhere/prisma.config.toml"));
        assertThat(other.database(null, null).baseFolder()).isEqualTo(folder.resolve("elsewhere"));
    }

    @Test
    void migrationsGoPastThePooler() throws IOException {
        write("schema.prisma", "");
        write("prisma.config.toml", "datasource.url = 'file:pool.db'\ndatasource.directUrl = 'file:direct.db'");
        assertThat(find().databaseToMigrate(null, null).text()).isEqualTo("file:direct.db");
        assertThat(find().databaseToMigrate("file:flag.db", null).text()).isEqualTo("file:flag.db");
        assertThat(find().shadowDatabase(null, null)).isNull();
    }

    @Test
    void variablesComeFromDotEnvFilesUnlessTheProcessHasThem() throws IOException {
        write("prisma/schema.prisma", "");
        write(".env", "A=root\nDATABASE_URL=file:root.db");
        write("prisma/.env", "A=schema\nB=schema");
        assertThat(find().environment().get("A")).isEqualTo("root");
        assertThat(find().environment().get("B")).isEqualTo("schema");
        variables.put("A", "process");
        assertThat(find().environment().get("A")).isEqualTo("process");
        assertThat(url(null, null)).isEqualTo("file:root.db");
    }

    @Test
    void aMissingVariableIsAnErrorOnlyWhenItIsNeeded() throws IOException {
        write("schema.prisma", "");
        write("prisma.config.toml", "datasource.url = 'env(\"NOPE\")'");
        Project project = find();
        assertThatThrownBy(() -> project.database(null, null))
                .hasMessage(
                        "datasource.url in prisma.config.toml needs the environment variable NOPE, which is not set");
    }

    @Test
    void anAddressOfAnotherKindOfDatabaseIsRefusedWithoutShowingIt() {
        DatabaseAddress address = new DatabaseAddress("postgresql://u:s3cret@h/db", folder, "--url");
        assertThatThrownBy(() -> address.parse(Provider.SQLITE))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("the schema is for sqlite")
                .hasMessageNotContaining("s3cret");
        assertThat(address.parse(Provider.COCKROACHDB).host()).isEqualTo("h");
        assertThatThrownBy(() -> new DatabaseAddress("s3cret", folder, "X").parse(Provider.SQLITE))
                .hasMessageStartingWith("the database's address (X) is not valid")
                .hasMessageNotContaining("s3cret");
        assertThat(address.toString()).doesNotContain("s3cret");
    }

    @Test
    void migrationsAreBesideTheSchemaUnlessConfigured() throws IOException {
        write("prisma/schema.prisma", "");
        assertThat(find().migrationsFolder()).isEqualTo(folder.resolve("prisma/migrations"));
        write("prisma/schema/a.prisma", "");
        Project ofFolder = Project.find(context(), Path.of("prisma/schema"), null);
        assertThat(ofFolder.migrationsFolder()).isEqualTo(folder.resolve("prisma/schema/migrations"));
        Files.createDirectories(folder.resolve("prisma/migrations"));
        assertThat(ofFolder.migrationsFolder()).isEqualTo(folder.resolve("prisma/migrations"));
        write("prisma.config.toml", "migrations.path = 'db/m'");
        assertThat(find().migrationsFolder()).isEqualTo(folder.resolve("db/m"));
    }

    @Test
    void whatAScriptDoesNotSayPlainlyIsReported() throws IOException {
        write("schema.prisma", "");
        write("prisma.config.ts", "export default { datasource: { url: secret() } }");
        find();
        assertThat(errors.toString(StandardCharsets.UTF_8))
                .startsWith("warning: prisma.config.ts:1:32: the value of \"datasource.url\" is not understood");
    }

    private @Nullable String url(@Nullable String flag, @Nullable Datasource datasource) {
        return find().database(flag, datasource).text();
    }

    private Datasource datasource(@Nullable ConfigValue url) {
        return new Datasource(
                "db",
                Provider.SQLITE,
                url,
                null,
                null,
                RelationMode.FOREIGN_KEYS,
                List.of(),
                List.of(),
                null,
                "prisma/schema.prisma");
    }

    private Project find() {
        return Project.find(context(), null, null);
    }

    private CommandContext context() {
        PrintStream stream = new PrintStream(errors, true, StandardCharsets.UTF_8);
        return new CommandContext(
                new Terminal(stream, stream, InputStream.nullInputStream(), false, false), variables, folder);
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
