/**
 * From the description of a database to schema text. What an existing schema already says about a table (its names, its
 * comments, what the client fills in) is kept.
 */
@NullMarked
package dev.prisma4j.migrate.introspect;

import org.jspecify.annotations.NullMarked;
