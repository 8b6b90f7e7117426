package dev.prisma4j.engine.protocol;

import dev.prisma4j.engine.value.Json;
import java.math.BigDecimal;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** Writes Json values as JavaScript does: without white space, 1.0 as 1. Integers keep all their digits. */
final class JsonText {
    private JsonText() {}

    static String minified(Json json) {
        StringBuilder text = new StringBuilder(json.text().length());
        try {
            append(text, json.tree());
        } catch (IllegalArgumentException e) {
            return json.text();
        }
        return text.toString();
    }

    private static void append(StringBuilder text, JsonNode node) {
        if (node.isObject()) {
            text.append('{');
            String comma = "";
            for (Map.Entry<String, JsonNode> entry : node.properties()) {
                text.append(comma).append(StringNode.valueOf(entry.getKey())).append(':');
                append(text, entry.getValue());
                comma = ",";
            }
            text.append('}');
        } else if (node.isArray()) {
            text.append('[');
            String comma = "";
            for (JsonNode element : node) {
                text.append(comma);
                append(text, element);
                comma = ",";
            }
            text.append(']');
        } else if (node.isNumber()) {
            text.append(number(node.decimalValue()));
        } else {
            text.append(node);
        }
    }

    /** A number as JavaScript prints it, but for integers beyond its precision. */
    static String number(BigDecimal number) {
        if (number.signum() == 0) {
            return "0";
        }
        BigDecimal plain = number.stripTrailingZeros();
        int exponent = plain.precision() - plain.scale() - 1;
        if (exponent >= 21 || exponent < -6) {
            String digits = plain.unscaledValue().abs().toString();
            return (plain.signum() < 0 ? "-" : "")
                    + digits.charAt(0)
                    + (digits.length() > 1 ? "." + digits.substring(1) : "")
                    + (exponent < 0 ? "e-" : "e+")
                    + Math.abs(exponent);
        }
        return plain.toPlainString();
    }

    static String number(double number) {
        return number(new BigDecimal(Double.toString(number)));
    }
}
