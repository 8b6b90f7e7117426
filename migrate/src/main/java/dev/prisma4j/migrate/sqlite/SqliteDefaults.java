package dev.prisma4j.migrate.sqlite;

import dev.prisma4j.migrate.table.ColumnDefault;
import dev.prisma4j.migrate.table.TypeFamily;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the text of a default as SQLite gives it back. */
final class SqliteDefaults {
    private SqliteDefaults() {}

    static @Nullable ColumnDefault parse(@Nullable String text, TypeFamily family) {
        if (text == null || text.equalsIgnoreCase("null")) {
            return null;
        }
        Object literal = switch (family) {
            case INT, BIG_INT, FLOAT, DECIMAL -> number(text);
            case BOOLEAN -> bool(text);
            case STRING, ENUM, UUID -> string(text);
            case JSON -> number(text) == null ? unquoted(text) : text;
            case BINARY, DATE_TIME, UNSUPPORTED -> null;
        };
        if (literal != null) {
            return new ColumnDefault.Literal(literal);
        }
        if (family == TypeFamily.DATE_TIME && isNow(text)) {
            return new ColumnDefault.Now();
        }
        return new ColumnDefault.Expression(text);
    }

    private static boolean isNow(String text) {
        String lower = text.toLowerCase(Locale.ROOT).replace(" ", "");
        return lower.equals("current_timestamp")
                || lower.equals("datetime('now')")
                || lower.equals("datetime('now','localtime')");
    }

    private static @Nullable Object number(String text) {
        String plain = unquoted(text) == null ? text : String.valueOf(unquoted(text));
        try {
            return plain.startsWith("+") ? null : new BigDecimal(plain.strip());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable Object bool(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> null;
        };
    }

    /** A text column takes numbers and even bare words for text. */
    private static @Nullable String string(String text) {
        boolean moment = text.toLowerCase(Locale.ROOT).startsWith("current_");
        boolean bare = text.matches("-?\\d+(\\.\\d+)?") || text.matches("[A-Za-z_]\\w*") && !moment;
        return bare ? text : unquoted(text);
    }

    private static @Nullable String unquoted(String text) {
        for (String quote : new String[] {"'", "\""}) {
            if (text.length() >= 2 && text.startsWith(quote) && text.endsWith(quote)) {
                return text.substring(1, text.length() - 1).replace(quote + quote, quote);
            }
        }
        return null;
    }
}
