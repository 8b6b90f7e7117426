/** What a migration may lose, and what it cannot do with the rows that are there. */
@NullMarked
package dev.prisma4j.migrate.danger;

import org.jspecify.annotations.NullMarked;
