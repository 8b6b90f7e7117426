package dev.prisma4j.testkit.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Brings answers into one form, so that only real differences are left. */
final class Answers {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    /** The reference failed without a code: a defect of its own, which says nothing about the query. */
    static final String CRASH = "error without a code";

    /** Values that are made anew in every run: moments of this year and random ids. */
    private static final Pattern NEW = Pattern.compile(
            java.time.Year.now(java.time.ZoneOffset.UTC) + "-\\d\\d-\\d\\d[T ][0-9:.]+(Z|\\+00:00|\\+00)?"
                    + "|c[a-z0-9]{23,24}\\b|[0-9a-f]{8}-[0-9a-f]{4}-[47][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"
                    + "|\\b0[0-7][0-9A-HJKMNP-TV-Z]{24}\\b");

    private Answers() {}

    /** Data with sorted lists and rounded numbers, or the code of an error. */
    static String form(String answer) {
        JsonNode tree = MAPPER.readTree(answer);
        JsonNode errors = tree.get("errors");
        if (errors != null) {
            JsonNode code = errors.path(0).path("user_facing_error").path("error_code");
            return code.isString() ? "error " + code.stringValue() : CRASH;
        }
        return form(tree.path("data"), true);
    }

    /** An answer for people: of an error its code and details. */
    static String told(String answer) {
        JsonNode errors = MAPPER.readTree(answer).get("errors");
        if (errors == null) {
            return answer;
        }
        JsonNode error = errors.path(0).path("user_facing_error");
        return error.path("error_code").asString("no code") + " "
                + (error.path("meta").isObject() ? error.get("meta") : error.path("message"));
    }

    /** The words of an error, on a line of their own. */
    static String message(String answer) {
        JsonNode errors = MAPPER.readTree(answer).path("errors");
        return "\n  " + errors.path(0).path("user_facing_error").path("message").asString("");
    }

    /** A value with sorted keys, rounded numbers, and lists sorted where asked for. */
    static String form(JsonNode data, boolean sorted) {
        return withoutNew(MAPPER.writeValueAsString(plain(data, sorted)));
    }

    static String withoutNew(String text) {
        return NEW.matcher(text).replaceAll("NEW");
    }

    private static @Nullable Object plain(JsonNode node, boolean sorted) {
        if (node.isObject()) {
            Map<String, @Nullable Object> map = new TreeMap<>();
            node.properties().forEach(entry -> map.put(entry.getKey(), plain(entry.getValue(), sorted)));
            return map;
        }
        if (node.isArray()) {
            List<@Nullable Object> list = new ArrayList<>();
            node.forEach(element -> list.add(plain(element, sorted)));
            if (sorted) {
                list.sort(java.util.Comparator.comparing(MAPPER::writeValueAsString));
            }
            return list;
        }
        if (node.isNumber()) {
            double value = node.doubleValue();
            return value == Math.rint(value) && Math.abs(value) < 1e15 ? (Object) (long) value : (Object) value;
        }
        return node.isNull() ? null : node.isBoolean() ? (Object) node.booleanValue() : node.stringValue();
    }
}
