/** The comparison: operations, contenders, and the programs that measure them. */
@NullMarked
package dev.prisma4j.benchmarks;

import org.jspecify.annotations.NullMarked;
