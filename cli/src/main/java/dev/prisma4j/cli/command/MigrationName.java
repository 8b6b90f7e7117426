// Makes a folder name of what a user calls a migration.
package dev.prisma4j.cli.command;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/** Lower case letters, digits and underscores, like Prisma's own names. */
final class MigrationName {
    private static final int LONGEST = 200;
    /** Letters that are spelled with two, and signs that are read as words. */
    private static final Map<String, String> SPELLED = Map.ofEntries(
            Map.entry("ä", "ae"),
            Map.entry("ö", "oe"),
            Map.entry("ü", "ue"),
            Map.entry("Ä", "Ae"),
            Map.entry("Ö", "Oe"),
            Map.entry("Ü", "Ue"),
            Map.entry("ß", "ss"),
            Map.entry("æ", "ae"),
            Map.entry("ø", "oe"),
            Map.entry("å", "a"),
            Map.entry("&", " and "));

    private MigrationName() {}

    /** The name in a folder's name; empty if nothing is left of it. */
    static String of(String text) {
        String spelled = text;
        for (Map.Entry<String, String> entry : SPELLED.entrySet()) {
            spelled = spelled.replace(entry.getKey(), entry.getValue());
        }
        String plain = Normalizer.normalize(spelled, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
        String words = plain.replaceAll("([a-z\\d]+)([A-Z]{2,})", "$1 $2")
                .replaceAll("([A-Z]{2,})([A-Z][a-z\\d]+)", "$1 $2")
                .replaceAll("([a-z\\d]+)([A-Z]+)", "$1 $2")
                .toLowerCase(Locale.ROOT);
        String name = words.replaceAll("[^a-z\\d]+", "_").replaceAll("^_+|_+$", "");
        return name.length() > LONGEST ? name.substring(0, LONGEST) : name;
    }
}
