/** The same operations without waiting: futures, cancellation, and reads by key that go together. */
@NullMarked
package dev.prisma4j.client.async;

import org.jspecify.annotations.NullMarked;
