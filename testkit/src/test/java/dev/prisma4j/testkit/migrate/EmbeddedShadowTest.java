package dev.prisma4j.testkit.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prisma4j.migrate.Migrate;
import dev.prisma4j.migrate.command.DevOptions;
import dev.prisma4j.migrate.command.DevResult;
import dev.prisma4j.migrate.error.MigrateException;
import dev.prisma4j.schema.SchemaCompiler;
import dev.prisma4j.schema.source.SourceFile;
import dev.prisma4j.testkit.DatabaseKind;
import dev.prisma4j.testkit.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedShadowTest {
    @TempDir
    Path folder;

    @Test
    void whoMayNotCreateDatabasesTriesMigrationsOnAServerStartedForIt() throws Exception {
        String user = "u" + UUID.randomUUID().toString().replace("-", "");
        try (TestDatabase database =
                TestDatabase.server(DatabaseKind.POSTGRESQL).fresh()) {
            database.execute(
                    "CREATE ROLE " + user + " LOGIN PASSWORD 'p' NOCREATEDB", "GRANT ALL ON SCHEMA public TO " + user);
            try {
                Migrate project = Migrate.of(
                        SchemaCompiler.compile(List.of(SourceFile.of(
                                        "schema.prisma",
                                        "datasource db {\n  provider = \"postgresql\"\n}\n"
                                                + "model A {\n  id Int @id @default(autoincrement())\n  e E[]\n}\n"
                                                + "enum E {\n  X\n}\n")))
                                .orThrow(),
                        database.url().replaceFirst("//[^@]*@", "//" + user + ":p@"),
                        folder);
                DevOptions options = new DevOptions(() -> "a", false, dangers -> true);

                assertThatThrownBy(() -> project.dev(options))
                        .isInstanceOfSatisfying(
                                MigrateException.class,
                                e -> assertThat(e.code()).isEqualTo("P3014"))
                        .hasMessageContaining("`embedded`");

                Migrate embedded = project.withEmbeddedShadowDatabase();
                assertThat(embedded.dev(options)).isInstanceOf(DevResult.Created.class);
                assertThat(embedded.dev(options)).isInstanceOf(DevResult.InSync.class);
            } finally {
                database.execute("DROP OWNED BY " + user, "DROP ROLE " + user);
            }
        }
    }
}
