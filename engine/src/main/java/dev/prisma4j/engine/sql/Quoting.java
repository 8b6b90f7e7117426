package dev.prisma4j.engine.sql;

/**
 * Where the SQL that a user wrote holds text instead of SQL: strings, quoted names and comments, as each database has
 * them. Placeholders are only found outside of these.
 */
public enum Quoting {
    /** Backslashes escape in {@code E'..'} alone; comments nest; {@code $tag$ .. $tag$} is a string. */
    POSTGRESQL {
        @Override
        public int end(String sql, int at) {
            return switch (sql.charAt(at)) {
                case '\'' -> quoted(sql, at, '\'', isEscapeString(sql, at));
                case '"' -> quoted(sql, at, '"', false);
                case '-' -> sql.startsWith("--", at) ? after(sql, "\n", at) : at;
                case '/' -> sql.startsWith("/*", at) ? nestedComment(sql, at) : at;
                case '$' -> dollarQuoted(sql, at);
                default -> at;
            };
        }
    },
    /** Backslashes escape in strings, single-quoted or double-quoted; {@code #} begins a comment, {@code --} before a blank. */
    MYSQL {
        @Override
        public int end(String sql, int at) {
            return switch (sql.charAt(at)) {
                case '\'', '"' -> quoted(sql, at, sql.charAt(at), true);
                case '`' -> quoted(sql, at, '`', false);
                case '#' -> after(sql, "\n", at);
                case '-' -> sql.startsWith("--", at) && isBlank(sql, at + 2) ? after(sql, "\n", at) : at;
                case '/' -> sql.startsWith("/*", at) ? after(sql, "*/", at + 2) : at;
                default -> at;
            };
        }
    },
    /** Nothing escapes; names may stand in brackets. */
    SQLITE {
        @Override
        public int end(String sql, int at) {
            return switch (sql.charAt(at)) {
                case '\'', '"', '`' -> quoted(sql, at, sql.charAt(at), false);
                case '[' -> after(sql, "]", at);
                case '-' -> sql.startsWith("--", at) ? after(sql, "\n", at) : at;
                case '/' -> sql.startsWith("/*", at) ? after(sql, "*/", at + 2) : at;
                default -> at;
            };
        }
    };

    /** Where the string, name or comment ends that begins at a place; the place itself if none begins there. */
    public abstract int end(String sql, int at);

    /** Whether the character before a place belongs to a name. */
    public static boolean isInName(String sql, int at) {
        return at > 0 && isOfName(sql.charAt(at - 1));
    }

    private static boolean isOfName(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$';
    }

    /** A quote that is doubled ends one string and begins the next, which is as good. */
    private static int quoted(String sql, int start, char quote, boolean escapes) {
        int at = start + 1;
        while (at < sql.length() && sql.charAt(at) != quote) {
            at += escapes && sql.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(sql.length(), at + 1);
    }

    private static boolean isEscapeString(String sql, int at) {
        return at > 0 && (sql.charAt(at - 1) == 'E' || sql.charAt(at - 1) == 'e') && !isInName(sql, at - 1);
    }

    private static int after(String sql, String end, int from) {
        int found = sql.indexOf(end, from);
        return found < 0 ? sql.length() : found + end.length();
    }

    private static boolean isBlank(String sql, int at) {
        return at >= sql.length() || sql.charAt(at) <= ' ';
    }

    private static int nestedComment(String sql, int start) {
        int depth = 0;
        int at = start;
        while (at < sql.length()) {
            if (sql.startsWith("/*", at)) {
                depth++;
                at += 2;
            } else if (sql.startsWith("*/", at)) {
                at += 2;
                if (--depth == 0) {
                    return at;
                }
            } else {
                at++;
            }
        }
        return sql.length();
    }

    private static int dollarQuoted(String sql, int start) {
        if (isInName(sql, start)) {
            return start;
        }
        int at = start + 1;
        while (at < sql.length() && isOfName(sql.charAt(at)) && sql.charAt(at) != '$') {
            at++;
        }
        if (at == sql.length() || sql.charAt(at) != '$' || Character.isDigit(sql.charAt(start + 1))) {
            return start;
        }
        return after(sql, sql.substring(start, at + 1), at + 1);
    }
}
