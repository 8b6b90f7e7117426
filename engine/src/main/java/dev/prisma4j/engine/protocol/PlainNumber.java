package dev.prisma4j.engine.protocol;

/** A whole number that is not a BigInt field's: counts and sums of Int fields go without a tag. */
record PlainNumber(long value) {}
