package dev.prisma4j.schema.syntax;

/** Which characters are blanks, line breaks and parts of names in a schema. */
final class Characters {

    private Characters() {}

    /** A tab or a character of the Unicode category "space separator"; no line break. */
    static boolean isBlank(char c) {
        if (c < 0x80) {
            return c == ' ' || c == '\t';
        }
        return Character.getType(c) == Character.SPACE_SEPARATOR;
    }

    /** A carriage return alone is a line break too. */
    static boolean isLineBreak(char c) {
        return c == '\n' || c == '\r';
    }

    /** Any letter or an ASCII digit. Names that begin with a digit parse and are reported on their own. */
    static boolean beginsName(int codePoint) {
        if (codePoint < 0x80) {
            return isAsciiLetterOrDigit(codePoint);
        }
        return Character.isLetter(codePoint);
    }

    static boolean continuesName(int codePoint) {
        if (codePoint < 0x80) {
            return isAsciiLetterOrDigit(codePoint) || codePoint == '_' || codePoint == '-';
        }
        return Character.isLetter(codePoint);
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isAsciiLetterOrDigit(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }

    /** White space in Unicode's sense, which {@link String#strip()} is not: it leaves no-break spaces alone. */
    static boolean isWhiteSpace(char c) {
        if (c < 0x80) {
            return c == ' ' || c >= '\t' && c <= '\r';
        }
        return c == '\u0085' || c == '\u2028' || c == '\u2029' || Character.getType(c) == Character.SPACE_SEPARATOR;
    }

    static String trimStart(String text) {
        int start = 0;
        while (start < text.length() && isWhiteSpace(text.charAt(start))) {
            start++;
        }
        return text.substring(start);
    }

    static String trim(String text) {
        int end = text.length();
        while (end > 0 && isWhiteSpace(text.charAt(end - 1))) {
            end--;
        }
        return trimStart(text.substring(0, end));
    }
}
