package dev.prisma4j.migrate.postgresql;

import dev.prisma4j.migrate.table.ColumnDefault;
import dev.prisma4j.migrate.table.ColumnType;
import dev.prisma4j.migrate.table.TypeFamily;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a column's default as PostgreSQL prints it, casts included. */
final class PostgresDefaults {
    private static final Pattern NEXTVAL =
            Pattern.compile("nextval\\('(.*)'::(?:text|regclass)\\)", Pattern.CASE_INSENSITIVE);
    private static final Pattern NOW =
            Pattern.compile("(now\\(\\)|current_timestamp(\\(\\d\\))?)(::.*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern CAST = Pattern.compile("(?sU)(::[\\w\" .,()\\[\\]-]+)?");
    private static final Pattern NULL = Pattern.compile("null(::.*)?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private PostgresDefaults() {}

    static @Nullable ColumnDefault parse(@Nullable String text, ColumnType type, boolean list) {
        if (text == null || NULL.matcher(text).matches()) {
            return null;
        }
        Matcher sequence = NEXTVAL.matcher(text);
        if (sequence.matches()) {
            return new ColumnDefault.NextOf(sequenceName(sequence.group(1)));
        }
        if (list) {
            List<Object> values = list(text, type.family());
            return values == null ? new ColumnDefault.Expression(text) : new ColumnDefault.ListLiteral(values);
        }
        if (type.family() == TypeFamily.DATE_TIME && NOW.matcher(text).matches()) {
            return new ColumnDefault.Now();
        }
        Object value = value(text, type.family());
        return value == null ? new ColumnDefault.Expression(text) : new ColumnDefault.Literal(value);
    }

    private static String sequenceName(String text) {
        String name = text.replace("''", "'");
        int dot = name.lastIndexOf('.');
        String last = dot < 0 ? name : name.substring(dot + 1);
        return last.startsWith("\"") && last.endsWith("\"") && last.length() > 1
                ? last.substring(1, last.length() - 1).replace("\"\"", "\"")
                : last;
    }

    /** A single value, or null if the text is an expression. */
    private static @Nullable Object value(String text, TypeFamily family) {
        boolean number = family == TypeFamily.INT
                || family == TypeFamily.BIG_INT
                || family == TypeFamily.FLOAT
                || family == TypeFamily.DECIMAL;
        String inner = number ? unparenthesised(text.strip()) : text.strip();
        Scan scan = scan(inner);
        return switch (family) {
            case INT, BIG_INT, FLOAT, DECIMAL -> number(scan == null ? withoutCast(inner) : scan.text);
            case BOOLEAN -> bool(scan == null ? inner : scan.text);
            case STRING, ENUM, JSON -> scan == null ? null : scan.text;
            case BINARY ->
                scan != null && scan.text.startsWith("\\x")
                        ? new ColumnDefault.Bytes(scan.text.substring(2).toLowerCase(Locale.ROOT))
                        : null;
            // A schema has no literals for these that the database would give back as they were.
            case UUID, DATE_TIME, UNSUPPORTED -> null;
        };
    }

    /** What is cast in {@code ('-2'::integer)::bigint} and {@code (ARRAY[]::text[])::varchar[]}: all but the last cast. */
    private static String unparenthesised(String text) {
        String inner = text;
        while (inner.startsWith("(")) {
            int close = closing(inner, '(', ')');
            if (close < 0 || !CAST.matcher(inner.substring(close + 1)).matches()) {
                return text;
            }
            inner = inner.substring(1, close).strip();
        }
        return inner;
    }

    private static String withoutCast(String text) {
        int cast = text.indexOf("::");
        return cast < 0 ? text : text.substring(0, cast);
    }

    private static @Nullable Object number(String text) {
        try {
            return new BigDecimal(text.strip());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable Object bool(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "t" -> true;
            case "false", "f" -> false;
            default -> null;
        };
    }

    private record Scan(String text, int end) {}

    /** A string literal with nothing but a cast behind it. */
    private static @Nullable Scan scan(String text) {
        Scan literal = literalAt(text, 0);
        if (literal == null) {
            return null;
        }
        String rest = text.substring(literal.end);
        return CAST.matcher(rest).matches() ? literal : null;
    }

    private static @Nullable Scan literalAt(String text, int from) {
        boolean escapes = text.startsWith("E'", from) || text.startsWith("e'", from);
        boolean bits = text.startsWith("B'", from) || text.startsWith("b'", from);
        int at = from + (escapes || bits ? 1 : 0);
        if (at >= text.length() || text.charAt(at) != '\'') {
            return null;
        }
        StringBuilder value = new StringBuilder();
        for (int i = at + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\'') {
                if (i + 1 < text.length() && text.charAt(i + 1) == '\'') {
                    i++;
                } else {
                    return new Scan(value.toString(), i + 1);
                }
            } else if (c == '\\' && escapes && i + 1 < text.length()) {
                c = text.charAt(++i);
            }
            value.append(c);
        }
        return null;
    }

    // ---- lists

    private static @Nullable List<Object> list(String text, TypeFamily family) {
        String array = unparenthesised(text.strip());
        if (array.regionMatches(true, 0, "ARRAY[", 0, 6)) {
            int close = array.lastIndexOf(']');
            int end = closing(array, '[', ']');
            String cast = end < 0 ? "" : array.substring(end + 1);
            return end < 0 || close < 0 || !(cast.isEmpty() || cast.startsWith("::"))
                    ? null
                    : elements(array.substring(6, end), family);
        }
        Scan scan = scan(array);
        if (scan != null && scan.text.startsWith("{") && scan.text.endsWith("}")) {
            return braced(scan.text.substring(1, scan.text.length() - 1), family);
        }
        return null;
    }

    /** Where the first bracket of that kind is closed, or -1; what is quoted does not count. */
    private static int closing(String text, char open, char close) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\'') {
                Scan literal = literalAt(text, i);
                if (literal == null) {
                    return -1;
                }
                i = literal.end - 1;
            } else if (c == open) {
                depth++;
            } else if (c == close && --depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private static @Nullable List<Object> elements(String text, TypeFamily family) {
        List<Object> values = new ArrayList<>();
        int start = 0;
        int depth = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ',';
            if (c == '\'') {
                Scan literal = literalAt(text, i);
                if (literal == null) {
                    return null;
                }
                i = literal.end - 1;
            } else if (c == '(' || c == ')') {
                depth += c == '(' ? 1 : -1;
            } else if (c == ',' && (depth == 0 || i == text.length())) {
                String element = text.substring(start, i).strip();
                start = i + 1;
                if (!element.isEmpty()) {
                    Object value = value(element, family);
                    if (value == null) {
                        return null;
                    }
                    values.add(value);
                }
            }
        }
        return values;
    }

    private static @Nullable List<Object> braced(String text, TypeFamily family) {
        List<Object> values = new ArrayList<>();
        StringBuilder element = new StringBuilder();
        boolean quoted = false;
        boolean any = false;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ',';
            if (i < text.length() && c == '\\') {
                element.append(text.charAt(++i));
                any = true;
            } else if (i < text.length() && c == '"') {
                quoted = !quoted;
                any = true;
            } else if (c == ',' && !quoted) {
                if (any || element.length() > 0) {
                    Object value = braceValue(element.toString(), family);
                    if (value == null) {
                        return null;
                    }
                    values.add(value);
                }
                element.setLength(0);
                any = false;
            } else {
                element.append(c);
            }
        }
        return values;
    }

    private static @Nullable Object braceValue(String text, TypeFamily family) {
        return switch (family) {
            case INT, BIG_INT, FLOAT, DECIMAL -> number(text);
            case BOOLEAN -> bool(text);
            case BINARY ->
                text.startsWith("\\x")
                        ? new ColumnDefault.Bytes(text.substring(2).toLowerCase(Locale.ROOT))
                        : null;
            default -> text;
        };
    }
}
