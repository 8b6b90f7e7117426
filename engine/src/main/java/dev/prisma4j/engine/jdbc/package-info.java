/**
 * Connections: where they come from, the prepared statements that each keeps, and running a statement on one with its
 * events, its time limit and its errors in Prisma's terms.
 */
@NullMarked
package dev.prisma4j.engine.jdbc;

import org.jspecify.annotations.NullMarked;
