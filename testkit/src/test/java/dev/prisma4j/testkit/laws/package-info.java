/** Laws that migrations keep on every database, tried with random schemas, killed processes and odd tables. */
@NullMarked
package dev.prisma4j.testkit.laws;

import org.jspecify.annotations.NullMarked;
