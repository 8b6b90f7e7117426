/** SQL Server: its types, what it can alter, and its DDL as text. */
@NullMarked
package dev.prisma4j.migrate.sqlserver;

import org.jspecify.annotations.NullMarked;
