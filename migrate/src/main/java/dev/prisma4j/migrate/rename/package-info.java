/**
 * Renames: what a comparison by name takes for something that goes and something else that comes. Who renamed what is
 * declared, or chosen among likely pairs; the rest of the way is then found from the renamed database.
 */
@NullMarked
package dev.prisma4j.migrate.rename;

import org.jspecify.annotations.NullMarked;
