package dev.prisma4j.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The goals on a project of their own; that Maven runs them is shown by the quickstart example. */
class GoalsTest {
    private static final String SCHEMA = """
            generator client {
              provider = "prisma4j"
              package  = "shop.db"
            }

            datasource db {
              provider = "sqlite"
            }

            model User {
              id Int @id
            }
            """;

    @TempDir
    Path folder;

    private final List<String> log = new ArrayList<>();
    private MavenProject project = new MavenProject();

    @BeforeEach
    void aProject() throws IOException {
        write("pom.xml", "<project/>");
        write("prisma/schema.prisma", SCHEMA);
        project = new MavenProject();
        project.setFile(folder.resolve("pom.xml").toFile());
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), text);
    }

    private <M extends PrismaMojo> M goal(M mojo) {
        mojo.project = project;
        mojo.setLog(new SystemStreamLog() {
            @Override
            public void info(CharSequence line) {
                log.add("info " + line);
            }

            @Override
            public void warn(CharSequence line) {
                log.add("warn " + line);
            }
        });
        return mojo;
    }

    private GenerateMojo generate() {
        GenerateMojo goal = goal(new GenerateMojo());
        goal.outputDirectory =
                folder.resolve("target/generated-sources/prisma4j").toFile();
        return goal;
    }

    @Test
    void theClientIsGeneratedIntoASourceFolderAndStaysAsItIs() throws Exception {
        generate().execute();
        Path source = folder.resolve("target/generated-sources/prisma4j/shop/db/User.java");
        assertThat(source).exists();
        assertThat(project.getCompileSourceRoots())
                .containsExactly(
                        folder.resolve("target/generated-sources/prisma4j").toString());
        assertThat(log).anyMatch(line -> line.startsWith("info Generated the client in target/generated-sources"));
        var written = Files.getLastModifiedTime(source);
        generate().execute();
        assertThat(Files.getLastModifiedTime(source)).isEqualTo(written);
        assertThat(log.get(log.size() - 1)).contains("(0 files written");
    }

    @Test
    void anOutputInTheBlockWinsAndTestSourcesStayInTests() throws Exception {
        write("prisma/schema.prisma", SCHEMA.replace("package", "output = \"../gen\"\n  package"));
        GenerateMojo goal = generate();
        goal.testSources = true;
        goal.execute();
        assertThat(project.getTestCompileSourceRoots())
                .containsExactly(folder.resolve("gen").toString());
        assertThat(project.getCompileSourceRoots()).isEmpty();
        assertThat(folder.resolve("gen/shop/db/PrismaClient.java")).exists();
    }

    @Test
    void mistakesFailTheBuildWithTheirPlace() throws Exception {
        write("prisma/schema.prisma", SCHEMA.replace("Int", "Imt"));
        for (PrismaMojo goal : List.of(generate(), goal(new ValidateMojo()))) {
            assertThatThrownBy(goal::execute)
                    .isInstanceOf(MojoFailureException.class)
                    .hasMessageContaining("Imt")
                    .hasMessageContaining("prisma/schema.prisma:11");
        }
        write("prisma/schema.prisma", SCHEMA.replace("package", "packge"));
        assertThatThrownBy(() -> generate().execute()).hasMessageContaining("did you mean package?");
        PrismaMojo skipped = generate();
        skipped.skip = true;
        skipped.execute();
        assertThat(log).containsExactly("info prisma4j is skipped.");
    }

    @Test
    void theSchemaIsFormattedOrChecked() throws Exception {
        write("prisma/schema.prisma", SCHEMA.replace("id Int", "id    Int"));
        FormatMojo check = goal(new FormatMojo());
        check.check = true;
        assertThatThrownBy(check::execute).isInstanceOf(MojoFailureException.class);
        goal(new FormatMojo()).execute();
        assertThat(folder.resolve("prisma/schema.prisma")).hasContent(SCHEMA);
        check.execute();
    }

    @Test
    void migrationsAreDeployed() throws Exception {
        write("db/schema.prisma", SCHEMA);
        write("db/migrations/migration_lock.toml", "provider = \"sqlite\"\n");
        write(
                "db/migrations/20260101000000_init/migration.sql",
                "CREATE TABLE \"User\" (\"id\" INTEGER PRIMARY KEY);\n");
        write("prisma.config.toml", "schema = \"db/schema.prisma\"\n[datasource]\nurl = 'env(\"PLACE\")'\n");
        MigrateDeployMojo goal = goal(new MigrateDeployMojo());
        goal.environment = Map.of("PLACE", "file:./first.db");
        goal.execute();
        assertThat(folder.resolve("first.db")).exists();
        assertThat(log).anyMatch(line -> line.contains("20260101000000_init"));
        goal.url = "file:./second.db";
        goal.execute();
        assertThat(folder.resolve("second.db")).exists();
    }

    @Test
    void goalsAreBoundToTheUsualPhases() throws IOException {
        String descriptor = Files.readString(Path.of("target/classes/META-INF/maven/plugin.xml"));
        assertThat(descriptor).contains("<goalPrefix>prisma4j</goalPrefix>");
        Map.of("generate", "generate-sources", "validate", "validate", "migrate-deploy", "pre-integration-test")
                .forEach((name, phase) -> assertThat(descriptor)
                        .containsPattern("(?s)<goal>" + name + "</goal>((?!</mojo>).)*<phase>" + phase + "</phase>"));
    }
}
