package dev.prisma4j.migrate.command;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The flags of {@code migrate down} and what it has to ask.
 *
 * @param steps how many of the applied migrations are undone, from the last one back; ignored with {@code to}
 * @param to the migration that shall be the last one afterwards, or null
 * @param check try the down scripts on a shadow database first
 * @param accept asked when data may be lost; false stops the command
 */
public record DownOptions(int steps, @Nullable String to, boolean check, Predicate<DownPlan> accept) {}
