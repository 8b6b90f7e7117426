/** Migrations and introspection: what a schema and a database have to do with each other. */
@NullMarked
package dev.prisma4j.migrate;

import org.jspecify.annotations.NullMarked;
