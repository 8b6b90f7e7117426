/**
 * From two descriptions of a database to the steps that lead from one to the other, in a safe order. What differs between
 * databases is in {@link dev.prisma4j.migrate.diff.DiffRules}.
 */
@NullMarked
package dev.prisma4j.migrate.diff;

import org.jspecify.annotations.NullMarked;
