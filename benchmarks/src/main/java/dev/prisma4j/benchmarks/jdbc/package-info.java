/** Hand-written JDBC: the limit that everything else is measured against. */
@NullMarked
package dev.prisma4j.benchmarks.jdbc;

import org.jspecify.annotations.NullMarked;
