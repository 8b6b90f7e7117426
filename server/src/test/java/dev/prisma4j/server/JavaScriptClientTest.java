package dev.prisma4j.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An unmodified JavaScript client of Prisma 6.19 does its everyday work against the server. Skipped where Node is missing. */
@Tag("conformance")
class JavaScriptClientTest {
    private static final String VERSION = "6.19.0";

    @TempDir
    Path folder;

    @Test
    void the_everyday_program_of_a_javascript_client_works() throws Exception {
        copy("schema.prisma");
        copy("program.js");
        Assumptions.assumeTrue(run(Map.of(), "node", "--version").ok(), "Node is missing");
        Assumptions.assumeTrue(
                run(
                                Map.of(),
                                "npm",
                                "install",
                                "--no-audit",
                                "--no-fund",
                                "--ignore-scripts",
                                "@prisma/client@" + VERSION,
                                "prisma@" + VERSION)
                        .ok(),
                "the client cannot be installed");
        try (PrismaServer server =
                PrismaServer.start(BlogDatabase.create(folder).options())) {
            Map<String, String> environment = Map.of(
                    "DATABASE_URL", "prisma+postgres://localhost:" + server.port() + "/?api_key=none",
                    // engines that generating does not use, but would otherwise download
                    "PRISMA_SCHEMA_ENGINE_BINARY", "/bin/true",
                    "PRISMA_QUERY_ENGINE_LIBRARY", "/bin/true");
            Result generated =
                    run(environment, "npx", "prisma", "generate", "--no-engine", "--schema", "schema.prisma");
            assertThat(generated.ok()).as(generated.output()).isTrue();
            Result program = run(environment, "node", "program.js");
            assertThat(program.output()).contains("\"created\":true").doesNotContain("false");
            assertThat(program.ok()).as(program.output()).isTrue();
        }
    }

    private void copy(String name) throws IOException {
        try (InputStream in = JavaScriptClientTest.class.getResourceAsStream("/javascript/" + name)) {
            Files.copy(Objects.requireNonNull(in), folder.resolve(name));
        }
    }

    private record Result(boolean ok, String output) {}

    private Result run(Map<String, String> environment, String... command) throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        ProcessBuilder builder = new ProcessBuilder(List.of(command))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            return new Result(false, String.valueOf(e.getMessage()));
        }
        boolean ended = process.waitFor(3, TimeUnit.MINUTES);
        if (!ended) {
            process.destroyForcibly();
        }
        return new Result(
                ended && process.exitValue() == 0, new String(Files.readAllBytes(output), StandardCharsets.UTF_8));
    }
}
