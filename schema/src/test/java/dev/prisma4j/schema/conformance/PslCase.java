package dev.prisma4j.schema.conformance;

import dev.prisma4j.schema.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One case of the conformance pack: schema files and what the reference says of them. */
record PslCase(
        String id, String provider, boolean ok, List<SourceFile> files, List<Place> errors, List<Place> warnings) {

    /** A diagnostic's place, and the pack's short word for what it is. */
    record Place(String file, int line, int start, int end, String kind) {}

    /** The folder with the cases, if it is there. */
    static Optional<Path> folder() {
        String shared = System.getProperty("prisma4j.shared", System.getenv("PRISMA4J_SHARED"));
        Path root = shared != null ? Path.of(shared) : Path.of("..", "..", "shared");
        Path cases = root.resolve("conformance/psl/cases");
        return Files.isDirectory(cases) ? Optional.of(cases) : Optional.empty();
    }

    static List<PslCase> all(Path folder) throws IOException {
        JsonMapper mapper = JsonMapper.builder().build();
        try (Stream<Path> walk = Files.walk(folder, 2)) {
            return walk.filter(path -> path.toString().endsWith(".expected.json"))
                    .sorted()
                    .map(path -> read(mapper, path))
                    .toList();
        }
    }

    private static PslCase read(JsonMapper mapper, Path path) {
        try {
            JsonNode json = mapper.readTree(Files.readString(path));
            String stem = path.toString().substring(0, path.toString().length() - ".expected.json".length());
            Path single = Path.of(stem + ".prisma");
            List<SourceFile> files = new ArrayList<>();
            for (JsonNode name : json.get("files")) {
                Path file = Files.exists(single) ? single : Path.of(stem + ".schema", name.asString());
                files.add(SourceFile.of(name.asString(), Files.readString(file)));
            }
            return new PslCase(
                    json.get("id").asString(),
                    json.get("provider").isNull() ? "none" : json.get("provider").asString(),
                    json.get("ok").asBoolean(),
                    files,
                    places(json.get("errors"), files),
                    places(json.get("warnings"), files));
        } catch (IOException e) {
            throw new UncheckedIOException(path.toString(), e);
        }
    }

    private static List<Place> places(JsonNode list, List<SourceFile> files) {
        List<Place> places = new ArrayList<>();
        for (JsonNode each : list) {
            JsonNode file = each.get("file");
            places.add(new Place(
                    file == null ? files.get(0).name() : file.asString(),
                    each.get("line").asInt(),
                    each.get("startOffset").asInt(),
                    each.get("endOffset").asInt(),
                    each.get("kind").asString()));
        }
        return places;
    }
}
