// The little of JavaScript's and TypeScript's lexis that a configuration file needs.
package dev.prisma4j.cli.config;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names, strings and punctuation of a script, with comments left out, and a place among them. */
final class ScriptTokens {
    private record Token(Kind kind, String text, int offset) {}

    private enum Kind {
        NAME,
        STRING,
        /** A template string with places for expressions, or a number: values we do not read. */
        OTHER,
        PUNCTUATION
    }

    private final List<Token> tokens = new ArrayList<>();
    private final String text;
    private int at;

    ScriptTokens(String text) {
        this.text = text;
        int offset = 0;
        while (offset < text.length()) {
            offset = readOne(offset);
        }
    }

    boolean atEnd() {
        return at >= tokens.size();
    }

    /** Where the current token begins. */
    int offset() {
        return atEnd() ? text.length() : tokens.get(at).offset();
    }

    /** Steps over these names and punctuation marks if they are all next, in order. */
    boolean accept(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (at + i >= tokens.size()) {
                return false;
            }
            Token token = tokens.get(at + i);
            boolean word = token.kind() == Kind.NAME || token.kind() == Kind.PUNCTUATION;
            if (!word || !token.text().equals(words[i])) {
                return false;
            }
        }
        at += words.length;
        return true;
    }

    void skip() {
        at++;
    }

    /** Steps over a name or string that names a property; null if something else is next. */
    @Nullable
    String propertyName() {
        if (!atEnd() && (tokens.get(at).kind() == Kind.NAME || tokens.get(at).kind() == Kind.STRING)) {
            return tokens.get(at++).text();
        }
        return null;
    }

    /** Steps over a string; null if something else is next. */
    @Nullable
    String string() {
        return !atEnd() && tokens.get(at).kind() == Kind.STRING
                ? tokens.get(at++).text()
                : null;
    }

    /** Whether the expression that was being read is complete. */
    boolean atEndOfExpression() {
        return atEnd() || isPunctuation(",") || isPunctuation("}");
    }

    /** Steps over what TypeScript puts behind a value for its checker alone: {@code !}, {@code as string}. */
    void skipAssertions() {
        while (accept("!") || acceptTypeAssertion()) {
            // each round has stepped over one
        }
    }

    private boolean acceptTypeAssertion() {
        if (accept("as") || accept("satisfies")) {
            skip();
            return true;
        }
        return false;
    }

    /** Steps over an expression of any kind, up to the comma or closing brace behind it. */
    void skipExpression() {
        int depth = 0;
        while (!atEnd()) {
            if (depth == 0 && atEndOfExpression()) {
                return;
            }
            if (isPunctuation("{") || isPunctuation("(") || isPunctuation("[")) {
                depth++;
            } else if (isPunctuation("}") || isPunctuation(")") || isPunctuation("]")) {
                depth--;
            }
            at++;
        }
    }

    private boolean isPunctuation(String mark) {
        Token token = tokens.get(at);
        return token.kind() == Kind.PUNCTUATION && token.text().equals(mark);
    }

    private int readOne(int start) {
        char c = text.charAt(start);
        if (Character.isWhitespace(c) || c == '\uFEFF') {
            return start + 1;
        }
        if (text.startsWith("//", start)) {
            int end = text.indexOf('\n', start);
            return end < 0 ? text.length() : end;
        }
        if (text.startsWith("/*", start)) {
            int end = text.indexOf("*/", start + 2);
            return end < 0 ? text.length() : end + 2;
        }
        if (c == '"' || c == '\'' || c == '`') {
            return readString(start, c);
        }
        if (Character.isJavaIdentifierStart(c)) {
            return readWord(start, Kind.NAME);
        }
        if (Character.isDigit(c)) {
            return readWord(start, Kind.OTHER);
        }
        tokens.add(new Token(Kind.PUNCTUATION, String.valueOf(c), start));
        return start + 1;
    }

    private int readWord(int start, Kind kind) {
        int end = start + 1;
        while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
            end++;
        }
        tokens.add(new Token(kind, text.substring(start, end), start));
        return end;
    }

    private int readString(int start, char quote) {
        StringBuilder value = new StringBuilder();
        boolean computed = false;
        int at = start + 1;
        while (at < text.length() && text.charAt(at) != quote) {
            char c = text.charAt(at);
            if (c == '\\' && at + 1 < text.length()) {
                value.append(unescape(text.charAt(at + 1)));
                at += 2;
                continue;
            }
            computed |= quote == '`' && text.startsWith("${", at);
            value.append(c);
            at++;
        }
        tokens.add(new Token(computed ? Kind.OTHER : Kind.STRING, value.toString(), start));
        return Math.min(at + 1, text.length());
    }

    private static char unescape(char c) {
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            default -> c;
        };
    }
}
