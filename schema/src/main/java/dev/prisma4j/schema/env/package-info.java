/** The files in which a project keeps its variables: the toolkit and the client read the same. */
@NullMarked
package dev.prisma4j.schema.env;

import org.jspecify.annotations.NullMarked;
