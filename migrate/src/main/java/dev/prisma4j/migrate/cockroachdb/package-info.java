/** CockroachDB: its types, what it can alter, and its DDL, where they differ from PostgreSQL's. */
@NullMarked
package dev.prisma4j.migrate.cockroachdb;

import org.jspecify.annotations.NullMarked;
