package dev.prisma4j.schema.syntax;

import dev.prisma4j.schema.diagnostic.Diagnostic;
import dev.prisma4j.schema.source.SourceFile;
import dev.prisma4j.schema.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lexical half of the parser: a position in the text and the words that can be read from there. Every method
 * either reads what its name says and moves on, or returns null or false and stays where it was.
 */
final class Scanner {

    private final SourceFile file;
    private final String text;
    private final int length;
    private int position;
    /** The furthest position at which a line was still understood, for messages. */
    private int furthest;

    private final List<Diagnostic> findings = new ArrayList<>();

    /** The last search for the end of a block comment, so that many openings do not each search to the end. */
    private int closeSearchedFrom = -1;

    private int closeFoundAt;

    Scanner(SourceFile file) {
        this.file = file;
        this.text = file.text();
        this.length = text.length();
    }

    int position() {
        return position;
    }

    void moveTo(int newPosition) {
        if (position > furthest) {
            furthest = position;
        }
        position = newPosition;
    }

    boolean atEnd() {
        return position == length;
    }

    /** The character ahead, or NUL at the end; NUL in the text matches nothing that is ever asked for. */
    char ahead() {
        return position < length ? text.charAt(position) : '\0';
    }

    Span spanFrom(int start) {
        return new Span(file, start, position);
    }

    /** Furthest position that was understood since the last call. */
    int takeFurthest() {
        int result = Math.max(furthest, position);
        furthest = 0;
        return result;
    }

    void skipBlanks() {
        while (position < length && Characters.isBlank(text.charAt(position))) {
            position++;
        }
    }

    boolean accept(char c) {
        if (position < length && text.charAt(position) == c) {
            position++;
            return true;
        }
        return false;
    }

    boolean accept(String word) {
        if (text.startsWith(word, position)) {
            position += word.length();
            return true;
        }
        return false;
    }

    boolean acceptLineBreak() {
        if (position == length) {
            return false;
        }
        char c = text.charAt(position);
        if (c == '\n') {
            position++;
            return true;
        }
        if (c == '\r') {
            position += position + 1 < length && text.charAt(position + 1) == '\n' ? 2 : 1;
            return true;
        }
        return false;
    }

    /** Moves to the next line break or the end. */
    void skipLine() {
        while (position < length && !Characters.isLineBreak(text.charAt(position))) {
            position++;
        }
    }

    @Nullable
    Identifier identifier() {
        int start = position;
        return skipName() ? new Identifier(text.substring(start, position), spanFrom(start)) : null;
    }

    /** A name with dots: after each dot there may be another name or nothing. */
    @Nullable
    Identifier path() {
        int start = position;
        if (!skipName()) {
            return null;
        }
        while (accept('.')) {
            skipName();
        }
        return new Identifier(text.substring(start, position), spanFrom(start));
    }

    private boolean skipName() {
        if (position == length || !Characters.beginsName(text.codePointAt(position))) {
            return false;
        }
        int at = position;
        while (at < length) {
            int codePoint = text.codePointAt(at);
            if (!Characters.continuesName(codePoint)) {
                break;
            }
            at += Character.charCount(codePoint);
        }
        position = at;
        return true;
    }

    /** An optional minus, digits, and optionally a dot with digits after it. */
    Expression.@Nullable NumberLiteral number() {
        int start = position;
        accept('-');
        if (!skipDigits()) {
            moveTo(start);
            return null;
        }
        int afterWhole = position;
        if (accept('.') && !skipDigits()) {
            moveTo(afterWhole);
        }
        return new Expression.NumberLiteral(text.substring(start, position), spanFrom(start));
    }

    private boolean skipDigits() {
        int start = position;
        while (position < length && Characters.isDigit(text.charAt(position))) {
            position++;
        }
        return position > start;
    }

    /** Text in quotes. A backslash may stand before anything, even a line break; what it means is checked after. */
    Expression.@Nullable StringLiteral string() {
        int start = position;
        if (!accept('"')) {
            return null;
        }
        boolean escapes = false;
        while (position < length) {
            char c = text.charAt(position);
            if (c == '"') {
                position++;
                Span span = spanFrom(start);
                String value = escapes
                        ? StringEscapes.resolve(file, start + 1, position - 1, findings)
                        : text.substring(start + 1, position - 1);
                return new Expression.StringLiteral(value, span);
            }
            if (c < ' ') {
                break;
            }
            if (c == '\\') {
                escapes = true;
                position++;
            }
            position++;
        }
        moveTo(start);
        return null;
    }

    /** Any of the three kinds of comments, without the line break. A block comment may span lines. */
    @Nullable
    Comment comment() {
        if (ahead() != '/' || position + 1 == length) {
            return null;
        }
        int start = position;
        char second = text.charAt(position + 1);
        if (second == '/') {
            boolean documentation = position + 2 < length && text.charAt(position + 2) == '/';
            skipLine();
            return new Comment(documentation ? Comment.Kind.DOCUMENTATION : Comment.Kind.LINE, spanFrom(start));
        }
        if (second == '*') {
            int close = closeOfComment(start + 2);
            if (close >= 0) {
                position = close + 2;
                return new Comment(Comment.Kind.BLOCK, spanFrom(start));
            }
        }
        return null;
    }

    /** A comment that begins a line, with the line break if that follows at once. */
    @Nullable
    Comment ownLineComment() {
        Comment comment = comment();
        if (comment != null) {
            acceptLineBreak();
        }
        return comment;
    }

    /** Blanks and a line break. */
    @Nullable
    BlankLine blankLine() {
        int start = position;
        skipBlanks();
        if (acceptLineBreak()) {
            return new BlankLine(spanFrom(start));
        }
        position = start;
        return null;
    }

    /** Moves behind the next such character; false if there is none. */
    boolean skipBehind(char c) {
        int found = text.indexOf(c, position);
        if (found < 0) {
            return false;
        }
        position = found + 1;
        return true;
    }

    private int closeOfComment(int from) {
        boolean known =
                closeSearchedFrom >= 0 && from >= closeSearchedFrom && (closeFoundAt < 0 || from <= closeFoundAt);
        if (!known) {
            closeSearchedFrom = from;
            closeFoundAt = text.indexOf("*/", from);
        }
        return closeFoundAt;
    }

    /** How many findings there are, to come back to with {@link #forgetSince}. */
    int mark() {
        return findings.size();
    }

    /** Drops the findings made in text that turned out to be something else. */
    void forgetSince(int mark) {
        findings.subList(mark, findings.size()).clear();
    }

    void report(Span span, String message, @Nullable String help) {
        findings.add(Diagnostic.error(span, message, help));
    }

    List<Diagnostic> findings() {
        return findings;
    }
}
