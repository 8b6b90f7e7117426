/**
 * From a schema to the tables that it asks for. {@link dev.prisma4j.migrate.target.TargetTables} does what is the same
 * everywhere; a {@link dev.prisma4j.migrate.target.TargetDialect} per database says how columns of each type are made.
 */
@NullMarked
package dev.prisma4j.migrate.target;

import org.jspecify.annotations.NullMarked;
