package dev.prisma4j.engine.protocol;

import java.math.BigDecimal;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * A value as a client gave it, with its tag taken off.
 *
 * @param kind what it claims to be
 * @param node the value: of a tagged value the payload
 */
record Given(Kind kind, JsonNode node) {
    /** What a value can claim to be, and how messages call it. */
    enum Kind {
        NULL("Null"),
        BOOLEAN("Boolean"),
        INT("Int"),
        FLOAT("Float"),
        STRING("String"),
        LIST(""),
        OBJECT("Object"),
        BIG_INT("BigInt"),
        DECIMAL("Float"),
        DATE_TIME("DateTime"),
        JSON("JSON"),
        BYTES("Bytes"),
        ENUM("Enum"),
        FIELD_REF("FieldRef");

        private final String text;

        Kind(String text) {
            this.text = text;
        }
    }

    private static final BigDecimal MIN = BigDecimal.valueOf(Long.MIN_VALUE);
    private static final BigDecimal MAX = BigDecimal.valueOf(Long.MAX_VALUE);

    static Given of(JsonNode node) {
        if (node.isNull() || node.isMissingNode()) {
            return new Given(Kind.NULL, node);
        }
        if (node.isBoolean()) {
            return new Given(Kind.BOOLEAN, node);
        }
        if (node.isNumber()) {
            return new Given(isLong(node.decimalValue()) ? Kind.INT : Kind.FLOAT, node);
        }
        if (node.isString()) {
            return new Given(Kind.STRING, node);
        }
        if (node.isArray()) {
            return new Given(Kind.LIST, node);
        }
        return ofObject(node);
    }

    private static boolean isLong(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0 && number.compareTo(MIN) >= 0 && number.compareTo(MAX) <= 0;
    }

    private static Given ofObject(JsonNode node) {
        JsonNode tag = node.get("$type");
        if (tag == null || !tag.isString()) {
            return new Given(Kind.OBJECT, node);
        }
        JsonNode value = node.get("value");
        Kind kind = switch (tag.stringValue()) {
            case "BigInt" -> Kind.BIG_INT;
            case "Decimal" -> Kind.DECIMAL;
            case "DateTime" -> Kind.DATE_TIME;
            case "Json" -> Kind.JSON;
            case "Bytes" -> Kind.BYTES;
            case "Enum" -> Kind.ENUM;
            case "FieldRef" -> Kind.FIELD_REF;
            case "Raw" -> Kind.OBJECT;
            default -> null;
        };
        if (kind == null) {
            return new Given(Kind.OBJECT, node);
        }
        if (value == null || kind != Kind.OBJECT && kind != Kind.FIELD_REF && !value.isString()) {
            throw new UnreadableRequest(
                    "Could not convert the argument value " + node + ": a tagged value needs a \"value\".");
        }
        if (tag.stringValue().equals("Raw")) {
            return new Given(Kind.JSON, tools.jackson.databind.node.StringNode.valueOf(value.toString()));
        }
        return new Given(kind, value);
    }

    /** The text of a string or of a tagged value. */
    String text() {
        return node.stringValue();
    }

    BigDecimal number() {
        return node.decimalValue();
    }

    /** The type as messages tell it: {@code (Int, String)} for lists. */
    String inferredType() {
        if (kind != Kind.LIST) {
            return kind.text;
        }
        return StreamSupport.stream(node.spliterator(), false)
                .map(element -> of(element).inferredType())
                .collect(Collectors.joining(", ", "(", ")"));
    }
}
