package dev.prisma4j.engine.sql.dialect;

import dev.prisma4j.engine.error.Errors;
import dev.prisma4j.engine.sql.Quoting;
import java.util.List;

/** Finds the placeholders in SQL that a user wrote and writes them as JDBC wants them. */
final class Placeholders {
    private final String sql;
    private final Quoting quoting;
    private final List<Integer> order;
    private final StringBuilder out;
    private int at;
    private int next;

    private Placeholders(String sql, Quoting quoting, List<Integer> order) {
        this.sql = sql;
        this.quoting = quoting;
        this.order = order;
        this.out = new StringBuilder(sql.length());
    }

    /** PostgreSQL: {@code $1} is a placeholder, {@code ?} is an operator (which JDBC wants doubled). */
    static String dollars(String sql, List<Integer> order) {
        return new Placeholders(sql, Quoting.POSTGRESQL, order).convert();
    }

    /** SQLite and MySQL: {@code ?}, {@code ?1} and {@code $1} are placeholders. */
    static String questionMarks(String sql, Quoting quoting, List<Integer> order) {
        return new Placeholders(sql, quoting, order).convert();
    }

    private String convert() {
        boolean operators = quoting == Quoting.POSTGRESQL;
        while (at < sql.length()) {
            int end = quoting.end(sql, at);
            char c = sql.charAt(at);
            if (end > at) {
                out.append(sql, at, end);
                at = end;
            } else if (c == '$' && digitFollows() && !Quoting.isInName(sql, at)) {
                at++;
                placeholder(digits() - 1);
            } else if (c == '?' && operators) {
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

    private int digits() {
        int number = 0;
        while (at < sql.length() && Character.isDigit(sql.charAt(at)) && number < 1_000_000) {
            number = number * 10 + (sql.charAt(at++) - '0');
        }
        return number;
    }
}
