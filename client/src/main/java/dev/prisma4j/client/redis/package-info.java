/** Kept answers in Redis. Needs {@code io.lettuce:lettuce-core}, which the library does not bring. */
@NullMarked
package dev.prisma4j.client.redis;

import org.jspecify.annotations.NullMarked;
