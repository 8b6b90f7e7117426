/** Ebean. Written as its documentation shows, where fields without a value at first are usual. */
@NullUnmarked
package dev.prisma4j.benchmarks.ebean;

import org.jspecify.annotations.NullUnmarked;
