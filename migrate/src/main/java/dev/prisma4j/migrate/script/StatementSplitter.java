package dev.prisma4j.migrate.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts a script into statements at the semicolons that end them: not those within quotes, dollar quotes, comments, or the
 * body of a trigger or procedure.
 */
public final class StatementSplitter {
    private static final int WORDS = 12;

    private final String script;
    private final Syntax syntax;
    private final List<SqlStatement> statements = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    private int start;
    private int firstWordAt = -1;
    private int depth;
    private String delimiter = ";";
    private String lastWord = "";

    /**
     * What a database's scripts may hold.
     *
     * @param dollarQuotes whether {@code $tag$ … $tag$} quotes
     * @param backslashEscapes whether a backslash escapes within quotes
     * @param backticks whether {@code `} quotes names
     * @param hashComments whether {@code #} starts a comment
     * @param nestedComments whether block comments nest
     * @param bodies whether {@code BEGIN … END} within CREATE TRIGGER, FUNCTION or PROCEDURE holds statements
     * @param brackets whether {@code [ … ]} quotes names
     * @param delimiters whether a line {@code DELIMITER x} says what ends statements from there on, as for MySQL's own client
     */
    public record Syntax(
            boolean dollarQuotes,
            boolean backslashEscapes,
            boolean backticks,
            boolean hashComments,
            boolean nestedComments,
            boolean bodies,
            boolean brackets,
            boolean delimiters) {
        /** SQLite. */
        public static final Syntax SQLITE = new Syntax(false, false, true, false, false, true, true, false);
        /** PostgreSQL and CockroachDB. */
        public static final Syntax POSTGRESQL = new Syntax(true, false, false, false, true, true, false, false);
        /** MySQL and MariaDB. */
        public static final Syntax MYSQL = new Syntax(false, true, true, true, false, true, false, true);
        /** SQL Server. */
        public static final Syntax SQLSERVER = new Syntax(false, false, false, false, true, true, true, false);
    }

    private StatementSplitter(String script, Syntax syntax) {
        this.script = script;
        this.syntax = syntax;
    }

    /** The statements of a script; comments and blanks alone are none. */
    public static List<SqlStatement> split(String script, Syntax syntax) {
        return new StatementSplitter(script, syntax).run();
    }

    private List<SqlStatement> run() {
        int at = 0;
        while (at < script.length()) {
            char c = script.charAt(at);
            if (script.startsWith(delimiter, at) && (depth == 0 || delimiter.length() > 1)) {
                end(at);
                at += delimiter.length();
                start = at;
            } else if (c == '\'' || c == '"' || c == '`' && syntax.backticks()) {
                at = quoted(at, c);
            } else if (c == '-' && peek(at + 1) == '-' || c == '#' && syntax.hashComments()) {
                at = lineEnd(at);
            } else if (c == '/' && peek(at + 1) == '*') {
                at = blockComment(at);
            } else if (c == '[' && syntax.brackets()) {
                noteStart(at);
                int close = script.indexOf(']', at);
                at = close < 0 ? script.length() : close + 1;
            } else if (c == '$' && syntax.dollarQuotes()) {
                at = dollarQuoted(at);
            } else if (Character.isLetter(c) || c == '_') {
                at = word(at);
            } else {
                if (!Character.isWhitespace(c)) {
                    noteStart(at);
                    if (words.size() < WORDS) {
                        words.add(String.valueOf(c));
                    }
                }
                at++;
            }
        }
        end(script.length());
        return statements;
    }

    private char peek(int at) {
        return at < script.length() ? script.charAt(at) : '\0';
    }

    private void noteStart(int at) {
        if (firstWordAt < 0) {
            firstWordAt = at;
        }
    }

