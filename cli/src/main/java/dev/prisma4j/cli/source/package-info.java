/** Reading of the text files that people write. */
@NullMarked
package dev.prisma4j.cli.source;

import org.jspecify.annotations.NullMarked;
