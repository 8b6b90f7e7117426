package dev.prisma4j.engine.protocol;

import dev.prisma4j.engine.value.Json;
import dev.prisma4j.schema.model.Provider;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the parameters of raw queries: a JSON array, or its text, with tags of its own ({@code prisma__type}). */
final class RawParameters {
    /** From here on a JavaScript number does not tell whole numbers apart. */
    private static final long SAFE = 1L << 53;

    private final Provider provider;

    RawParameters(Provider provider) {
        this.provider = provider;
    }

    List<@Nullable Object> parse(@Nullable Object parameters) {
        if (!(parameters instanceof Json json) || json.isNull()) {
            return List.of();
        }
        JsonNode node = json.tree();
        if (node.isString()) {
            try {
                node = Json.ofText(node.stringValue()).tree();
            } catch (IllegalArgumentException e) {
                throw new UnreadableRequest("Received invalid serialized parameters: they are not valid JSON.");
            }
        }
        if (!node.isArray()) {
            throw new UnreadableRequest("Received invalid serialized parameters: expected an array.");
        }
        return list(node, provider == Provider.POSTGRESQL);
    }

    private List<@Nullable Object> list(JsonNode array, boolean asText) {
        List<@Nullable Object> values = new ArrayList<>(array.size());
        array.forEach(element -> values.add(value(element, asText)));
        return values;
    }

    /**
     * One value.
     *
     * @param asText for PostgreSQL, which finds out from the statement which type a text is meant to be; within arrays the
     *     elements have the type that they look like
     */
    private @Nullable Object value(JsonNode node, boolean asText) {
        if (node.isNull()) {
            return null;
        }
        if (node.isString()) {
            return node.stringValue();
        }
        if (node.isBoolean()) {
            boolean flag = node.booleanValue();
            if (provider == Provider.SQLITE) {
                return flag ? 1.0 : 0.0;
            }
            return asText ? (Object) Boolean.toString(flag) : (Object) flag;
        }
        if (node.isNumber()) {
            return asText ? storable(node.decimalValue()).stripTrailingZeros().toPlainString() : number(node);
        }
        if (node.isArray()) {
            return provider == Provider.MYSQL ? node.toString() : list(node, false);
        }
        JsonNode tag = node.get("prisma__type");
        JsonNode value = node.get("prisma__value");
        if (tag == null || value == null || !tag.isString() || !value.isString()) {
            return Json.of(node);
        }
        return tagged(tag.stringValue(), value.stringValue());
    }

    /** SQLite gets numbers as JavaScript has them, which is what Prisma's driver binds there. */
    private Object number(JsonNode node) {
        BigDecimal number = node.decimalValue().stripTrailingZeros();
        if (number.scale() > 0) {
            return number.doubleValue();
        }
        if (!Magnitude.isLong(number)) {
            return storable(number);
        }
        long value = number.longValue();
        if (provider == Provider.SQLITE && Math.abs(value) < SAFE) {
            return (double) value;
        }
        if (value == (int) value) {
            return (int) value;
        }
        return value;
    }

    private static BigDecimal storable(BigDecimal number) {
        if (Magnitude.isBeyondAll(number)) {
            throw new UnreadableRequest("The raw parameter " + number + " is out of range.");
        }
        return number;
    }

    private static Object tagged(String tag, String text) {
        try {
            return switch (tag) {
                case "bigint" -> Long.parseLong(text);
                case "decimal" -> storable(new BigDecimal(text));
                case "bytes" -> Base64.getDecoder().decode(text);
                case "date" -> OffsetDateTime.parse(text).toInstant();
                default -> throw new UnreadableRequest("Unknown type `" + tag + "` of a raw parameter.");
            };
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new UnreadableRequest("The raw parameter `" + text + "` is not a valid " + tag + ".");
        }
    }
}
