/** jOOQ. Written as its documentation shows, where fields without a value at first are usual. */
@NullUnmarked
package dev.prisma4j.benchmarks.jooq;

import org.jspecify.annotations.NullUnmarked;
