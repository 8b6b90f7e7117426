/**
 * What each database can do, as data: capabilities, native types with their parameters, the lengths and the naming of
 * constraints, index algorithms and operator classes. Knows nothing of schemas' text and nothing of SQL.
 *
 * <p>{@link dev.prisma4j.schema.database.Databases} lists them; each has a file of its own.
 */
@NullMarked
package dev.prisma4j.schema.database;

import org.jspecify.annotations.NullMarked;
