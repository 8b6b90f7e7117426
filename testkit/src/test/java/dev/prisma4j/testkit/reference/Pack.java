package dev.prisma4j.testkit.reference;

import dev.prisma4j.schema.SchemaCompiler;
import dev.prisma4j.schema.model.Schema;
import dev.prisma4j.schema.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The schemas of the two conformance packs beside the repository; where the folder is absent there is nothing to test. */
final class Pack {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Schemas with more tables than a server can lock in one transaction. */
    private static final Set<String> ENDLESS =
            Set.of("prisma-fixtures/packages-internals-src-__tests__-__fixtures__-bigschema");

    private final Path root;

    private Pack(Path root) {
        this.root = root;
    }

    static Optional<Pack> find() {
        String shared = System.getProperty("prisma4j.shared", System.getenv("PRISMA4J_SHARED"));
        Path folder = shared == null ? Path.of("..", "..", "shared") : Path.of(shared);
        Path root = folder.resolve("conformance");
        return Files.isDirectory(root.resolve("psl")) ? Optional.of(new Pack(root)) : Optional.empty();
    }

    /** A schema: its name and its files. */
    record Text(String id, List<SourceFile> files) {
        static Text of(String id, String text) {
            return new Text(id, List.of(SourceFile.of("schema.prisma", text)));
        }

        Schema schema() {
            return SchemaCompiler.compile(files).orThrow();
        }

        /** The files by their names. */
        Map<String, String> byName() {
            Map<String, String> names = new LinkedHashMap<>();
            files.forEach(file -> names.put(file.name(), file.text()));
            return names;
        }
    }

    /** From one schema, or nothing, to another, with the script that the reference writes where it is known. */
    record Change(
            String id,
            @Nullable Text before,
            Text after,
            @Nullable String expected) {}

    /** The valid schemas for a provider. */
    List<Text> schemas(String provider) throws IOException {
        List<Text> texts = new ArrayList<>();
        JsonNode manifest = JSON.readTree(Files.readString(root.resolve("psl/manifest.json")));
        for (JsonNode label : manifest.get("cases")) {
            boolean endless = ENDLESS.contains(label.get("id").asString());
            if (!endless
                    && label.get("ok").asBoolean()
                    && provider.equals(label.path("provider").asString(""))) {
                String id = label.get("id").asString();
                texts.add(new Text(id, files(root.resolve("psl/cases"), id)));
            }
        }
        return texts;
    }

    private static List<SourceFile> files(Path cases, String id) throws IOException {
        Path single = cases.resolve(id + ".prisma");
        return Files.exists(single)
                ? List.of(SourceFile.of("schema.prisma", Files.readString(single)))
                : folder(cases.resolve(id + ".schema"));
    }

    private static List<SourceFile> folder(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            List<SourceFile> sources = new ArrayList<>();
            for (Path file :
                    all.filter(f -> f.toString().endsWith(".prisma")).sorted().toList()) {
                sources.add(SourceFile.of(folder.relativize(file).toString(), Files.readString(file)));
            }
            return sources;
        }
    }

    /** The valid schemas that histories end with. */
    List<Text> historySchemas(String provider) throws IOException {
        List<Text> texts = new ArrayList<>();
        Path histories = root.resolve("migrations/histories");
        for (Path folder : cases(histories)) {
            JsonNode labels = JSON.readTree(Files.readString(folder.resolve("expected.json")));
            if (labels.get("schemaValid").asBoolean()
                    && labels.path("providerMismatch").asString("").isEmpty()
                    && labels.get("provider").asString("").equals(provider)) {
                Path single = folder.resolve("schema.prisma");
                texts.add(new Text(
                        "histories/" + histories.relativize(folder),
                        Files.exists(single)
                                ? List.of(SourceFile.of("schema.prisma", Files.readString(single)))
                                : folder(folder.resolve("schema"))));
            }
        }
        return texts;
    }

    /** The steps for a provider, and their ways back. */
    List<Change> changes(String provider) throws IOException {
        List<Change> changes = new ArrayList<>();
        Path steps = root.resolve("migrations/steps");
        for (Path folder : cases(steps)) {
            JsonNode schemas;
            try (InputStream in = new GZIPInputStream(Files.newInputStream(folder.resolve("schemas.json.gz")))) {
                schemas = JSON.readTree(in.readAllBytes());
            }
            String id = "steps/" + steps.relativize(folder);
            if (!id.contains("-" + provider + "-")) {
                continue;
            }
            Text after = text(id, schemas.get("after"));
            Text before = schemas.get("before").isNull() ? null : text(id, schemas.get("before"));
            changes.add(new Change(id, before, after, read(folder.resolve("expected.sql"))));
            if (before != null) {
                changes.add(new Change(id + " reversed", after, before, read(folder.resolve("reverse.sql"))));
            }
        }
        return changes;
    }

    private static @Nullable String read(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file) : null;
    }

    private static Text text(String id, JsonNode files) {
        List<SourceFile> sources = new ArrayList<>();
        for (JsonNode file : files) {
            sources.add(SourceFile.of(file.get(0).asString(), file.get(1).asString()));
        }
        return new Text(id, sources);
    }

    private static List<Path> cases(Path folder) throws IOException {
        try (Stream<Path> folders = Files.walk(folder, 2)) {
            return folders.filter(f -> Files.exists(f.resolve("expected.json")))
                    .sorted()
                    .toList();
        }
    }
}
