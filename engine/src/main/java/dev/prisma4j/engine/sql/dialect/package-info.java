/**
 * How each database speaks: names, statements, values, limits and errors. The only package of the engine that writes SQL
 * text. A database is a {@link dev.prisma4j.engine.sql.dialect.Dialect} with its renderer, its codecs and its error
 * translation.
 */
@NullMarked
package dev.prisma4j.engine.sql.dialect;

import org.jspecify.annotations.NullMarked;
