package dev.prisma4j.testkit.laws;

import dev.prisma4j.testkit.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The reference's schema engine as a process; it knows PostgreSQL and SQLite. */
public final class ReferenceEngine implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Object> NO_FILTERS =
            Map.of("externalTables", List.of(), "externalEnums", List.of());

    private final Process process;
    private final BufferedReader answers;
    private final Writer requests;

    private ReferenceEngine(Process process) {
        this.process = process;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.requests = process.outputWriter(StandardCharsets.UTF_8);
    }

    private static Path folder() {
        String shared = System.getProperty("prisma4j.shared", System.getenv("PRISMA4J_SHARED"));
        String set = System.getProperty("prisma4j.oracle", System.getenv("PRISMA4J_ORACLE"));
        Path program = set != null
                ? Path.of(set)
                : (shared == null ? Path.of("..", "..", "shared") : Path.of(shared)).resolve("oracle/oracle");
        return program.toAbsolutePath().getParent();
    }

    public static boolean isThere() {
        return Files.isDirectory(folder().resolve("node_modules/@prisma/schema-engine-wasm"));
    }

    /** Starts it; the folder is for the script that drives it. */
    public static ReferenceEngine start(Path folder) throws IOException {
        Path script = folder.resolve("reference-migrate.mjs");
        try (InputStream in = ReferenceEngine.class.getResourceAsStream("reference-migrate.mjs")) {
            if (in == null) {
                throw new IOException("the script is missing");
            }
            Files.copy(in, script, StandardCopyOption.REPLACE_EXISTING);
        }
        return new ReferenceEngine(new ProcessBuilder("node", script.toString(), folder().toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    /** A call of a method of the engine. */
    public static Map<String, Object> call(String method, Map<String, Object> params) {
        Map<String, Object> all = new LinkedHashMap<>(params);
        all.put("filters", NO_FILTERS);
        return Map.of("method", method, "params", all);
    }

    /** What the last of the calls answers, or the first error under {@code error}. */
    public JsonNode ask(TestDatabase database, String schema, List<Map<String, Object>> calls) throws IOException {
        return ask(database, Map.of("schema.prisma", schema), calls);
    }

    /** The same with a schema in several files, by their names. */
    public JsonNode ask(TestDatabase database, Map<String, String> schema, List<Map<String, Object>> calls)
            throws IOException {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("provider", database.kind().provider().text());
        request.put("url", database.url());
        request.put("schema", schema);
        request.put("calls", calls);
        return answer(request);
    }

    /**
     * The script, or the summary, from one schema to another without a database; under {@code result}, or the error under
     * {@code error}.
     *
     * @param from the files of the first schema by their names, or null for nothing
     * @param to the files of the second, or null for nothing
     */
    public JsonNode diff(
            String provider, @Nullable Map<String, String> from, @Nullable Map<String, String> to, boolean script)
            throws IOException {
        Map<String, Object> sides = new LinkedHashMap<>();
        sides.put("from", from);
        sides.put("to", to);
        sides.put("script", script);
        return answer(Map.of("provider", provider, "offline", sides));
    }

    private JsonNode answer(Map<String, Object> request) throws IOException {
        requests.write(JSON.writeValueAsString(request) + "\n");
        requests.flush();
        String answer = answers.readLine();
        if (answer == null) {
            throw new IOException("the reference is gone");
        }
        return JSON.readTree(answer);
    }

    /** The same, which has to go well. */
    public JsonNode result(TestDatabase database, String schema, List<Map<String, Object>> calls) throws IOException {
        JsonNode answer = ask(database, schema, calls);
        if (answer.has("error")) {
            throw new IllegalStateException(
                    calls.get(0).get("method") + ": " + answer.get("error").asString());
        }
        return answer.get("result");
    }

    /** A schema as the engine takes it. */
    public static Map<String, Object> files(String schema) {
        return files(Map.of("schema.prisma", schema));
    }

    /** A schema in several files, by their names, as the engine takes it. */
    public static Map<String, Object> files(Map<String, String> schema) {
        List<Map<String, String>> files = new ArrayList<>();
        schema.forEach((path, content) -> files.add(Map.of("path", path, "content", content)));
        return Map.of("files", files);
    }

    /** A folder of migrations as the engine takes it. */
    static Map<String, Object> migrations(Path folder) throws IOException {
        List<Map<String, Object>> directories = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (var entries = Files.list(folder)) {
                for (Path entry : entries.filter(Files::isDirectory).sorted().toList()) {
                    directories.add(Map.of(
                            "path",
                            entry.getFileName().toString(),
                            "migrationFile",
                            Map.of("path", "migration.sql", "content", content(entry.resolve("migration.sql")))));
                }
            }
        }
        Path lock = folder.resolve("migration_lock.toml");
        Map<String, Object> lockFile = new LinkedHashMap<>();
        lockFile.put("path", "migration_lock.toml");
        lockFile.put("content", Files.exists(lock) ? Files.readString(lock) : null);
        return Map.of(
                "baseDir",
                folder.toString(),
                "lockfile",
                lockFile,
                "shadowDbInitScript",
                "",
                "migrationDirectories",
                directories);
    }

    /** The reference's command line reads the files, and passes on when one is missing. */
    private static Map<String, Object> content(Path file) throws IOException {
        return Files.exists(file)
                ? Map.of("tag", "ok", "value", Files.readString(file))
                : Map.of("tag", "error", "value", "no such file");
    }

    @Override
    public void close() {
        process.destroy();
    }
}
