package dev.prisma4j.migrate.history;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A migration that another one took the place of.
 *
 * @param name its name
 * @param checksum the checksum of its script
 * @param parts what it had been squashed from itself; a database that has those has it too
 */
public record SquashedMigration(String name, String checksum, List<SquashedMigration> parts) {
    private static final Pattern LINE = Pattern.compile("( *)(\\p{XDigit}{64})  (\\S.*)");
    private static final String HEADER = """
            # What "prisma4j migrate squash" put together in this migration: checksums and names.
            # A database that has all of them has this migration too: "prisma4j migrate deploy" and "dev" then note that
            # in the history and run nothing. Keep this file until every database has been deployed to.
            """;

    public SquashedMigration {
        parts = List.copyOf(parts);
    }

    /** Whether a database has what this migration did. */
    boolean isIn(Predicate<String> applied) {
        return applied.test(name) || !parts.isEmpty() && parts.stream().allMatch(part -> part.isIn(applied));
    }

    /** The names of this migration and all its parts. */
    List<String> names() {
        List<String> names = new ArrayList<>(List.of(name));
        parts.forEach(part -> names.addAll(part.names()));
        return names;
    }

    // ---- the file

    static String text(List<SquashedMigration> migrations) {
        StringBuilder text = new StringBuilder(HEADER);
        migrations.forEach(migration -> migration.write(text, 0));
        return text.toString();
    }

    private void write(StringBuilder text, int depth) {
        text.append(" ".repeat(depth))
                .append(checksum)
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
            migrations.add(new SquashedMigration(line.group(3), line.group(2), parse(lines, at + 1, next, depth + 1)));
            at = next;
        }
        return migrations;
    }
}
