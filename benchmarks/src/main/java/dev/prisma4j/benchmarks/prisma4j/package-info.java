/** prisma4j through its generated clients. */
@NullMarked
package dev.prisma4j.benchmarks.prisma4j;

import org.jspecify.annotations.NullMarked;
