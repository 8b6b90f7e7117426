/** How a command says that it did not work, and the numbers that scripts see. */
@NullMarked
package dev.prisma4j.cli.failure;

import org.jspecify.annotations.NullMarked;
