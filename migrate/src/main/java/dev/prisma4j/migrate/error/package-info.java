/** What goes wrong in migrations, with Prisma's codes. */
@NullMarked
package dev.prisma4j.migrate.error;

import org.jspecify.annotations.NullMarked;
