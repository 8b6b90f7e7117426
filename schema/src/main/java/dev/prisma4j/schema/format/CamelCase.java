package dev.prisma4j.schema.format;

import java.util.Locale;

/** How the formatter turns the name of a model into the name of a field. */
final class CamelCase {

    private CamelCase() {}

    /**
     * Words joined without separators, each but the first with a capital: {@code user_profile} and {@code UserProfile}
     * become {@code userProfile}. A word also begins where a capital follows a small letter or anything a digit; in a
     * run of capitals none begins, so {@code HTTPServer} becomes {@code httpserver}. Only ASCII letters change.
     */
    static String of(String name) {
        StringBuilder out = new StringBuilder(name.length());
        boolean newWord = false;
        char last = ' ';
        for (int i = 0; i < endOfWords(name); i++) {
            char c = name.charAt(i);
            if (c == '_' || c == '-') {
                newWord = !out.isEmpty();
            } else if (c >= '0' && c <= '9') {
                newWord = true;
                out.append(c);
            } else if (newWord || Character.isLowerCase(last) && Character.isUpperCase(c)) {
                newWord = false;
                out.append(asciiUpper(c));
            } else {
                last = c;
                out.append(asciiLower(c));
            }
        }
        return out.toString();
    }

    private static int endOfWords(String name) {
        int end = name.length();
        while (end > 0 && (name.charAt(end - 1) == '_' || name.charAt(end - 1) == '-')) {
            end--;
        }
        return end;
    }

    private static char asciiUpper(char c) {
        return c >= 'a' && c <= 'z' ? (char) (c - 32) : c;
    }

    private static char asciiLower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }

    /** The name with its first letter small, whatever the alphabet. */
    static String smallFirst(String name) {
        int end = name.offsetByCodePoints(0, 1);
        return name.substring(0, end).toLowerCase(Locale.ROOT) + name.substring(end);
    }

    /** The name with its first letter capital, whatever the alphabet. */
    static String capitalFirst(String name) {
        int end = name.offsetByCodePoints(0, 1);
        return name.substring(0, end).toUpperCase(Locale.ROOT) + name.substring(end);
    }
}
