package dev.prisma4j.migrate.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Cuts a script into statements at the semicolons that end them: not those within quotes, dollar quotes, comments, or the
 * body of a trigger or procedure. What it takes for one statement has to be one to the database too: SQLite's driver runs
 * the first of several and says nothing about the others.
 */
public final class StatementSplitter {
    private static final int WORDS = 12;

    /** What may stand between CREATE and the kind of thing that is made. */
    private static final Set<String> BEFORE_KIND = Set.of("OR", "REPLACE", "TEMP", "TEMPORARY", "AGGREGATE");

    private final String script;
    private final Syntax syntax;
    private final List<SqlStatement> statements = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    private int start;
    private int firstWordAt = -1;
    private String last = "";
    private String beforeLast = "";
    private int blocks;
    private int parentheses;
    private boolean inVersionComment;
    private String delimiter = ";";

    /** Whose scripts are cut. */
    public enum Syntax {
        /** SQLite. */
        SQLITE(Set.of()),
        /** PostgreSQL. */
        POSTGRESQL(Set.of("FUNCTION", "PROCEDURE")),
        /** MySQL and MariaDB. */
        MYSQL(Set.of("TRIGGER", "FUNCTION", "PROCEDURE", "EVENT"));

        /** What has a body in which {@code BEGIN … END} holds statements. */
        private final Set<String> bodies;

        Syntax(Set<String> bodies) {
            this.bodies = bodies;
        }
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
            if (script.startsWith(delimiter, at) && endsStatement()) {
                end(at);
                at += delimiter.length();
                start = at;
            } else if (c == '\'' || c == '"' || c == '`' && syntax != Syntax.POSTGRESQL) {
                at = quoted(at, c);
            } else if (isLineComment(at)) {
                at = lineEnd(at);
            } else if (c == '/' && peek(at + 1) == '*') {
                at = blockComment(at);
            } else if (inVersionComment && script.startsWith("*/", at)) {
                inVersionComment = false;
                at += 2;
            } else if (c == '[' && syntax == Syntax.SQLITE) {
                at = bracketed(at);
            } else if (c == '$' && syntax == Syntax.POSTGRESQL) {
                at = dollarQuoted(at);
            } else if (Character.isLetter(c) || c == '_') {
                at = word(at);
            } else {
                if (!Character.isWhitespace(c)) {
                    sign(at, c);
                }
                at++;
            }
        }
        end(script.length());
        return statements;
    }

    private boolean endsStatement() {
        if (inVersionComment) {
            return false;
        }
        if (!delimiter.equals(";")) {
            return true;
        }
        return switch (syntax) {
            // As SQLite tells itself whether a statement is complete.
            case SQLITE -> !created().equals("TRIGGER") || last.equals("END") && beforeLast.equals(";");
            // A rule has its statements in parentheses.
            case POSTGRESQL -> blocks == 0 && parentheses == 0;
            case MYSQL -> blocks == 0;
        };
    }

    private char peek(int at) {
        return at < script.length() ? script.charAt(at) : '\0';
    }

    private void noteStart(int at) {
        if (firstWordAt < 0) {
            firstWordAt = at;
        }
    }

    private void token(String text) {
        if (words.size() < WORDS) {
            words.add(text);
        }
        beforeLast = last;
        last = text;
    }

    private void sign(int at, char c) {
        noteStart(at);
        token(String.valueOf(c));
        if (c == '(') {
            parentheses++;
        } else if (c == ')' && parentheses > 0) {
            parentheses--;
        }
    }

    private int bracketed(int from) {
        noteStart(from);
        int close = script.indexOf(']', from);
        int end = close < 0 ? script.length() : close + 1;
        token(script.substring(from, end));
        return end;
    }

    private int quoted(int from, char quote) {
        noteStart(from);
        boolean escapes = syntax == Syntax.MYSQL || quote == '\'' && from > 0 && isEscapeString(from);
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
        token(script.substring(from, end));
        return end;
    }

    /** Whether the quote is that of {@code E'…'}, in which a backslash escapes. */
    private boolean isEscapeString(int quote) {
        char before = script.charAt(quote - 1);
        boolean prefix = before == 'E' || before == 'e';
        return syntax == Syntax.POSTGRESQL && prefix && (quote < 2 || !isWordPart(script.charAt(quote - 2)));
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    // ---- comments

    private boolean isLineComment(int at) {
        if (syntax == Syntax.MYSQL) {
            // a--1 is an addition there
            return peek(at) == '#' || script.startsWith("--", at) && peek(at + 2) <= ' ';
        }
        return script.startsWith("--", at);
    }

    private int lineEnd(int at) {
        int end = script.indexOf('\n', at);
        return end < 0 ? script.length() : end;
    }

    private int blockComment(int from) {
        if (syntax == Syntax.MYSQL && (script.startsWith("/*!", from) || script.startsWith("/*M!", from))) {
            return versionComment(from);
        }
        int nesting = 1;
        int at = from + 2;
        while (at < script.length() && nesting > 0) {
            if (script.startsWith("*/", at)) {
                nesting--;
                at += 2;
            } else if (syntax == Syntax.POSTGRESQL && script.startsWith("/*", at)) {
                nesting++;
                at += 2;
            } else {
                at++;
            }
        }
        return at;
    }

    /** What stands in such a comment is run by servers of that version or a newer one. */
    private int versionComment(int from) {
        noteStart(from);
        inVersionComment = true;
        int at = script.indexOf('!', from) + 1;
        while (Character.isDigit(peek(at))) {
            at++;
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

    // ---- words and bodies

    private int word(int from) {
        noteStart(from);
        int at = from;
        while (at < script.length() && (isWordPart(script.charAt(at)) || script.charAt(at) == '$')) {
            at++;
        }
        String word = script.substring(from, at).toUpperCase(Locale.ROOT);
        token(word);
        if (syntax == Syntax.MYSQL && word.equals("DELIMITER") && words.size() == 1) {
            return delimiterLine(at);
        }
        if (syntax.bodies.contains(created()) && parentheses == 0 && !beforeLast.equals(".")) {
            if (word.equals("BEGIN") || word.equals("CASE") && blocks > 0 && !beforeLast.equals("END")) {
                blocks++;
            } else if (word.equals("END") && blocks > 0 && !endsAnotherBlock(at)) {
                blocks--;
            }
        }
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
        forget();
        start = end;
        return end;
    }

    /** The kind of thing that the statement makes, as far as it has been read. */
    private String created() {
        if (words.isEmpty() || !words.get(0).equals("CREATE")) {
            return "";
        }
        int at = 1;
        while (at < words.size()) {
            if (words.get(at).equals("DEFINER")) {
                at = afterDefiner(at);
            } else if (BEFORE_KIND.contains(words.get(at))) {
                at++;
            } else {
                return words.get(at);
            }
        }
        return "";
    }

    /** After {@code DEFINER = user}, {@code user@host} or {@code current_user()}. */
    private int afterDefiner(int definer) {
        int next = definer + 3;
        boolean longer = next < words.size()
                && (words.get(next).equals("@") || words.get(next).equals("("));
        return longer ? next + 2 : next;
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
        forget();
    }

    private void forget() {
        words.clear();
        firstWordAt = -1;
        last = "";
        beforeLast = "";
        blocks = 0;
        parentheses = 0;
        inVersionComment = false;
    }
}
