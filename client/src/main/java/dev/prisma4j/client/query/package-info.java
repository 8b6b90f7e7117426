/** Reads under construction: which rows, in which order, and what becomes of them. */
@NullMarked
package dev.prisma4j.client.query;

import org.jspecify.annotations.NullMarked;
