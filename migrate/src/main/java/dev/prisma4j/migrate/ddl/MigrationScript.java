package dev.prisma4j.migrate.ddl;

import dev.prisma4j.migrate.diff.Migration;
import dev.prisma4j.migrate.diff.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * A migration as the text of a {@code migration.sql}: above each step a comment with its name, between steps a blank
 * line.
 */
public final class MigrationScript {
    /** The text of a migration without steps. */
    public static final String EMPTY = "-- This is an empty migration.";

    private MigrationScript() {}

    /** The script. */
    public static String of(Migration migration, DdlRenderer renderer) {
        if (migration.isEmpty()) {
            return EMPTY;
        }
        List<String> parts = new ArrayList<>();
        for (Step step : migration.steps()) {
            StringBuilder part = new StringBuilder("-- ").append(step.title()).append('\n');
            for (String statement : renderer.statements(step)) {
                part.append(statement).append(renderer.terminator(statement)).append('\n');
            }
            parts.add(part.toString());
        }
        return renderer.scriptHeader() + String.join("\n", parts) + renderer.scriptFooter();
    }
}
