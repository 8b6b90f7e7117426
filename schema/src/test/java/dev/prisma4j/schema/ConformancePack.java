package dev.prisma4j.schema;

import dev.prisma4j.schema.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schemas that come with what the reference says of them. Tests that use them are skipped where they are absent. */
public final class ConformancePack {

    private static final JsonMapper JSON = new JsonMapper();

    private ConformancePack() {}

    /** One schema of one or several files. */
    public record Case(String id, Path stem, List<SourceFile> files, JsonNode expected) {

        public boolean valid() {
            return expected.get("ok").asBoolean();
        }

        /** What the reference prints for a file when it formats the case. */
        public String formatted(SourceFile file) throws IOException {
            Path single = stem.resolveSibling(stem.getFileName() + ".formatted.prisma");
            Path several =
                    stem.resolveSibling(stem.getFileName() + ".formatted").resolve(file.name());
            Path found = files.size() == 1 && Files.exists(single) ? single : several;
            return Files.exists(found) ? Files.readString(found) : file.text();
        }

        @Override
        public String toString() {
            return id;
        }
    }

    /** Whether the pack is at hand. */
    public static boolean isThere() {
        return Files.isDirectory(folder());
    }

    private static Path folder() {
        String set = System.getProperty("prisma4j.shared", System.getenv("PRISMA4J_SHARED"));
        Path shared = set != null ? Path.of(set) : Path.of("../../shared");
        return shared.resolve("conformance/psl/cases");
    }

    /** All cases, sorted by id; skips the calling test where there are none. */
    public static List<Case> cases() throws IOException {
        Path root = folder();
        Assumptions.assumeTrue(Files.isDirectory(root), "no conformance pack at " + root);
        List<Path> labels;
        try (Stream<Path> all = Files.walk(root)) {
            labels = all.filter(path -> path.toString().endsWith(".expected.json"))
                    .sorted()
                    .toList();
        }
        List<Case> cases = new ArrayList<>();
        for (Path label : labels) {
            cases.add(read(label));
        }
        return cases;
    }

    private static Case read(Path label) throws IOException {
        JsonNode expected = JSON.readTree(Files.readString(label));
        String name = Objects.toString(label.getFileName()).replace(".expected.json", "");
        Path stem = label.resolveSibling(name);
        Path single = label.resolveSibling(name + ".prisma");
        List<SourceFile> files = new ArrayList<>();
        for (JsonNode file : expected.get("files")) {
            Path path = Files.exists(single)
                    ? single
                    : label.resolveSibling(name + ".schema").resolve(file.asString());
            files.add(SourceFile.of(file.asString(), new String(Files.readAllBytes(path), StandardCharsets.UTF_8)));
        }
        return new Case(expected.get("id").asString(), stem, files, expected);
    }
}
