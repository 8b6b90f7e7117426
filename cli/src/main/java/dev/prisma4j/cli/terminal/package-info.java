/** What commands print to, with colours where a terminal shows them. */
@NullMarked
package dev.prisma4j.cli.terminal;

import org.jspecify.annotations.NullMarked;
