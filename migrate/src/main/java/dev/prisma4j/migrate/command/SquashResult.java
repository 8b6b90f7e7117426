package dev.prisma4j.migrate.command;

import dev.prisma4j.migrate.history.MigrationFile;
import java.util.List;

/**
 * What {@code migrate squash} did.
 *
 * @param created the new migration
 * @param replaced the names of those it took the place of
 * @param noted whether the project's database had them, so that its history was changed too
 */
public record SquashResult(MigrationFile created, List<String> replaced, boolean noted) {
    public SquashResult {
        replaced = List.copyOf(replaced);
    }
}
