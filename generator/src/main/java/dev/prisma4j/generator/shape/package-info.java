/** What the generated client will look like: Java names and types for everything in a schema, before any source is written. */
@NullMarked
package dev.prisma4j.generator.shape;

import org.jspecify.annotations.NullMarked;
