/** The tables, the rows in them, and what the operations are given and give back. */
@NullMarked
package dev.prisma4j.benchmarks.data;

import org.jspecify.annotations.NullMarked;
