package dev.prisma4j.migrate.history;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A migration that another one took the place of.
 *
 * @param name its name
 * @param checksums the checksum of its script, and those that it has with other line ends
 * @param parts what it had been squashed from itself; a database that has those has it too
 */
public record SquashedMigration(String name, List<String> checksums, List<SquashedMigration> parts) {
    private static final Pattern LINE = Pattern.compile("( *)(\\p{XDigit}{64}(?:,\\p{XDigit}{64})*)  (\\S.*)");
    private static final String HEADER = """
            # What "prisma4j migrate squash" put together in this migration: checksums (also
            # those with other line ends) and names.
            # A database that has all of them has this migration too: "prisma4j migrate deploy" and "dev" then note that
            # in the history and run nothing. Keep this file until every database has been deployed to.
            """;

    public SquashedMigration {
        checksums = List.copyOf(checksums);
        parts = List.copyOf(parts);
    }

    static SquashedMigration of(MigrationFile file) {
        return new SquashedMigration(file.name(), Checksum.variants(file.bytes()), file.squashed());
    }

    /** Whether a database has what this migration did, going by the names. */
    boolean isIn(List<HistoryRow> applied) {
        return applied.stream().anyMatch(row -> row.name().equals(name))
                || !parts.isEmpty() && parts.stream().allMatch(part -> part.isIn(applied));
    }

    /** Whether a stored checksum is that of this migration's script. */
    boolean isScript(String stored) {
        return checksums.stream().anyMatch(checksum -> Checksum.isSame(stored, checksum));
    }

    /** This migration and all its parts. */
    List<SquashedMigration> all() {
        List<SquashedMigration> all = new ArrayList<>(List.of(this));
        parts.forEach(part -> all.addAll(part.all()));
        return all;
    }

    // ---- the file

    static String text(List<SquashedMigration> migrations) {
        StringBuilder text = new StringBuilder(HEADER);
        migrations.forEach(migration -> migration.write(text, 0));
        return text.toString();
    }

    private void write(StringBuilder text, int depth) {
        text.append(" ".repeat(depth))
                .append(String.join(",", checksums))
                .append("  ")
                .append(name)
                .append('\n');
        parts.forEach(part -> part.write(text, depth + 1));
    }

    static List<SquashedMigration> parse(List<String> lines) {
        List<Matcher> entries = new ArrayList<>();
        for (String line : lines) {
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches()) {
                entries.add(matcher);
            }
        }
        return parse(entries, 0, entries.size(), 0);
    }

    private static List<SquashedMigration> parse(List<Matcher> lines, int start, int end, int depth) {
        List<SquashedMigration> migrations = new ArrayList<>();
        int at = start;
        while (at < end) {
            int next = at + 1;
            while (next < end && lines.get(next).group(1).length() > depth) {
                next++;
            }
            Matcher line = lines.get(at);
            migrations.add(new SquashedMigration(
                    line.group(3), List.of(line.group(2).split(",")), parse(lines, at + 1, next, depth + 1)));
            at = next;
        }
        return migrations;
    }
}
