/** Writes on every database: the cases of a corpus, each with its request, its answer and the rows that it leaves. */
@NullMarked
package dev.prisma4j.testkit.write;

import org.jspecify.annotations.NullMarked;
