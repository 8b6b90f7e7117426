/** Runs SQL that users wrote. */
@NullMarked
package dev.prisma4j.engine.raw;

import org.jspecify.annotations.NullMarked;
