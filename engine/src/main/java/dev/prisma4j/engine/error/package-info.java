/** What can go wrong, each with the code and the meta fields that Prisma gives it. */
@NullMarked
package dev.prisma4j.engine.error;

import org.jspecify.annotations.NullMarked;
