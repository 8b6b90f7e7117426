/** MySQL and MariaDB: their types, how they are described, what they can alter, and their DDL. */
@NullMarked
package dev.prisma4j.migrate.mysql;

import org.jspecify.annotations.NullMarked;
