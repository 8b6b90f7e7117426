/** Hibernate ORM through its own session API. Written as its documentation shows, where fields without a value at first are usual. */
@NullUnmarked
package dev.prisma4j.benchmarks.hibernate;

import org.jspecify.annotations.NullUnmarked;
