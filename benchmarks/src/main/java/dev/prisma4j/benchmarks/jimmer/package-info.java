/** Jimmer. Written as its documentation shows, where fields without a value at first are usual. */
@NullUnmarked
package dev.prisma4j.benchmarks.jimmer;

import org.jspecify.annotations.NullUnmarked;
