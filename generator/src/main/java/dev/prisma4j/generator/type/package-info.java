/** The generated types, one writer for each kind of file. */
@NullMarked
package dev.prisma4j.generator.type;

import org.jspecify.annotations.NullMarked;
