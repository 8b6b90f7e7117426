package dev.prisma4j.engine.sql.dialect;

import dev.prisma4j.engine.error.Errors;
import java.util.List;

/**
 * Finds the placeholders in SQL that a user wrote, past quotes, comments and PostgreSQL's dollar quotes, and writes them
 * as JDBC wants them.
 */
final class Placeholders {
    private final String sql;
    private final boolean dollars;
    private final boolean backslashes;
    private final List<Integer> order;
    private final StringBuilder out;
    private int at;
    private int next;

    private Placeholders(String sql, boolean dollars, boolean backslashes, List<Integer> order) {
        this.sql = sql;
        this.dollars = dollars;
        this.backslashes = backslashes;
        this.order = order;
        this.out = new StringBuilder(sql.length());
    }

    /** PostgreSQL: {@code $1} is a placeholder, {@code ?} is an operator (which JDBC wants doubled). */
    static String dollars(String sql, List<Integer> order) {
        return new Placeholders(sql, true, false, order).convert();
    }

    /**
     * SQLite and MySQL: {@code ?}, {@code ?1} and {@code $1} are placeholders.
     *
     * @param backslashes whether a backslash in quotes takes the meaning from what follows
     */
    static String questionMarks(String sql, boolean backslashes, List<Integer> order) {
        return new Placeholders(sql, false, backslashes, order).convert();
    }

    private String convert() {
        while (at < sql.length()) {
            char c = sql.charAt(at);
            if (c == '\'' || c == '"' || c == '`') {
                quoted(c);
            } else if (c == '-' && sql.startsWith("--", at)) {
                copyUntil("\n", 2);
            } else if (c == '/' && sql.startsWith("/*", at)) {
                copyUntil("*/", 2);
            } else if (c == '$' && dollars && !digitFollows() && dollarQuote()) {
                continue;
            } else if (c == '$' && digitFollows() && !partOfName()) {
                at++;
                placeholder(digits() - 1);
            } else if (c == '?' && dollars) {
                out.append("??");
                at++;
            } else if (c == '?') {
                boolean numbered = digitFollows();
                at++;
                placeholder(numbered ? digits() - 1 : next++);
            } else {
                out.append(c);
                at++;
            }
        }
        return out.toString();
    }

    private void placeholder(int index) {
        if (index < 0) {
            throw Errors.rawQueryFailed("N/A", "placeholders start at 1", null);
        }
        order.add(index);
        out.append('?');
    }

    private boolean digitFollows() {
        return at + 1 < sql.length() && Character.isDigit(sql.charAt(at + 1));
    }

    private boolean partOfName() {
        return at > 0 && (Character.isLetterOrDigit(sql.charAt(at - 1)) || sql.charAt(at - 1) == '_');
    }

    private int digits() {
        int number = 0;
        while (at < sql.length() && Character.isDigit(sql.charAt(at)) && number < 1_000_000) {
            number = number * 10 + (sql.charAt(at++) - '0');
        }
        return number;
    }

    private void quoted(char quote) {
        boolean escapes = backslashes && quote != '`' || escapeString(quote);
        out.append(quote);
        at++;
        while (at < sql.length()) {
            char c = sql.charAt(at++);
            out.append(c);
            if (c == '\\' && escapes && at < sql.length()) {
                out.append(sql.charAt(at++));
            } else if (c == quote) {
                return;
            }
        }
    }

    private boolean escapeString(char quote) {
        return dollars && quote == '\'' && at > 0 && (sql.charAt(at - 1) == 'E' || sql.charAt(at - 1) == 'e');
    }

    private void copyUntil(String end, int skip) {
        int stop = sql.indexOf(end, at + skip);
        int to = stop < 0 ? sql.length() : stop + end.length();
        out.append(sql, at, to);
        at = to;
    }

    /** Copies {@code $tag$ .. $tag$}; false if this is none. */
    private boolean dollarQuote() {
        int end = sql.indexOf('$', at + 1);
        if (end < 0 || partOfName()) {
            return false;
        }
        String tag = sql.substring(at, end + 1);
        if (!tag.substring(1, tag.length() - 1).chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_')) {
            return false;
        }
        copyUntil(tag, tag.length());
        return true;
    }
}
