package dev.prisma4j.engine.protocol;

/** JSON that is part of the answer as it is, as in the rows of raw queries. */
record EmbeddedJson(String text) {}
