/** Programs that exist as text: compiled and run while tests run. */
@NullMarked
package dev.prisma4j.testkit.program;

import org.jspecify.annotations.NullMarked;
