/** Typed queries: {@code .sql} files, what their comments say, and what the database says of their parameters and columns. */
@NullMarked
package dev.prisma4j.generator.typedsql;

import org.jspecify.annotations.NullMarked;
