/**
 * What a database looks like: tables, columns, keys, indexes, enums, sequences, views, extensions. Made from a {@link
 * dev.prisma4j.schema.model.Schema} or by describing a live database; compared by the differ and turned into schema text
 * by introspection. Nothing here knows where a description came from.
 */
@NullMarked
package dev.prisma4j.migrate.table;

import org.jspecify.annotations.NullMarked;
