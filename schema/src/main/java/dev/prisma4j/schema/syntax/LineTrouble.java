package dev.prisma4j.schema.syntax;

/**
 * A line of a block that is not understood, to be reported once the block turns out to be one.
 *
 * @param line the line
 * @param understoodTo the offset where it stops making sense
 * @param tooDeep whether the only trouble is that it is nested too deeply
 */
record LineTrouble(InvalidLine line, int understoodTo, boolean tooDeep) {}
