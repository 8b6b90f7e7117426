package dev.prisma4j.engine.result;

/**
 * A column of a raw query's result.
 *
 * @param name its label
 * @param type what it holds
 */
public record RawColumn(String name, RawType type) {}
