/** How the generator says that no client can be generated. */
@NullMarked
package dev.prisma4j.generator.error;

import org.jspecify.annotations.NullMarked;
