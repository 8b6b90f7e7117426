package dev.prisma4j.engine.plan;

/**
 * What stands in a shape in place of a value.
 *
 * @param index the value's place among the values
 */
public record Slot(int index) {}