    private int quoted(int from, char quote) {
        noteStart(from);
        boolean escapes = syntax.backslashEscapes() || quote == '\'' && from > 0 && isEscapeString(from);
        int at = from + 1;
        while (at < script.length()) {
            char c = script.charAt(at);
            if (c == '\\' && escapes && quote != '`') {
                at += 2;
            } else if (c == quote) {
                if (peek(at + 1) != quote) {
                    break;
                }
                at += 2;
            } else {
                at++;
            }
        }
        int end = Math.min(at + 1, script.length());
        if (words.size() < WORDS) {
            words.add(script.substring(from, end));
        }
        return end;
    }

    /** Whether the quote is that of {@code E'…'}, in which a backslash escapes. */
    private boolean isEscapeString(int quote) {
        char before = script.charAt(quote - 1);
        boolean prefix = before == 'E' || before == 'e';
        return syntax.dollarQuotes() && prefix && (quote < 2 || !isWordPart(script.charAt(quote - 2)));
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    private int lineEnd(int at) {
        int end = script.indexOf('\n', at);
        return end < 0 ? script.length() : end;
    }

    private int blockComment(int from) {
        int nesting = 1;
        int at = from + 2;
        while (at < script.length() && nesting > 0) {
            if (script.startsWith("*/", at)) {
                nesting--;
                at += 2;
            } else if (syntax.nestedComments() && script.startsWith("/*", at)) {
                nesting++;
                at += 2;
            } else {
                at++;
            }
        }
        return at;
    }

    private int dollarQuoted(int from) {
        noteStart(from);
        int tagEnd = from + 1;
        while (tagEnd < script.length() && isWordPart(script.charAt(tagEnd))) {
            tagEnd++;
        }
        if (peek(tagEnd) != '$' || Character.isDigit(peek(from + 1))) {
            return from + 1;
        }
        String tag = script.substring(from, tagEnd + 1);
        int close = script.indexOf(tag, tagEnd + 1);
        return close < 0 ? script.length() : close + tag.length();
    }

    private int word(int from) {
        noteStart(from);
        int at = from;
        while (at < script.length() && (isWordPart(script.charAt(at)) || script.charAt(at) == '$')) {
            at++;
        }
        String word = script.substring(from, at).toUpperCase(Locale.ROOT);
        if (words.size() < WORDS) {
            words.add(word);
        }
        if (syntax.delimiters() && word.equals("DELIMITER") && words.size() == 1) {
            return delimiterLine(at);
        }
        if (syntax.bodies() && hasBody()) {
            if (word.equals("BEGIN") || word.equals("CASE") && !lastWord.equals("END")) {
                depth++;
            } else if (word.equals("END") && depth > 0 && !endsAnotherBlock(at)) {
                depth--;
            }
        }
        lastWord = word;
        return at;
    }

    /** {@code END IF} and the like end what no BEGIN began. */
    private boolean endsAnotherBlock(int after) {
        return script.substring(after, Math.min(after + 20, script.length()))
                .toUpperCase(Locale.ROOT)
                .matches("(?s)\\s+(IF|LOOP|WHILE|REPEAT)\\b.*");
    }

    /** The line is for the client and no statement. */
    private int delimiterLine(int after) {
        int end = lineEnd(after);
        String wanted = script.substring(after, end).strip();
        delimiter = wanted.isEmpty() ? ";" : wanted;
        words.clear();
        firstWordAt = -1;
        start = end;
        return end;
    }

    private boolean hasBody() {
        if (words.isEmpty() || !words.get(0).equals("CREATE")) {
            return false;
        }
        return words.contains("TRIGGER")
                || words.contains("FUNCTION")
                || words.contains("PROCEDURE")
                || words.contains("EVENT");
    }

    private void end(int at) {
        if (firstWordAt >= 0) {
            int line = 1
                    + (int) script.substring(0, firstWordAt)
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            statements.add(new SqlStatement(script.substring(start, at).strip(), line, String.join(" ", words)));
        }
        words.clear();
        firstWordAt = -1;
        depth = 0;
    }
}
