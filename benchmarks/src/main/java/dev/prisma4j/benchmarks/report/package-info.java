/** The programs that measure everything and write it down. */
@NullMarked
package dev.prisma4j.benchmarks.report;

import org.jspecify.annotations.NullMarked;
