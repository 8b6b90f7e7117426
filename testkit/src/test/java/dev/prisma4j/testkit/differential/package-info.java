/**
 * Generated schemas, data and queries run against our server and against the reference: the answers must be the same.
 * Skipped where the reference is not at hand.
 */
@NullMarked
package dev.prisma4j.testkit.differential;

import org.jspecify.annotations.NullMarked;
