/** The operations as JMH benchmarks. */
@NullMarked
package dev.prisma4j.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
