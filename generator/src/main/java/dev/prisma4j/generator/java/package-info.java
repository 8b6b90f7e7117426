/** Writing Java source: names, imports and layout. Knows nothing of schemas. */
@NullMarked
package dev.prisma4j.generator.java;

import org.jspecify.annotations.NullMarked;
