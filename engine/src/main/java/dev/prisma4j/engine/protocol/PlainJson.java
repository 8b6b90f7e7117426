package dev.prisma4j.engine.protocol;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Takes the tags off values within a JSON value that was given as it is: a date is then its text. */
final class PlainJson {
    private PlainJson() {}

    static JsonNode of(JsonNode node) {
        if (node.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode(node.size());
            node.forEach(element -> array.add(of(element)));
            return array;
        }
        if (!node.isObject()) {
            return node;
        }
        JsonNode tag = node.get("$type");
        JsonNode value = node.get("value");
        if (tag != null && tag.isString() && value != null && node.size() == 2) {
            return switch (tag.stringValue()) {
                case "BigInt", "Decimal", "DateTime", "Bytes", "Enum" -> value;
                case "Json" ->
                    dev.prisma4j.engine.value.Json.ofText(value.stringValue()).tree();
                case "Raw" -> value;
                default -> node;
            };
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            object.set(entry.getKey(), of(entry.getValue()));
        }
        return object;
    }
}
