package dev.prisma4j.testkit.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prisma4j.migrate.Migrate;
import dev.prisma4j.migrate.command.DevOptions;
import dev.prisma4j.migrate.command.DevResult;
import dev.prisma4j.migrate.command.DiffSide;
import dev.prisma4j.migrate.error.MigrateException;
import dev.prisma4j.schema.SchemaCompiler;
import dev.prisma4j.schema.model.Schema;
import dev.prisma4j.schema.source.SourceFile;
import dev.prisma4j.testkit.DatabaseKind;
import dev.prisma4j.testkit.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The commands of migrate on the servers. */
class MigrateOnServersTest {
    private static final String MODELS = """
            enum Role {
              USER
              ADMIN
              @@map("Роль")
            }
            model User {
              id      Int      @id @default(autoincrement())
              email   String   @unique
              role    Role     @default(USER)
              created DateTime @default(now())
              balance Decimal  @default(0)
              posts   Post[]
            }
            model Post {
              id       Int    @id @default(autoincrement())
              title    String
              author   User   @relation(fields: [authorId], references: [id])
              authorId Int
              tags     Tag[]
              @@index([title])
            }
            model Tag {
              name  String @id
              posts Post[]
            }
            """;

    @TempDir
    Path folder;

    private static List<SourceFile> files(DatabaseKind kind, String models) {
        String provider = kind.provider().text();
        return List.of(
                SourceFile.of("schema.prisma", "datasource db {\n  provider = \"" + provider + "\"\n}\n" + models));
    }

    private Migrate project(TestDatabase database, String models) {
        Schema schema = SchemaCompiler.compile(files(database.kind(), models)).orThrow();
        return Migrate.of(schema, database.url(), folder);
    }

    private static DevOptions named(String name) {
        return new DevOptions(() -> name, false, dangers -> true);
    }

    @ParameterizedTest
    @EnumSource(value = DatabaseKind.class, names = "SQLITE", mode = EnumSource.Mode.EXCLUDE)
    void aProjectIsDevelopedPulledAndFoundInSync(DatabaseKind kind) {
        try (TestDatabase database = TestDatabase.server(kind).fresh()) {
            assertThat(project(database, MODELS).dev(named("init"))).isInstanceOf(DevResult.Created.class);
            String changed = MODELS.replace("title    String", "title    String?\n  views Int @default(0)")
                    .replace("  ADMIN\n", "  ADMIN\n  GUEST\n");
            Migrate project = project(database, changed);

            assertThat(project.dev(named("change"))).isInstanceOf(DevResult.Created.class);

            assertThat(project.dev(named("nothing"))).isInstanceOf(DevResult.InSync.class);
            assertThat(project.status().isUpToDate()).isTrue();
            Schema pulled = SchemaCompiler.compile(
                            project.pull(files(kind, ""), true).files())
                    .orThrow();
            assertThat(project.diff(
                                    new DiffSide.OfSchema(pulled),
                                    new DiffSide.OfSchema(project.project().schema()))
                            .summary())
                    .isEqualTo("No difference detected.");
        }
    }

    @ParameterizedTest
    @EnumSource(value = DatabaseKind.class, names = "SQLITE", mode = EnumSource.Mode.EXCLUDE)
    void aFailedMigrationIsReportedAndGoesOnAfterResolve(DatabaseKind kind) throws Exception {
        try (TestDatabase database = TestDatabase.server(kind).fresh()) {
            Path migration = Files.createDirectories(folder.resolve("migrations/20260101000000_broken"));
            Files.writeString(migration.resolve("migration.sql"), "CREATE TABLE a (b INT);\nCREATE TABLE nonsense;\n");
            Migrate project = project(database, MODELS);

            assertThatThrownBy(project::deploy)
                    .isInstanceOfSatisfying(
                            MigrateException.class, e -> assertThat(e.code()).isEqualTo("P3018"))
                    .hasMessageContaining("line 2");
            assertThatThrownBy(project::deploy)
                    .isInstanceOfSatisfying(
                            MigrateException.class, e -> assertThat(e.code()).isEqualTo("P3009"));

            project.markRolledBack("20260101000000_broken");
            Files.writeString(migration.resolve("migration.sql"), "CREATE TABLE c (b INT);\n");
            assertThat(project.deploy()).containsExactly("20260101000000_broken");
        }
    }

    @ParameterizedTest
    @EnumSource(value = DatabaseKind.class)
    void twoDeploysAtOnceApplyEveryMigrationOnce(DatabaseKind kind) throws Exception {
        try (TestDatabase database = TestDatabase.server(kind).fresh()) {
            for (int i = 0; i < 10; i++) {
                Path migration = Files.createDirectories(folder.resolve("migrations/2026010100000" + i + "_m"));
                Files.writeString(migration.resolve("migration.sql"), "CREATE TABLE t" + i + " (b INT);\n");
            }
            ExecutorService threads = Executors.newFixedThreadPool(2);
            try {
                List<Future<List<String>>> runs = new ArrayList<>();
                for (int i = 0; i < 2; i++) {
                    runs.add(threads.submit(() -> project(database, MODELS).deploy()));
                }
                int applied = runs.get(0).get().size() + runs.get(1).get().size();
                assertThat(applied).isEqualTo(10);
            } finally {
                threads.shutdownNow();
            }
            assertThat(project(database, MODELS).status().history().unapplied()).isEmpty();
        }
    }
}
