package dev.prisma4j.testkit.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Brings answers into one form, so that only real differences are left. */
final class Answers {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    /** The reference failed without a code: a defect of its own, which says nothing about the query. */
    static final String CRASH = "error without a code";

    private Answers() {}

    /** Data with sorted lists and rounded numbers, or the code of an error. */
    static String form(String answer) {
        JsonNode tree = MAPPER.readTree(answer);
        JsonNode errors = tree.get("errors");
        if (errors != null) {
            JsonNode code = errors.path(0).path("user_facing_error").path("error_code");
            return code.isString() ? "error " + code.stringValue() : CRASH;
        }
        return MAPPER.writeValueAsString(plain(tree.path("data")));
    }

    private static @Nullable Object plain(JsonNode node) {
        if (node.isObject()) {
            Map<String, @Nullable Object> map = new TreeMap<>();
            node.properties().forEach(entry -> map.put(entry.getKey(), plain(entry.getValue())));
            return map;
        }
        if (node.isArray()) {
            List<@Nullable Object> list = new ArrayList<>();
            node.forEach(element -> list.add(plain(element)));
            list.sort(java.util.Comparator.comparing(MAPPER::writeValueAsString));
            return list;
        }
        if (node.isNumber()) {
            double value = node.doubleValue();
            return value == Math.rint(value) ? (Object) (long) value : (Object) (double) (float) value;
        }
        return node.isNull() ? null : node.isBoolean() ? (Object) node.booleanValue() : node.stringValue();
    }
}
