/**
 * Soft deletion: what a query means in a schema with models whose rows stay when they are deleted. Queries are rewritten
 * before they are planned, so that planners and writes know nothing of it but how a row is deleted.
 */
@NullMarked
package dev.prisma4j.engine.softdelete;

import org.jspecify.annotations.NullMarked;
