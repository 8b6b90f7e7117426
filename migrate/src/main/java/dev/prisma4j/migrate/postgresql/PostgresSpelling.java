package dev.prisma4j.migrate.postgresql;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Expressions in one spelling, to compare what a schema says with what PostgreSQL makes of it: {@code now() + interval '1 day'}
 * comes back as {@code (now() + '1 day'::interval)}, and {@code now()::date} as {@code (now())::date}. It is for comparing
 * only; what it gives is no SQL.
 */
final class PostgresSpelling {
    private static final Pattern INTERVAL =
            Pattern.compile("\\binterval\\s+('(?:[^']|'')*')", Pattern.CASE_INSENSITIVE);
    private static final Pattern TEXT = Pattern.compile("'::text\\b(?!\\[)", Pattern.CASE_INSENSITIVE);
    private static final Pattern SPACE = Pattern.compile("(?U)\\s+");
    private static final Pattern SMALL_INTEGER = Pattern.compile("(?<![\\w.])(\\d{1,9})::integer(?![\\w(\\[])");
    private static final Pattern PRIMARY = Pattern.compile("(?U)'(?:[^']|'')*'|[\\w.\"$]+");

    private PostgresSpelling() {}

    static String of(String sql) {
        String moved = INTERVAL.matcher(sql.strip()).replaceAll("$1::interval");
        String bare = TEXT.matcher(moved).replaceAll("'");
        String[] parts = bare.split("'", -1);
        for (int i = 0; i < parts.length; i += 2) { // the others are within quotes
            parts[i] = outsideOfQuotes(parts[i]);
        }
        String spelled = withoutNeedless(String.join("'", parts));
        return isWrapped(spelled) ? spelled.substring(1, spelled.length() - 1) : spelled;
    }

    private static String outsideOfQuotes(String sql) {
        String typed = PostgresCast.PATTERN.matcher(sql).replaceAll(PostgresSpelling::cast);
        String narrow = SPACE.matcher(typed).replaceAll("").toLowerCase(Locale.ROOT);
        return SMALL_INTEGER.matcher(narrow).replaceAll("$1");
    }

    private static String cast(MatchResult cast) {
        return Matcher.quoteReplacement("::" + PostgresCast.spelled(cast.group(1)));
    }

    /** Without the parentheses that PostgreSQL puts around what is cast: {@code (now())::date}. */
    private static String withoutNeedless(String sql) {
        String text = sql;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '\'';
            if (!quoted && c == '(' && (i == 0 || !isWord(text.charAt(i - 1)))) {
                int close = closing(text, i);
                if (close > 0 && text.startsWith("::", close + 1) && isPrimary(text.substring(i + 1, close))) {
                    text = text.substring(0, i) + text.substring(i + 1, close) + text.substring(close + 1);
                    i--;
                }
            }
        }
        return text;
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '"' || c == '$';
    }

    /** Whether that is a value, a name or a call, with casts or without, which binds closer than any operator. */
    private static boolean isPrimary(String text) {
        if (text.startsWith("(")) {
            return false;
        }
        Matcher start = PRIMARY.matcher(text);
        if (!start.lookingAt()) {
            return false;
        }
        int end = start.end();
        if (end < text.length() && text.charAt(end) == '(') {
            end = closing(text, end) + 1;
        }
        return end > 0
                && (end == text.length()
                        || PostgresCast.PATTERN
                                .matcher(text.substring(end))
                                .replaceAll("")
                                .isEmpty());
    }

    /** Whether the first parenthesis is closed by the last character. */
    private static boolean isWrapped(String text) {
        return text.startsWith("(") && closing(text, 0) == text.length() - 1;
    }

    /** Where the parenthesis at that place is closed, or -1. */
    private static int closing(String text, int open) {
        int depth = 0;
        boolean quoted = false;
        for (int i = open; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '\'';
            if (!quoted && c == '(') {
                depth++;
            } else if (!quoted && c == ')' && --depth == 0) {
                return i;
            }
        }
        return -1;
    }
}
