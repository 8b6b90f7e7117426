package dev.prisma4j.engine.protocol;

import dev.prisma4j.engine.value.Json;
import dev.prisma4j.schema.queryschema.ScalarShape;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes Java values of scalar inputs, tagged or not. */
final class ScalarParser {
    private static final Pattern INTEGER = Pattern.compile("[+-]?\\d+");
    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?(\\d[\\d_]*\\.?[\\d_]*|\\.\\d[\\d_]*)([eE][+-]?\\d+)?");
    private static final Pattern DATE_TIME =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}[Tt ]\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?([Zz]|[+-]\\d{2}:\\d{2})");
    private static final String DATE_TIME_TEMPLATE = "0000-00-00T00:00:00Z";

    private ScalarParser() {}

    static @Nullable Object parse(ScalarShape type, Given given, InputProblem.Path path) {
        return switch (type) {
            case NULL -> parseNull(given, path);
            case STRING -> parseString(given, path);
            case BOOLEAN -> parseBoolean(given, path);
            case INT -> parseInt(given, path);
            case BIG_INT -> parseBigInt(given, path);
            case FLOAT -> parseFloat(given, path);
            case DECIMAL -> parseDecimal(given, path);
            case DATE_TIME -> parseDateTime(given, path);
            case JSON -> parseJson(given, path);
            case BYTES -> parseBytes(given, path);
        };
    }

    private static Rejected wrongType(ScalarShape type, Given given, InputProblem.Path path) {
        return new Rejected(InputProblem.invalidType(path, type.typeName(), given));
    }

    private static @Nullable Object parseNull(Given given, InputProblem.Path path) {
        if (given.kind() != Given.Kind.NULL) {
            throw wrongType(ScalarShape.NULL, given, path);
        }
        return null;
    }

    private static Object parseString(Given given, InputProblem.Path path) {
        if (given.kind() != Given.Kind.STRING) {
            throw wrongType(ScalarShape.STRING, given, path);
        }
        return given.text();
    }

    private static Object parseBoolean(Given given, InputProblem.Path path) {
        if (given.kind() != Given.Kind.BOOLEAN) {
            throw wrongType(ScalarShape.BOOLEAN, given, path);
        }
        return given.node().booleanValue();
    }

    /** A number; its fraction is cut off, as Prisma does. */
    private static Object parseInt(Given given, InputProblem.Path path) {
        BigDecimal number = switch (given.kind()) {
            case INT, FLOAT -> given.number();
            case DECIMAL -> decimal(given.text(), path);
            default -> throw wrongType(ScalarShape.INT, given, path);
        };
        if (!Magnitude.isLong(number)) {
            throw new Rejected(InputProblem.valueTooLarge(
                    path,
                    Magnitude.isBeyondAll(number)
                            ? number.toString()
                            : Magnitude.whole(number).toString()));
        }
        long value = Magnitude.whole(number).longValue();
        if (value == (int) value) {
            return (int) value;
        }
        return value;
    }

    private static Object parseBigInt(Given given, InputProblem.Path path) {
        return switch (given.kind()) {
            case INT -> given.number().longValue();
            case BIG_INT, STRING -> integer(given.text(), path);
            default -> throw wrongType(ScalarShape.BIG_INT, given, path);
        };
    }

    private static long integer(String text, InputProblem.Path path) {
        String expected = "big integer String";
        if (!INTEGER.matcher(text).matches()) {
            throw new Rejected(InputProblem.invalidValue(
                    path,
                    text,
                    expected,
                    text.isEmpty() ? "cannot parse integer from empty string" : "invalid digit found in string"));
        }
        BigInteger value = new BigInteger(text);
        if (value.bitLength() > 63) {
            String problem = "number too " + (value.signum() > 0 ? "large" : "small") + " to fit in target type";
            throw new Rejected(InputProblem.invalidValue(path, text, expected, problem));
        }
        return value.longValue();
    }

    private static Object parseFloat(Given given, InputProblem.Path path) {
        return switch (given.kind()) {
            case INT, FLOAT -> given.number().doubleValue();
            case DECIMAL -> decimal(given.text(), path).doubleValue();
            default -> throw wrongType(ScalarShape.FLOAT, given, path);
        };
    }

    private static Object parseDecimal(Given given, InputProblem.Path path) {
        return switch (given.kind()) {
            case INT, FLOAT -> storable(given.number(), given.number().toString(), path);
            case DECIMAL, STRING -> decimal(given.text(), path);
            default -> throw wrongType(ScalarShape.DECIMAL, given, path);
        };
    }

    private static BigDecimal decimal(String text, InputProblem.Path path) {
        if (!DECIMAL.matcher(text).matches()) {
            throw new Rejected(InputProblem.invalidValue(
                    path,
                    text,
                    "decimal String",
                    text.isEmpty() ? "Failed to parse empty string" : "invalid digit found in string"));
        }
        try {
            return storable(new BigDecimal(text.replace("_", "")), text, path);
        } catch (NumberFormatException e) {
            throw outOfRange(text, path);
        }
    }

    private static BigDecimal storable(BigDecimal number, String text, InputProblem.Path path) {
        if (Magnitude.isBeyondAll(number)) {
            throw outOfRange(text, path);
        }
        return number;
    }

    private static Rejected outOfRange(String text, InputProblem.Path path) {
        return new Rejected(InputProblem.invalidValue(path, text, "decimal String", "number out of range"));
    }

    private static Object parseDateTime(Given given, InputProblem.Path path) {
        return switch (given.kind()) {
            case DATE_TIME, STRING -> instant(given.text(), path);
            default -> throw wrongType(ScalarShape.DATE_TIME, given, path);
        };
    }

    private static Instant instant(String text, InputProblem.Path path) {
        String expected = "ISO-8601 DateTime";
        if (!DATE_TIME.matcher(text).matches()) {
            throw new Rejected(InputProblem.invalidValue(path, text, expected, mistake(text)));
        }
        try {
            return OffsetDateTime.parse(text.toUpperCase(java.util.Locale.ROOT).replace(' ', 'T'))
                    .toInstant()
                    .truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException e) {
            throw new Rejected(InputProblem.invalidValue(path, text, expected, "input is out of range"));
        }
    }

    /** Whether a text ends too early or goes wrong on the way; the digits of a number are looked at together. */
    private static String mistake(String text) {
        int at = 0;
        while (at < DATE_TIME_TEMPLATE.length()) {
            int end = at;
            while (DATE_TIME_TEMPLATE.charAt(end) == '0') {
                end++;
            }
            end = Math.max(end, at + 1);
            if (text.length() < end) {
                return "premature end of input";
            }
            for (int i = at; i < end; i++) {
                char expected = DATE_TIME_TEMPLATE.charAt(i);
                char found = Character.toUpperCase(text.charAt(i));
                boolean fits = expected == '0'
                        ? found >= '0' && found <= '9'
                        : found == expected || expected == 'T' && found == ' ';
                if (!fits) {
                    return "input contains invalid characters";
                }
            }
            at = end;
        }
        return "input contains invalid characters";
    }

    private static Object parseJson(Given given, InputProblem.Path path) {
        return switch (given.kind()) {
            case JSON -> json(given.text(), path);
            case ENUM, FIELD_REF -> throw wrongType(ScalarShape.JSON, given, path);
            case BIG_INT, DATE_TIME, BYTES -> Json.of(given.node());
            case DECIMAL -> Json.of((Object) decimal(given.text(), path));
            default -> Json.of(PlainJson.of(given.node()));
        };
    }

    private static Json json(String text, InputProblem.Path path) {
        try {
            return Json.of(Json.ofText(text).tree());
        } catch (IllegalArgumentException e) {
            throw new Rejected(InputProblem.invalidValue(path, text, "JSON String", e.getMessage()));
        }
    }

    private static Object parseBytes(Given given, InputProblem.Path path) {
        if (given.kind() != Given.Kind.BYTES && given.kind() != Given.Kind.STRING) {
            throw wrongType(ScalarShape.BYTES, given, path);
        }
        if (given.kind() == Given.Kind.BYTES) {
            return Base64.getMimeDecoder().decode(given.text().replace('-', '+').replace('_', '/'));
        }
        try {
            if (given.text().length() % 4 != 0) {
                throw new IllegalArgumentException("the padding is missing");
            }
            return Base64.getDecoder().decode(given.text());
        } catch (IllegalArgumentException e) {
            throw new Rejected(InputProblem.invalidValue(
                    path,
                    given.text(),
                    "base64 String",
                    "Could not convert from `base64 encoded bytes` to `PrismaValue::Bytes`"));
        }
    }
}
