/** SQL as trees, with slots in place of values; the dialects turn them into text. Nothing here writes SQL. */
@NullMarked
package dev.prisma4j.engine.sql;

import org.jspecify.annotations.NullMarked;
