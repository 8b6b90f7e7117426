package dev.prisma4j.testkit.differential;

import dev.prisma4j.testkit.DatabaseKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Cases written by hand: a schema, requests that fill its tables, and requests to compare.
 *
 * <pre>
 * === schema
 * model User { id Int @id }      // a line that ends with //@sqlite,mysql is only for those databases
 * === seed
 * User.createMany {data: [{id: 1}]}
 * === cases
 * User.findMany {where: {id: {&lt;&lt;lt||gt&gt;&gt;: 1}}} | {id: true}
 * [!sqlite] User.findFirst {}
 *     | {id: true}               // indented lines belong to the one before
 * batch {batch: [..]}
 * </pre>
 *
 * <p>Names need no quotes. What stands between {@code <<} and {@code >>} makes one case per alternative. {@code
 * @range(1,9)} stands for the numbers, {@code @rows(1,9)} for rows with these ids. A seed {@code ddl ALTER ..} changes the
 * tables themselves, after all rows are there.
 */
record CaseFile(String name, List<String> schema, List<Case> seed, List<Case> cases) {
    private static final JsonMapper RELAXED = JsonMapper.builder()
            .enable(
                    JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES,
                    JsonReadFeature.ALLOW_SINGLE_QUOTES,
                    JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();
    private static final Pattern REQUEST =
            Pattern.compile("(?:\\[([^\\]]*)\\] )?(?:(\\w+)\\.)?(\\w+) ?(.*)", Pattern.DOTALL);
    private static final Pattern NUMBERS = Pattern.compile("@(range|rows)\\((\\d+),(\\d+)\\)");
    private static final Pattern ALTERNATIVES = Pattern.compile("<<(.*?)>>", Pattern.DOTALL);
    private static final Set<String> READS = Set.of(
            "findMany",
            "findFirst",
            "findFirstOrThrow",
            "findUnique",
            "findUniqueOrThrow",
            "aggregate",
            "groupBy",
            "queryRaw");

    static CaseFile read(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String name = file.getFileName().toString().replace(".cases", "");
        Map<String, List<Case>> parts = new LinkedHashMap<>();
        List<String> schema = new ArrayList<>();
        String section = "";
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith("=== ")) {
                section = line.substring(4).trim();
            } else if (section.equals("schema")) {
                schema.add(line);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                StringBuilder whole = new StringBuilder(line);
                int first = i + 1;
                while (i + 1 < lines.size() && isContinued(lines.get(i + 1))) {
                    whole.append('\n').append(lines.get(++i));
                }
                List<Case> cases = parts.computeIfAbsent(section, s -> new ArrayList<>());
                try {
                    expanded(whole.toString()).forEach(text -> cases.add(one(name + ":" + first, text)));
                } catch (RuntimeException e) {
                    throw new IllegalArgumentException(name + ":" + first + " cannot be read", e);
                }
            }
        }
        return new CaseFile(
                name, schema, parts.getOrDefault("seed", List.of()), parts.getOrDefault("cases", List.of()));
    }

    private static boolean isContinued(String next) {
        return next.startsWith(" ") || next.startsWith("]") || next.startsWith("}");
    }

    /** The schema for a database. */
    String schema(DatabaseKind kind) {
        StringBuilder text = new StringBuilder();
        for (String line : schema) {
            int mark = line.indexOf("//@");
            if (mark < 0 || Case.matches(names(line.substring(mark + 3)), kind)) {
                text.append(mark < 0 ? line : line.substring(0, mark)).append('\n');
            }
        }
        String mode = text.indexOf("//relationMode=prisma") < 0 ? "" : "  relationMode = \"prisma\"\n";
        mode += text.indexOf("//schemas=one,two") < 0 ? "" : "  schemas = [\"one\", \"two\"]\n";
        return "datasource db {\n  provider = \"" + kind.provider().text() + "\"\n" + mode + "}\n\n"
                + "generator client {\n  provider = \"prisma-client\"\n  output = \"../generated\"\n"
                + (kind == DatabaseKind.POSTGRESQL ? "  previewFeatures = [\"fullTextSearchPostgres\"]\n" : "")
                + "}\n\n" + text;
    }

    private static Set<String> names(String list) {
        return Stream.of(list.split(",", -1)).map(String::trim).collect(Collectors.toSet());
    }

    private static List<String> expanded(String text) {
        Matcher matcher = ALTERNATIVES.matcher(text);
        if (!matcher.find()) {
            return List.of(
                    text.replaceAll("\\{\\s*,", "{").replaceAll(",\\s*,", ",").replaceAll(",\\s*\\}", "}"));
        }
        List<String> all = new ArrayList<>();
        for (String alternative : matcher.group(1).split("\\|\\|", -1)) {
            all.addAll(expanded(text.substring(0, matcher.start()) + alternative + text.substring(matcher.end())));
        }
        return all;
    }

    private static Case one(String place, String text) {
        Matcher matcher = REQUEST.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(text);
        }
        Set<String> kinds = matcher.group(1) == null ? Set.of() : names(matcher.group(1));
        String action = matcher.group(3);
        if (action.equals("ddl")) {
            return new Case(place, kinds, matcher.group(4), true);
        }
        String rest = NUMBERS.matcher(matcher.group(4)).replaceAll(CaseFile::numbers);
        if (action.equals("batch")) {
            JsonNode batch = RELAXED.readTree(rest);
            return new Case(place, kinds, RELAXED.writeValueAsString(batch), !readsOnly(batch));
        }
        int bar = rest.lastIndexOf(" | ");
        JsonNode arguments = RELAXED.readTree(bar < 0 ? rest.isBlank() ? "{}" : rest : rest.substring(0, bar));
        Map<String, Object> query = new LinkedHashMap<>();
        query.put("arguments", arguments);
        query.put("selection", bar < 0 ? selection(action) : RELAXED.readTree(rest.substring(bar + 3)));
        Map<String, Object> request = new LinkedHashMap<>();
        if (matcher.group(2) != null) {
            request.put("modelName", matcher.group(2));
        }
        request.put("action", action);
        request.put("query", query);
        return new Case(place, kinds, RELAXED.writeValueAsString(request), !READS.contains(action));
    }

    private static String numbers(MatchResult found) {
        boolean rows = found.group(1).equals("rows");
        return IntStream.rangeClosed(Integer.parseInt(found.group(2)), Integer.parseInt(found.group(3)))
                .mapToObj(number -> rows ? "{id: " + number + "}" : String.valueOf(number))
                .collect(Collectors.joining(","));
    }

    private static boolean readsOnly(JsonNode batch) {
        for (JsonNode one : batch.path("batch")) {
            if (!READS.contains(one.path("action").asString(""))) {
                return false;
            }
        }
        return true;
    }

    private static Map<String, Object> selection(String action) {
        return switch (action.toLowerCase(Locale.ROOT)) {
            case "createmany", "updatemany", "deletemany" -> Map.of("count", true);
            case "executeraw", "queryraw" -> Map.of();
            default -> Map.of("$composites", true, "$scalars", true);
        };
    }
}
