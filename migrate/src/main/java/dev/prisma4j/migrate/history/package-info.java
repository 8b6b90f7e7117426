/** The migrations of a project: the folder on disk, the lock file, and the table of those that were applied. */
@NullMarked
package dev.prisma4j.migrate.history;

import org.jspecify.annotations.NullMarked;
