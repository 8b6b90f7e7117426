/** The process that a command runs in. */
@NullMarked
package dev.prisma4j.cli.process;

import org.jspecify.annotations.NullMarked;
