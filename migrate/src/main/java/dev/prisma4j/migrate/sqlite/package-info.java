/** SQLite: its types, how it is described, what it can alter, and its DDL. */
@NullMarked
package dev.prisma4j.migrate.sqlite;

import org.jspecify.annotations.NullMarked;
