/** Databases that are only read from. */
@NullMarked
package dev.prisma4j.client.replica;

import org.jspecify.annotations.NullMarked;
