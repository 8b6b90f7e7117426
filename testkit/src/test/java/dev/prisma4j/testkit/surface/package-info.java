/** What the client offers around its operations: futures, extensions, cache, replicas, logs, traces. */
@NullMarked
package dev.prisma4j.testkit.surface;

import org.jspecify.annotations.NullMarked;
