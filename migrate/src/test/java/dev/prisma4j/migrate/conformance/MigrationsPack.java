package dev.prisma4j.migrate.conformance;

import dev.prisma4j.schema.SchemaCompiler;
import dev.prisma4j.schema.model.Schema;
import dev.prisma4j.schema.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Real migrations with labels, kept beside the repository; where the folder is absent there is nothing to test. */
final class MigrationsPack {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path root;

    private MigrationsPack(Path root) {
        this.root = root;
    }

    static Optional<MigrationsPack> find() {
        String shared = System.getProperty("prisma4j.shared", System.getenv("PRISMA4J_SHARED"));
        Path folder = shared == null ? Path.of("..", "..", "shared") : Path.of(shared);
        Path root = folder.resolve("conformance/migrations");
        return Files.isDirectory(root) ? Optional.of(new MigrationsPack(root)) : Optional.empty();
    }

    /** One change of a schema. */
    record Step(String id, @Nullable Schema before, Schema after, Path folder) {
        Optional<String> text(String file) throws IOException {
            Path path = folder.resolve(file);
            return Files.exists(path) ? Optional.of(Files.readString(path)) : Optional.empty();
        }

        JsonNode labels() throws IOException {
            return json(folder.resolve("expected.json"));
        }
    }

    List<Step> steps() throws IOException {
        List<Step> steps = new ArrayList<>();
        for (Path folder : cases("steps")) {
            JsonNode schemas;
            try (InputStream in = new GZIPInputStream(Files.newInputStream(folder.resolve("schemas.json.gz")))) {
                schemas = JSON.readTree(in.readAllBytes());
            }
            Schema before = schemas.get("before").isNull() ? null : compile(schemas.get("before"));
            String id = root.resolve("steps").relativize(folder).toString();
            steps.add(new Step(id, before, compile(schemas.get("after")), folder));
        }
        return steps;
    }

    private static Schema compile(JsonNode files) {
        List<SourceFile> sources = new ArrayList<>();
        for (JsonNode file : files) {
            sources.add(SourceFile.of(file.get(0).asString(), file.get(1).asString()));
        }
        return SchemaCompiler.compile(sources).orThrow();
    }

    /** The folders of the histories. */
    List<Path> histories() throws IOException {
        return cases("histories");
    }

    private List<Path> cases(String kind) throws IOException {
        try (Stream<Path> folders = Files.walk(root.resolve(kind), 2)) {
            return folders.filter(f -> Files.exists(f.resolve("expected.json")))
                    .sorted()
                    .toList();
        }
    }

    static JsonNode json(Path file) throws IOException {
        return JSON.readTree(Files.readString(file));
    }
}
