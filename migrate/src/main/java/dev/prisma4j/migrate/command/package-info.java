/** The commands of migrate, each a class that takes a {@link dev.prisma4j.migrate.command.Project} and gives a value. */
@NullMarked
package dev.prisma4j.migrate.command;

import org.jspecify.annotations.NullMarked;
