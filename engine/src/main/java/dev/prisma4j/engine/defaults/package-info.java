/** The values that the engine, not the database, gives to fields that a write leaves out: defaults, ids, times. */
@NullMarked
package dev.prisma4j.engine.defaults;

import org.jspecify.annotations.NullMarked;
