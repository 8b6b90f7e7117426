package dev.prisma4j.migrate.mysql;

import dev.prisma4j.migrate.table.ColumnDefault;
import dev.prisma4j.migrate.table.ColumnType;
import dev.prisma4j.migrate.table.TypeFamily;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the default of a column: MySQL gives bare text and says elsewhere if it is an expression, MariaDB gives SQL. */
final class MysqlDefaults {
    private static final Pattern NOW =
            Pattern.compile("(current_timestamp|now)(\\(\\d*\\))?", Pattern.CASE_INSENSITIVE);
    private static final Pattern TODAY = Pattern.compile("(current_date|curdate)(\\(\\))?", Pattern.CASE_INSENSITIVE);
    private static final Pattern TIME_OF_DAY =
            Pattern.compile("(current_time|curtime)(\\(\\d*\\))?", Pattern.CASE_INSENSITIVE);

    private MysqlDefaults() {}

    static @Nullable ColumnDefault parse(@Nullable String text, ColumnType type, boolean expression, boolean mariaDb) {
        TypeFamily family = type.family();
        if (text == null || mariaDb && text.equalsIgnoreCase("NULL")) {
            return null;
        }
        if (family == TypeFamily.DATE_TIME && isNow(text, type)) {
            return new ColumnDefault.Now();
        }
        boolean quoted = text.length() >= 2 && text.startsWith("'") && text.endsWith("'");
        if (mariaDb && quoted) {
            return literal(unquoted(text), family);
        }
        if (expression || mariaDb && needsQuotes(family)) {
            return new ColumnDefault.Expression("(" + withoutCharset(text) + ")");
        }
        return literal(text, family);
    }

    /** Whether an expression is what {@code now()} is for a column of that type. */
    static boolean isNow(String sql, ColumnType type) {
        String text = sql.startsWith("(") && sql.endsWith(")") ? sql.substring(1, sql.length() - 1) : sql;
        String name = type.nativeType() == null ? "" : type.nativeType().name();
        return NOW.matcher(text).matches()
                || name.equals("Date") && TODAY.matcher(text).matches()
                || name.equals("Time") && TIME_OF_DAY.matcher(text).matches();
    }

    private static boolean needsQuotes(TypeFamily family) {
        return family == TypeFamily.STRING || family == TypeFamily.ENUM || family == TypeFamily.JSON;
    }

    /** MySQL puts {@code _utf8mb4} before the literals of an expression and escapes their quotes. */
    private static String withoutCharset(String text) {
        return text.replaceAll("_utf8mb[34]\\\\'", "'").replace("\\'", "'");
    }

    private static String unquoted(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 1; i < text.length() - 1; i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length() - 1) {
                c = escaped(text.charAt(++i));
            } else if (c == '\'') {
                i++; // doubled
            }
            out.append(c);
        }
        return out.toString();
    }

    private static char escaped(char c) {
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case '0' -> '\0';
            default -> c;
        };
    }

    private static ColumnDefault literal(String text, TypeFamily family) {
        return switch (family) {
            case INT, BIG_INT, FLOAT, DECIMAL -> number(text);
            case BOOLEAN -> bool(text);
            default -> new ColumnDefault.Literal(text);
        };
    }

    private static ColumnDefault number(String text) {
        try {
            return new ColumnDefault.Literal(new BigDecimal(text.strip()));
        } catch (NumberFormatException e) {
            return new ColumnDefault.Expression(text);
        }
    }

    private static ColumnDefault bool(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "1", "b'1'", "true" -> new ColumnDefault.Literal(true);
            case "0", "b'0'", "false" -> new ColumnDefault.Literal(false);
            default -> new ColumnDefault.Expression(text);
        };
    }
}
