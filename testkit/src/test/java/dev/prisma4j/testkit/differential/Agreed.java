package dev.prisma4j.testkit.differential;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers on which we and the reference agreed when they were last compared, as fingerprints: the code of an error in
 * clear, everything else as a digest. A line is {@code file:line#nth fingerprint}.
 */
final class Agreed {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private Agreed() {}

    static Path file() {
        return Path.of("src/test/resources/differential/agreed-sqlite.txt");
    }

    /** The fingerprints by place. */
    static Map<String, String> read() {
        Map<String, String> agreed = new LinkedHashMap<>();
        try {
            for (String line : Files.readAllLines(file())) {
                int space = line.indexOf(' ');
                agreed.put(line.substring(0, space), line.substring(space + 1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return agreed;
    }

    /** Puts the fingerprints of one case file in the place of those that were there. */
    static void write(String name, Map<String, String> fingerprints) {
        Map<String, String> all = Files.exists(file()) ? read() : new LinkedHashMap<>();
        all.keySet().removeIf(place -> place.startsWith(name + ":"));
        all.putAll(fingerprints);
        List<String> lines = new ArrayList<>();
        all.forEach((place, print) -> lines.add(place + " " + print));
        try {
            Files.write(file(), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a request was answered, and what the tables hold afterwards. */
    static String fingerprint(String answer, Map<String, List<String>> content) {
        JsonNode error = MAPPER.readTree(answer).path("errors").path(0).path("user_facing_error");
        String code = error.path("error_code").asString("");
        String told = error.isMissingNode()
                ? Answers.form(MAPPER.readTree(answer), false)
                : error.path("message") + Answers.form(error.path("meta"), false);
        StringBuilder rows = new StringBuilder();
        content.forEach((table, lines) -> lines.stream()
                .map(Answers::withoutNew)
                .sorted()
                .forEach(line -> rows.append(table).append(line).append('\n')));
        return (code + " " + digest(told) + digest(rows.toString())).trim();
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
