/** Placeholder until the module's first stage lands. */
@org.jspecify.annotations.NullMarked
package dev.prisma4j.testkit;
