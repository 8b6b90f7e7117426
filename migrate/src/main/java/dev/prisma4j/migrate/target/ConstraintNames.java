package dev.prisma4j.migrate.target;

import java.nio.charset.StandardCharsets;

/** The naming convention of constraints: a suffix after a prefix that is cut, in UTF-8 bytes, to the database's limit. */
public final class ConstraintNames {
    private ConstraintNames() {}

    /** The prefix and the suffix, at most {@code limit} bytes long. */
    public static String of(String prefix, String suffix, int limit) {
        return cut(prefix, limit - suffix.length()) + suffix;
    }

    /** The longest start of the text, in whole characters, that has at most that many bytes. */
    public static String cut(String text, int bytes) {
        if (text.getBytes(StandardCharsets.UTF_8).length <= bytes) {
            return text;
        }
        int length = 0;
        int end = 0;
        while (end < text.length()) {
            int codePoint = text.codePointAt(end);
            length += utf8Length(codePoint);
            if (length > bytes) {
                break;
            }
            end += Character.charCount(codePoint);
        }
        return text.substring(0, end);
    }

    private static int utf8Length(int codePoint) {
        return codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
    }
}
