package dev.prisma4j.generator.typedsql;

import dev.prisma4j.engine.sql.Quoting;
import dev.prisma4j.schema.model.Provider;
import java.util.ArrayList;
import java.util.List;

/**
 * A statement cut at the places where values go: {@code $1} on PostgreSQL and SQLite, {@code ?} on MySQL and SQLite (there
 * also {@code ?1}). What stands in strings, quoted names and comments is text.
 *
 * @param pieces the text between the places
 * @param places for each place the position of its parameter, from 0
 * @param forJdbc the statement with {@code ?} for each value, and {@code ??} for PostgreSQL's operator
 */
record SqlText(List<String> pieces, List<Integer> places, String forJdbc) {

    int parameters() {
        return places.stream().mapToInt(place -> place + 1).max().orElse(0);
    }

    static SqlText of(String sql, Provider provider) {
        return new Cutter(sql, provider).cut();
    }

    private static final class Cutter {
        private final String sql;
        private final boolean dollars;
        private final boolean questions;
        private final Quoting quoting;
        private final List<String> pieces = new ArrayList<>();
        private final List<Integer> places = new ArrayList<>();
        private final StringBuilder jdbc = new StringBuilder();
        private int start;
        private int copied;
        private int at;

        Cutter(String sql, Provider provider) {
            this.sql = sql;
            dollars = provider != Provider.MYSQL;
            questions = provider != Provider.POSTGRESQL && provider != Provider.COCKROACHDB;
            quoting = !questions ? Quoting.POSTGRESQL : provider == Provider.MYSQL ? Quoting.MYSQL : Quoting.SQLITE;
        }

        SqlText cut() {
            while (at < sql.length()) {
                char c = sql.charAt(at);
                boolean named = dollars && c == '$' && digits(at + 1) > 0 && !Quoting.isInName(sql, at);
                int end = quoting.end(sql, at);
                if (end > at) {
                    at = end;
                } else if (named || questions && c == '?') {
                    place();
                } else if (c == '?') {
                    at++;
                    copy();
                    jdbc.append('?');
                } else {
                    at++;
                }
            }
            pieces.add(sql.substring(start));
            at = sql.length();
            copy();
            return new SqlText(List.copyOf(pieces), List.copyOf(places), jdbc.toString());
        }

        private void copy() {
            jdbc.append(sql, copied, at);
            copied = at;
        }

        private void place() {
            int length = digits(at + 1);
            pieces.add(sql.substring(start, at));
            copy();
            jdbc.append('?');
            places.add(length == 0 ? places.size() : Integer.parseInt(sql.substring(at + 1, at + 1 + length)) - 1);
            at += 1 + length;
            start = at;
            copied = at;
        }

        private int digits(int from) {
            int end = from;
            while (end < sql.length() && end - from < 4 && Character.isDigit(sql.charAt(end))) {
                end++;
            }
            return end - from;
        }
    }
}
