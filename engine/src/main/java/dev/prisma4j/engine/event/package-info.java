/** What the engine tells while it works: every SQL statement with its parameters and its duration. */
@NullMarked
package dev.prisma4j.engine.event;

import org.jspecify.annotations.NullMarked;
