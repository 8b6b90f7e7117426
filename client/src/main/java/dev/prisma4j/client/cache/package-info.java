/** Answers that are kept for a while: how long, under which names they are forgotten, and where they are. */
@NullMarked
package dev.prisma4j.client.cache;

import org.jspecify.annotations.NullMarked;
