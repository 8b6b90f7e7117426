package dev.prisma4j.schema.diagnostic;

import dev.prisma4j.schema.source.SourceFile;
import dev.prisma4j.schema.source.Span;
import java.util.List;

/**
 * Shows findings to people: message, place, the lines in question with the place marked, and the likely fix.
 *
 * <pre>
 * error P1012: The field `name` of model `User` has no type.
 *   --&gt; schema.prisma:3:3
 *    |
 *  3 |   name
 *    |   ^^^^
 *    = help: Write a type after the name, as in `name String`.
 * </pre>
 *
 * <p>Control characters of the schema are shown as symbols, so that a file cannot send commands to a terminal.
 */
public final class DiagnosticRenderer {

    private static final int MAX_LINES = 6;
    private static final int MAX_LINE_LENGTH = 200;

    private final boolean colour;

    private DiagnosticRenderer(boolean colour) {
        this.colour = colour;
    }

    /** {@return a renderer of plain text} */
    public static DiagnosticRenderer plain() {
        return new DiagnosticRenderer(false);
    }

    /** {@return a renderer with ANSI colours} */
    public static DiagnosticRenderer coloured() {
        return new DiagnosticRenderer(true);
    }

    /** {@return all findings, one after the other, and a last line that counts them; nothing if there are none} */
    public String render(List<Diagnostic> diagnostics) {
        if (diagnostics.isEmpty()) {
            return "";
        }
        StringBuilder out = new StringBuilder();
        diagnostics.forEach(diagnostic -> out.append(render(diagnostic)).append('\n'));
        long errors = diagnostics.stream().filter(Diagnostic::isError).count();
        long warnings = diagnostics.size() - errors;
        out.append(count(errors, "error"));
        out.append(errors > 0 && warnings > 0 ? ", " : "");
        return out.append(count(warnings, "warning")).append('\n').toString();
    }

    private static String count(long number, String what) {
        return number == 0 ? "" : number + " " + what + (number == 1 ? "" : "s");
    }

    /** {@return one finding, ending in a line break} */
    public String render(Diagnostic diagnostic) {
        StringBuilder out = new StringBuilder();
        Ansi main = diagnostic.isError() ? Ansi.RED : Ansi.YELLOW;
        String title = diagnostic.isError() ? "error " + diagnostic.code() : "warning";
        paint(out, main, title).append(": ");
        paint(out, Ansi.BOLD, visible(diagnostic.message())).append('\n');
        excerpt(out, diagnostic.span(), main);
        String help = diagnostic.help();
        if (help != null) {
            int gutter = Integer.toString(lastLine(diagnostic.span())).length();
            paint(out, Ansi.BLUE, " ".repeat(gutter + 1) + " = ").append("help: ");
            out.append(visible(help)).append('\n');
        }
        return out.toString();
    }

    private void excerpt(StringBuilder out, Span span, Ansi main) {
        SourceFile file = span.file();
        int first = span.line();
        int last = lastLine(span);
        int gutter = Integer.toString(last).length();
        paint(out, Ansi.BLUE, " ".repeat(gutter) + " --> ");
        out.append(visible(file.name())).append(':').append(first).append(':');
        out.append(file.column(span.start())).append('\n');
        paint(out, Ansi.BLUE, " ".repeat(gutter + 1) + " |").append('\n');
        boolean all = last - first < MAX_LINES;
        for (int line = first; line <= last; line++) {
            if (!all && line == first + MAX_LINES - 2) {
                paint(out, Ansi.BLUE, " ".repeat(gutter + 1) + " | ").append("...\n");
                line = last - 1;
            } else {
                markedLine(out, span, line, gutter, main);
            }
        }
    }

    /** The line that the last marked character is on; a line break at the end of the span does not count. */
    private static int lastLine(Span span) {
        String text = span.file().text();
        int end = span.end();
        while (end > span.start() && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return span.file().line(Math.max(span.start(), end - 1));
    }

    private void markedLine(StringBuilder out, Span span, int number, int gutter, Ansi main) {
        SourceFile file = span.file();
        String line = file.lineText(number);
        int start = file.lineStart(number);
        int from = Math.max(0, span.start() - start);
        int to = Math.min(line.length(), span.end() - start);
        while (number > span.line() && from < to && Character.isWhitespace(line.charAt(from))) {
            from++;
        }
        int shownFrom = Math.max(0, Math.min(from - 40, line.length() - MAX_LINE_LENGTH));
        int shownTo = Math.min(line.length(), shownFrom + MAX_LINE_LENGTH);
        String label = Integer.toString(number);
        paint(out, Ansi.BLUE, " " + " ".repeat(gutter - label.length()) + label + " | ");
        out.append(visible(line.substring(shownFrom, shownTo))).append('\n');
        int marked = Math.max(1, width(line, from, Math.min(to, shownTo)));
        paint(out, Ansi.BLUE, " ".repeat(gutter + 1) + " | ");
        out.append(" ".repeat(width(line, shownFrom, Math.min(from, shownTo))));
        paint(out, main, "^".repeat(marked)).append('\n');
    }

    private static int width(String line, int from, int to) {
        return from >= to ? 0 : line.codePointCount(from, to);
    }

    /** Blanks for tabs, symbols for other control characters. */
    private static String visible(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\t') {
                out.append(' ');
            } else if (c < ' ') {
                out.append((char) (0x2400 + c));
            } else if (c >= 0x7f && c < 0xa0) {
                out.append('\ufffd');
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private StringBuilder paint(StringBuilder out, Ansi style, String text) {
        return colour ? out.append(style.code).append(text).append("\u001b[0m") : out.append(text);
    }

    private enum Ansi {
        RED("\u001b[1;31m"),
        YELLOW("\u001b[1;33m"),
        BLUE("\u001b[34m"),
        BOLD("\u001b[1m");

        private final String code;

        Ansi(String code) {
            this.code = code;
        }
    }
}
