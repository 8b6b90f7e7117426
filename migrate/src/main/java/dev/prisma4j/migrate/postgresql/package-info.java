/** PostgreSQL: its types, what it can alter, and its DDL. */
@NullMarked
package dev.prisma4j.migrate.postgresql;

import org.jspecify.annotations.NullMarked;
