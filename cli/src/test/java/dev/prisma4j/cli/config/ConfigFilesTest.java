package dev.prisma4j.cli.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prisma4j.cli.failure.CommandFailure;
import dev.prisma4j.cli.failure.InvalidSource;
import dev.prisma4j.schema.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigFilesTest {
    @TempDir
    Path folder;

    private final Environment environment = Environment.of(Map.of("DB", "file:./x.db", "PW", "p$w"));

    @Test
    void withoutAFileEverythingIsLeftOpen() {
        ProjectConfig config = ConfigFiles.read(folder, null);
        assertThat(config).isEqualTo(ProjectConfig.none(folder));
    }

    @Test
    void tomlSetsEveryKey() throws IOException {
        ProjectConfig config = read("prisma.config.toml", """
                schema = "db/schema"

                [datasource]
                url = 'env("DB")'
                directUrl = "postgresql://u:env(PW)@host/db"
                shadowDatabaseUrl = "file:./shadow.db"

                [migrations]
                path = "db/migrations"
                seed = "java Seed.java"
                initShadowDb = "CREATE TABLE a (b int)"

                [views]
                path = "db/views"
                [typedSql]
                path = "db/sql"
                [tables]
                external = ["audit", "public.log"]
                [enums]
                external = ["Mood"]
                """);
        assertThat(text(config.schema())).isEqualTo("db/schema");
        assertThat(text(config.datasourceUrl())).isEqualTo("file:./x.db");
        assertThat(text(config.directUrl())).isEqualTo("postgresql://u:p$w@host/db");
        assertThat(text(config.shadowDatabaseUrl())).isEqualTo("file:./shadow.db");
        assertThat(text(config.migrationsPath())).isEqualTo("db/migrations");
        assertThat(text(config.migrationsSeed())).isEqualTo("java Seed.java");
        assertThat(text(config.initShadowDatabase())).startsWith("CREATE");
        assertThat(text(config.viewsPath())).isEqualTo("db/views");
        assertThat(text(config.typedSqlPath())).isEqualTo("db/sql");
        assertThat(config.externalTables()).containsExactly("audit", "public.log");
        assertThat(config.externalEnums()).containsExactly("Mood");
    }

    @Test
    void aMisspeltKeyIsAnErrorWithItsPlaceAndASuggestion() {
        assertThatThrownBy(() -> read("prisma.config.toml", "\n[datasource]\nurll = \"x\"\nport = 3\n"))
                .isInstanceOfSatisfying(InvalidSource.class, invalid -> {
                    Diagnostic first = invalid.findings().get(0);
                    assertThat(first.message()).isEqualTo("\"datasource.urll\" is not a key of the configuration");
                    assertThat(first.help()).isEqualTo("did you mean \"datasource.url\"?");
                    assertThat(first.span().line()).isEqualTo(3);
                    assertThat(invalid.findings()).hasSize(2);
                });
    }

    @Test
    void aSyntaxErrorInTomlHasItsPlace() {
        assertThatThrownBy(() -> read("prisma.config.toml", "schema = \n"))
                .isInstanceOfSatisfying(
                        InvalidSource.class,
                        invalid -> assertThat(invalid.findings().get(0).span().line())
                                .isEqualTo(1));
        assertThatThrownBy(() -> read("prisma.config.toml", "schema = 3\n[tables]\nexternal = [1]\n"))
                .isInstanceOfSatisfying(
                        InvalidSource.class,
                        invalid -> assertThat(invalid.findings())
                                .extracting(Diagnostic::message)
                                .containsExactly(
                                        "\"schema\" must be a string", "\"tables.external\" may only hold strings"));
    }

    @Test
    void aTypeScriptConfigurationIsReadAsFarAsItIsWrittenOut() throws IOException {
        ProjectConfig config = read("prisma.config.ts", """
                import "dotenv/config"; // { schema: "no" }
                import { defineConfig, env } from 'prisma/config';
                import path from "node:path";

                export default defineConfig({ ...base,
                  schema: path.join("prisma", "schema"),
                  datasource: { url: env("DB"), shadowDatabaseUrl: process.env.PW! },
                  migrations: {
                    path: 'prisma/migrations',
                    seed: `tsx prisma/seed.ts`,
                  },
                  tables: { external: ["a", 'b'] },
                  experimental: { externalTables: true },
                  views: { path: somewhere() },
                } satisfies PrismaConfig);
                """);
        assertThat(text(config.schema())).isEqualTo("prisma/schema");
        assertThat(text(config.datasourceUrl())).isEqualTo("file:./x.db");
        assertThat(text(config.shadowDatabaseUrl())).isEqualTo("p$w");
        assertThat(text(config.migrationsPath())).isEqualTo("prisma/migrations");
        assertThat(text(config.migrationsSeed())).isEqualTo("tsx prisma/seed.ts");
        assertThat(config.externalTables()).containsExactly("a", "b");
        assertThat(config.viewsPath()).isNull();
        assertThat(config.notes())
                .hasSize(3)
                .anySatisfy(note -> assertThat(note).startsWith("prisma.config.ts:13:3: \"experimental\""))
                .anySatisfy(note -> assertThat(note).startsWith("prisma.config.ts:14:12: the value of \"views.path\""))
                .anySatisfy(note -> assertThat(note).startsWith("prisma.config.ts:5:31: this part"));
    }

    @Test
    void whatADatabaseHangsOnIsNeverGuessed() throws IOException {
        ProjectConfig config = read("prisma.config.js", """
                const base = "prisma";
                module.exports = { schema: base + "/schema.prisma", datasource: { url: test ? "file:./a.db" : "file:./b.db" },
                  migrations: { path: `${base}/migrations` }, tables: { external: others } };
                """);
        assertThat(config.schema()).isNull();
        assertThatThrownBy(() -> text(config.datasourceUrl()))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("prisma.config.js:2:67");
        assertThatThrownBy(() -> text(config.migrationsPath())).isInstanceOf(CommandFailure.class);
        assertThat(config.computedLists()).containsOnlyKeys("tables.external");
        assertThat(config.notes()).hasSize(4);
    }

    @Test
    void whatIsSpreadOverASettingOrBuiltElsewhereIsNotKnown() throws IOException {
        for (String text : List.of(
                "export default { datasource: { url: 'file:./a.db', ...other } }",
                "export default { datasource: { url: 'file:./a.db' }, ...other }",
                "export default { datasource: { url: 'file:./a.db' }, datasource: connect() }",
                "export default build()")) {
            ProjectConfig config = read("prisma.config.ts", text);
            assertThatThrownBy(() -> text(config.datasourceUrl())).as(text).isInstanceOf(CommandFailure.class);
        }
        ProjectConfig before =
                read("prisma.config.ts", "export default { ...other, datasource: { url: 'file:./a.db' } }");
        assertThat(text(before.datasourceUrl())).isEqualTo("file:./a.db");
    }

    @Test
    void aVariableMayHaveAnotherValueBehindIt() throws IOException {
        ProjectConfig config = read("prisma.config.ts", """
                export default { datasource: {
                  url: process.env["DB"] ?? "file:./other.db",
                  directUrl: process.env.NOPE || process.env.DB,
                  shadowDatabaseUrl: process.env.NOPE ?? "file:./shadow.db" } };
                """);
        assertThat(text(config.datasourceUrl())).isEqualTo("file:./x.db");
        assertThat(text(config.directUrl())).isEqualTo("file:./x.db");
        assertThat(text(config.shadowDatabaseUrl())).isEqualTo("file:./shadow.db");
    }

    @Test
    void aScriptWithoutAnExportedObjectSaysSo() throws IOException {
        assertThat(read("prisma.config.ts", "export default build()").notes())
                .singleElement()
                .asString()
                .contains("none of its settings");
        assertThat(read("prisma.config.ts", "").notes()).hasSize(1);
        assertThat(read("prisma.config.ts", "export default { schema: 'x").schema())
                .isEqualTo(Template.literal("x"));
    }

    @Test
    void tomlWinsOverTypeScript() throws IOException {
        Files.writeString(folder.resolve("prisma.config.ts"), "export default { schema: 'ts' }");
        Files.writeString(folder.resolve("prisma.config.toml"), "schema = 'toml'");
        assertThat(text(ConfigFiles.read(folder, null).schema())).isEqualTo("toml");
    }

    @Test
    void aFileInTheConfigFolderSpeaksAboutTheFolderAbove() throws IOException {
        Files.createDirectories(folder.resolve(".config"));
        assertThat(read(".config/prisma.ts", "export default { schema: 'x' }").folder())
                .isEqualTo(folder.toAbsolutePath());
    }

    @Test
    void aMissingVariableIsNamedWhenItIsNeeded() throws IOException {
        Template url = Objects.requireNonNull(
                read("prisma.config.toml", "datasource.url = \"env('NOPE')\"").datasourceUrl());
        assertThatThrownBy(() -> url.resolve(environment, "datasource.url"))
                .isInstanceOf(CommandFailure.class)
                .hasMessage("datasource.url needs the environment variable NOPE, which is not set");
    }

    @Test
    void aChosenFileMustExistAndBeText() throws IOException {
        assertThatThrownBy(() -> ConfigFiles.read(folder, folder.resolve("nope.toml")))
                .hasMessageContaining("there is no configuration file");
        Path file = folder.resolve("bad.toml");
        Files.write(file, new byte[] {'a', '\n', (byte) 0xff, (byte) 0xfe});
        assertThatThrownBy(() -> ConfigFiles.read(folder, file))
                .hasMessageContaining("bad.toml:2: the file is not UTF-8");
    }

    private ProjectConfig read(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
        return ConfigFiles.read(folder, List.of(".config/prisma.ts").contains(name) ? null : folder.resolve(name));
    }

    private String text(@Nullable Template template) {
        return Objects.requireNonNull(template).resolve(environment, "test");
    }
}
