/** What a database is to migrations: one interface, implemented once for each kind of database. */
@NullMarked
package dev.prisma4j.migrate.database;

import org.jspecify.annotations.NullMarked;
