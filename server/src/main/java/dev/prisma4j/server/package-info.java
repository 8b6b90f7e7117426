/**
 * The HTTP endpoint for clients in other languages: Prisma's Data Proxy protocol on the JDK's own HTTP server. {@link
 * dev.prisma4j.server.PrismaServer} is the entry.
 */
@NullMarked
package dev.prisma4j.server;

import org.jspecify.annotations.NullMarked;
