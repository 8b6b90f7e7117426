package dev.prisma4j.migrate.postgresql;

import java.util.regex.Pattern;

/**
 * Expressions in one spelling, to compare what a schema says with what PostgreSQL makes of it: {@code now() + interval '1 day'}
 * comes back as {@code (now() + '1 day'::interval)}. It is for comparing only; what it gives is no SQL.
 */
final class PostgresSpelling {
    private static final Pattern INTERVAL =
            Pattern.compile("\\binterval\\s+('(?:[^']|'')*')", Pattern.CASE_INSENSITIVE);
    private static final Pattern TEXT = Pattern.compile("'::text\\b(?!\\[)", Pattern.CASE_INSENSITIVE);

    private PostgresSpelling() {}

    static String of(String sql) {
        String moved = INTERVAL.matcher(sql.strip()).replaceAll("$1::interval");
        String bare = TEXT.matcher(moved).replaceAll("'");
        StringBuilder out = new StringBuilder(bare.length());
        boolean quoted = false;
        for (int i = 0; i < bare.length(); i++) {
            char c = bare.charAt(i);
            quoted ^= c == '\'';
            if (quoted || !Character.isWhitespace(c)) {
                out.append(quoted ? c : Character.toLowerCase(c));
            }
        }
        String spelled = out.toString();
        return isWrapped(spelled) ? spelled.substring(1, spelled.length() - 1) : spelled;
    }

    /** Whether the first parenthesis is closed by the last character. */
    private static boolean isWrapped(String text) {
        if (!text.startsWith("(")) {
            return false;
        }
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '\'';
            if (!quoted && c == '(') {
                depth++;
            } else if (!quoted && c == ')' && --depth == 0) {
                return i == text.length() - 1;
            }
        }
        return false;
    }
}
