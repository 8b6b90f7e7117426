package dev.prisma4j.schema.syntax;

import dev.prisma4j.schema.diagnostic.Diagnostic;
import dev.prisma4j.schema.source.SourceFile;
import java.util.List;

/** Resolves the escapes of a string literal, which are those of JSON. */
final class StringEscapes {

    private final SourceFile file;
    private final String text;
    private final int end;
    private final List<Diagnostic> findings;
    private final StringBuilder value;
    private int at;

    private StringEscapes(SourceFile file, int start, int end, List<Diagnostic> findings) {
        this.file = file;
        this.text = file.text();
        this.at = start;
        this.end = end;
        this.findings = findings;
        this.value = new StringBuilder(end - start);
    }

    /** The text between two offsets with its escapes resolved; those that are not valid are reported and left out. */
    static String resolve(SourceFile file, int start, int end, List<Diagnostic> findings) {
        StringEscapes escapes = new StringEscapes(file, start, end, findings);
        while (escapes.at < end) {
            escapes.next();
        }
        return escapes.value.toString();
    }

    private void next() {
        char c = text.charAt(at);
        if (c != '\\') {
            value.append(c);
            at++;
            return;
        }
        switch (text.charAt(at + 1)) {
            case '"' -> simple('"');
            case '\\' -> simple('\\');
            case '/' -> simple('/');
            case 'b' -> simple('\b');
            case 'f' -> simple('\f');
            case 'n' -> simple('\n');
            case 'r' -> simple('\r');
            case 't' -> simple('\t');
            case 'u' -> unicode();
            default -> unknown();
        }
    }

    private void simple(char c) {
        value.append(c);
        at += 2;
    }

    private void unknown() {
        int width = 1 + Character.charCount(text.codePointAt(at + 1));
        findings.add(Diagnostic.error(
                file.span(at, at + width),
                "`" + text.substring(at, at + width) + "` is not an escape sequence.",
                "Write a backslash as `\\\\`, for instance in a Windows path."));
        at += width;
    }

    /** Four digits, or twice that where the first four are the first half of a surrogate pair. */
    private void unicode() {
        int digits = hexDigits(at + 2);
        if (digits < 4) {
            invalid(2 + digits);
            return;
        }
        char first = hex(at + 2);
        if (!Character.isSurrogate(first)) {
            value.append(first);
            at += 6;
            return;
        }
        boolean hasSecond =
                at + 7 < end && text.charAt(at + 6) == '\\' && text.charAt(at + 7) == 'u' && hexDigits(at + 8) == 4;
        if (!hasSecond) {
            invalid(6);
            return;
        }
        char second = hex(at + 8);
        if (Character.isSurrogatePair(first, second)) {
            value.append(first).append(second);
            at += 12;
        } else {
            invalid(12);
        }
    }

    private void invalid(int width) {
        findings.add(Diagnostic.error(
                file.span(at, at + width),
                "`" + text.substring(at, at + width) + "` is not a valid Unicode escape.",
                "It takes four hexadecimal digits, as in `\\u00e9`; a character beyond U+FFFF is a pair of them,"
                        + " as in `\\ud83d\\ude00`."));
        at += width;
    }

    /** How many of the up to four characters from here are hexadecimal digits. */
    private int hexDigits(int from) {
        int count = 0;
        while (count < 4 && from + count < end && isHex(text.charAt(from + count))) {
            count++;
        }
        return count;
    }

    private static boolean isHex(char c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
    }

    private char hex(int from) {
        return (char) Integer.parseInt(text, from, from + 4, 16);
    }
}
