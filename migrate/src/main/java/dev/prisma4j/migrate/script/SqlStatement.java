package dev.prisma4j.migrate.script;

import java.util.Locale;

/**
 * One statement of a script.
 *
 * @param text its text without the semicolon, comments before it included
 * @param line the line on which its first word stands, from 1
 * @param words its first words in upper case, without comments, joined by single blanks
 */
public record SqlStatement(String text, int line, String words) {
    /** Whether it begins with those words, given in upper case. */
    public boolean startsWith(String start) {
        return words.equals(start) || words.startsWith(start + " ");
    }

    /** Whether it says that word, given in upper case, among its first ones. */
    public boolean says(String word) {
        return (" " + words + " ").contains(" " + word.toUpperCase(Locale.ROOT) + " ");
    }
}
