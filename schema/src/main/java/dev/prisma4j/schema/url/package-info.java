/**
 * Database addresses as Prisma projects write them ({@code DATABASE_URL}), and their translation to the addresses of Java
 * drivers. Text in, text out: nothing here opens a connection.
 */
@NullMarked
package dev.prisma4j.schema.url;

import org.jspecify.annotations.NullMarked;
