package dev.prisma4j.migrate.command;

/**
 * The flags of {@code db push}.
 *
 * @param acceptDataLoss go on in spite of warnings
 * @param forceReset empty the database first
 */
public record PushOptions(boolean acceptDataLoss, boolean forceReset) {}
