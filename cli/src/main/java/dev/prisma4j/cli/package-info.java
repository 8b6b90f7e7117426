/** The one executable: reads configuration, finds the project, runs a command and says what happened. */
@NullMarked
package dev.prisma4j.cli;

import org.jspecify.annotations.NullMarked;
