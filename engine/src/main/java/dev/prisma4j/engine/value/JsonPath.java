package dev.prisma4j.engine.value;

import dev.prisma4j.engine.error.Errors;
import dev.prisma4j.engine.error.PrismaException;
import java.util.ArrayList;
import java.util.List;

/**
 * A way into a Json value. Both spellings work on every database: the keys and indexes one by one (Prisma's form on
 * PostgreSQL), or a path expression (its form on MySQL and SQLite). A path expression with wildcards works only where the
 * database understands it.
 */
public sealed interface JsonPath {
    /** The whole value. */
    JsonPath ROOT = new Keys(List.of());

    /**
     * Keys and array indexes, outermost first.
     *
     * @param keys object keys, or array indexes in decimal digits
     */
    record Keys(List<String> keys) implements JsonPath {
        public Keys {
            keys = List.copyOf(keys);
        }
    }

    /**
     * A path expression.
     *
     * @param text for example {@code $.a.b[0]}
     */
    record Expression(String text) implements JsonPath {}

    /** The path of those keys and indexes. */
    static JsonPath of(String... keys) {
        return new Keys(List.of(keys));
    }

    /** The path as an expression: {@code $."a"[0]}. A key made of digits is taken for an index. */
    default String expression() {
        if (this instanceof Expression expression) {
            return expression.text();
        }
        StringBuilder text = new StringBuilder("$");
        for (String key : ((Keys) this).keys()) {
            if (isIndex(key)) {
                text.append('[').append(key).append(']');
            } else {
                text.append(".\"")
                        .append(key.replace("\\", "\\\\").replace("\"", "\\\""))
                        .append('"');
            }
        }
        return text.toString();
    }

    /**
     * The path as keys and indexes.
     *
     * @throws dev.prisma4j.engine.error.PrismaException P2019 for an expression with wildcards or of another form
     */
    default List<String> asKeys() {
        return this instanceof Keys known ? known.keys() : parse(((Expression) this).text());
    }

    private static boolean isIndex(String key) {
        return !key.isEmpty() && key.length() < 10 && key.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static List<String> parse(String text) {
        List<String> keys = new ArrayList<>();
        if (!text.startsWith("$")) {
            throw malformed(text);
        }
        int at = 1;
        while (at < text.length()) {
            char c = text.charAt(at);
            int end;
            if (c == '.' && at + 1 < text.length() && text.charAt(at + 1) == '"') {
                StringBuilder key = new StringBuilder();
                end = at + 2;
                while (end < text.length() && text.charAt(end) != '"') {
                    if (text.charAt(end) == '\\' && end + 1 < text.length()) {
                        end++;
                    }
                    key.append(text.charAt(end++));
                }
                if (end >= text.length()) {
                    throw malformed(text);
                }
                end++;
                keys.add(key.toString());
            } else if (c == '.') {
                end = at + 1;
                while (end < text.length() && text.charAt(end) != '.' && text.charAt(end) != '[') {
                    end++;
                }
                String key = text.substring(at + 1, end);
                if (key.isEmpty() || key.contains("*")) {
                    throw malformed(text);
                }
                keys.add(key);
            } else if (c == '[') {
                end = text.indexOf(']', at) + 1;
                String index = end > 0 ? text.substring(at + 1, end - 1) : "";
                if (!isIndex(index)) {
                    throw malformed(text);
                }
                keys.add(index);
            } else {
                throw malformed(text);
            }
            at = end;
        }
        return keys;
    }

    private static PrismaException malformed(String text) {
        return Errors.inputError(null, "The JSON path " + text + " does not name one place.");
    }
}
