/** One file per command; each does one thing to a project and returns an exit status. */
@NullMarked
package dev.prisma4j.cli.command;

import org.jspecify.annotations.NullMarked;
