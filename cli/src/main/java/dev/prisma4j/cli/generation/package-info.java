/** Runs the generators that a schema names: our own inside this process, others as the programs that they are. */
@NullMarked
package dev.prisma4j.cli.generation;

import org.jspecify.annotations.NullMarked;
