/** How rows become the caller's objects: by position, without maps or reflection. */
@NullMarked
package dev.prisma4j.engine.result;

import org.jspecify.annotations.NullMarked;
