/** Readers that need no generated code: rows as ordered maps, for the JSON protocol, tools and tests. */
@NullMarked
package dev.prisma4j.engine.generic;

import org.jspecify.annotations.NullMarked;
