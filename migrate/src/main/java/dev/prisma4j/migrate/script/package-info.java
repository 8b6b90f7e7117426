/** Scripts as lists of statements, and what they are about: as much SQL as has to be understood to run them safely. */
@NullMarked
package dev.prisma4j.migrate.script;

import org.jspecify.annotations.NullMarked;
