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

/** Reads a column's default as PostgreSQL prints it, or as a schema has it in {@code dbgenerated}, casts included. */
final class PostgresDefaults {
    private static final Pattern NEXTVAL =
            Pattern.compile("nextval\\('(.*)'::(?:text|regclass)\\)", Pattern.CASE_INSENSITIVE);
    private static final Pattern NOW = Pattern.compile(
            "(now\\(\\)|current_timestamp)(\\s*::\\s*(timestamptz|timestamp\\s+with\\s+time\\s+zone))?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NULL =
            Pattern.compile("null(" + PostgresCast.PATTERN + ")?", Pattern.CASE_INSENSITIVE);

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
            List<Object> values = list(text.strip(), type);
            return values == null ? new ColumnDefault.Expression(text) : new ColumnDefault.ListLiteral(values);
        }
        if (type.family() == TypeFamily.DATE_TIME && NOW.matcher(text).matches()) {
            return new ColumnDefault.Now();
        }
        Object value = value(text, type);
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
    private static @Nullable Object value(String text, ColumnType type) {
        String inner = text.strip();
        return switch (type.family()) {
            case INT, BIG_INT -> whole(number(inner, type));
            case FLOAT, DECIMAL -> number(inner, type);
            case BOOLEAN -> bool(inner, type);
            case STRING, ENUM, JSON -> text(inner, type);
            case BINARY -> text(inner, type) instanceof String hex ? bytes(hex) : null;
            // A schema has no literals for these that the database would give back as they were.
            case UUID, DATE_TIME, UNSUPPORTED -> null;
        };
    }

    /** A text with no more than a cast behind it, after the cast. */
    private static @Nullable Object text(String text, ColumnType type) {
        Scan literal = literalAt(text, 0);
        return literal == null ? null : cast(literal.text, text.substring(literal.end), type);
    }

    private static @Nullable Object cast(Object value, String rest, ColumnType type) {
        PostgresCast cast = PostgresCast.of(rest);
        if (cast == null) {
            return rest.isBlank() ? value : null;
        }
        return cast.list() ? null : cast.of(value, type);
    }

    /** A number like {@code -2}, {@code '-2'::integer}, {@code (- 2)} and {@code ('-2'::integer)::bigint}, after its casts. */
    private static @Nullable BigDecimal number(String text, ColumnType type) {
        BigDecimal inner;
        int end;
        Scan literal = literalAt(text, 0);
        if (text.startsWith("- ") || text.startsWith("+ ")) {
            BigDecimal positive = number(text.substring(2).strip(), type);
            return positive == null || text.startsWith("+") ? positive : positive.negate();
        } else if (text.startsWith("(")) {
            end = closing(text, '(', ')') + 1;
            inner = end == 0 ? null : number(text.substring(1, end - 1).strip(), type);
        } else if (literal != null) {
            end = literal.end;
            inner = decimal(literal.text);
        } else {
            int cast = text.indexOf("::");
            end = cast < 0 ? text.length() : cast;
            inner = decimal(text.substring(0, end));
        }
        return inner == null ? null : (BigDecimal) cast(inner, text.substring(end), type);
    }

    private static @Nullable BigDecimal decimal(String text) {
        try {
            return new BigDecimal(text.strip());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable BigDecimal whole(@Nullable BigDecimal number) {
        return number == null || number.stripTrailingZeros().scale() > 0 ? null : number;
    }

    private static ColumnDefault.@Nullable Bytes bytes(String text) {
        return text.startsWith("\\x")
                ? new ColumnDefault.Bytes(text.substring(2).toLowerCase(Locale.ROOT))
                : null;
    }

    private static @Nullable Object bool(String text, ColumnType type) {
        return text(text, type) instanceof String quoted ? bool(quoted) : bool(text);
    }

    private static @Nullable Object bool(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "t" -> true;
            case "false", "f" -> false;
            default -> null;
        };
    }

    /** A string literal, and where it ends. */
    private record Scan(String text, int end) {}

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

    private static @Nullable List<Object> list(String text, ColumnType type) {
        boolean array = text.regionMatches(true, 0, "ARRAY[", 0, 6);
        Scan literal = literalAt(text, 0);
        List<Object> values = null;
        int end = -1;
        if (text.startsWith("(")) {
            end = closing(text, '(', ')') + 1;
            values = end == 0 ? null : list(text.substring(1, end - 1).strip(), type);
        } else if (array) {
            end = closing(text, '[', ']') + 1;
            values = end == 0 ? null : elements(text.substring(6, end - 1), type);
        } else if (literal != null && literal.text.startsWith("{") && literal.text.endsWith("}")) {
            end = literal.end;
            values = braced(literal.text.substring(1, literal.text.length() - 1), type.family());
        }
        return values == null ? null : castAll(values, text.substring(end), type);
    }

    private static @Nullable List<Object> castAll(List<Object> values, String rest, ColumnType type) {
        PostgresCast cast = PostgresCast.of(rest);
        if (cast == null) {
            return rest.isBlank() ? values : null;
        }
        List<Object> after = new ArrayList<>();
        for (Object value : values) {
            Object one = cast.of(value, type);
            if (one == null || !cast.list()) {
                return null;
            }
            after.add(one);
        }
        return after;
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

    private static @Nullable List<Object> elements(String text, ColumnType type) {
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
                    Object value = value(element, type);
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
            case INT, BIG_INT -> whole(decimal(text));
            case FLOAT, DECIMAL -> decimal(text);
            case BOOLEAN -> bool(text);
            case BINARY -> bytes(text);
            case STRING, ENUM, JSON -> text;
            case UUID, DATE_TIME, UNSUPPORTED -> null;
        };
    }
}
