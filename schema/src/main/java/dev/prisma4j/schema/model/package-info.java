/**
 * The datamodel: what a validated Prisma schema says, as immutable values. Everything behind the schema language (query
 * engine, generators, migrate, introspection) reads these types and nothing else.
 *
 * <p>A {@link dev.prisma4j.schema.model.Schema} is made by {@link dev.prisma4j.schema.model.SchemaBuilder}, which the
 * validator drives. All lists are unmodifiable and in source order; names are those of the schema, and {@code
 * databaseName()} is what the database calls the same thing.
 */
@NullMarked
package dev.prisma4j.schema.model;

import org.jspecify.annotations.NullMarked;
