package dev.prisma4j.schema.validate.value;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonFactory;

/** Whether the text of a literal can be read as a value of its type. */
public final class ScalarLiterals {
    private static final Pattern DATE_TIME = Pattern.compile(
            "(\\d{4})-(\\d\\d)-(\\d\\d)[Tt ](\\d\\d):(\\d\\d):(\\d\\d)(?:\\.\\d+)?(?:[Zz]|[+-](\\d\\d):(\\d\\d))");
    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?(?:\\d[\\d_]*(?:\\.[\\d_]*)?|\\.\\d[\\d_]*)(?:[eE][+-]?\\d{1,9})?");

    private ScalarLiterals() {}

    /** {@return the number, or null if it has a fraction or more than 64 bits} */
    public static @Nullable Long integer(String text) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException fractionOrTooBig) {
            return null;
        }
    }

    /** {@return the number, or null if the text is none} */
    public static @Nullable BigDecimal decimal(String text) {
        return DECIMAL.matcher(text).matches() ? new BigDecimal(text.replace("_", "")) : null;
    }

    /** {@return whether the text is a date and time with an offset as RFC 3339 has it} */
    public static boolean isDateTime(String text) {
        Matcher matcher = DATE_TIME.matcher(text);
        if (!matcher.matches()) {
            return false;
        }
        try {
            LocalDate.of(number(matcher, 1), number(matcher, 2), number(matcher, 3));
        } catch (DateTimeException noSuchDay) {
            return false;
        }
        boolean offset = matcher.group(7) == null || number(matcher, 7) < 24 && number(matcher, 8) < 60;
        return offset && number(matcher, 4) < 24 && number(matcher, 5) < 60 && number(matcher, 6) <= 60;
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    /** {@return whether the text is canonical Base64 with padding} */
    public static boolean isBase64(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            return Base64.getEncoder().encodeToString(bytes).equals(text);
        } catch (IllegalArgumentException otherCharacters) {
            return false;
        }
    }

    /** {@return whether the text is one JSON value} */
    public static boolean isJson(String text) {
        try (JsonParser parser = new JsonFactory().createParser(tools.jackson.core.ObjectReadContext.empty(), text)) {
            if (parser.nextToken() == null) {
                return false;
            }
            int depth = 0;
            JsonToken token = parser.currentToken();
            while (true) {
                if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
                    depth++;
                } else if (token == JsonToken.END_OBJECT || token == JsonToken.END_ARRAY) {
                    depth--;
                } else if (token == JsonToken.VALUE_NUMBER_FLOAT && Double.isInfinite(parser.getDoubleValue())) {
                    return false;
                }
                token = parser.nextToken();
                if (depth == 0) {
                    return token == null;
                }
                if (token == null) {
                    return false;
                }
            }
        } catch (JacksonException malformed) {
            return false;
        }
    }
}
