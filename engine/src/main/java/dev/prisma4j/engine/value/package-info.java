/** Values that the JDK has no type for. */
@NullMarked
package dev.prisma4j.engine.value;

import org.jspecify.annotations.NullMarked;
