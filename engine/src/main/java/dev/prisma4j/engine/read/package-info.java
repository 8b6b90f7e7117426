/** Runs plans that read: statement by statement, rows to the caller's objects. */
@NullMarked
package dev.prisma4j.engine.read;

import org.jspecify.annotations.NullMarked;
