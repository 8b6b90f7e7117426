/** What others may watch: spans and numbers. */
@NullMarked
package dev.prisma4j.client.trace;

import org.jspecify.annotations.NullMarked;
