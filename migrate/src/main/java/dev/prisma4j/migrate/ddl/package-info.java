/** From the steps of a migration to SQL, as statements to run and as a script to keep. */
@NullMarked
package dev.prisma4j.migrate.ddl;

import org.jspecify.annotations.NullMarked;
