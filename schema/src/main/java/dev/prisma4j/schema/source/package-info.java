/** Schema files as text: names, places and lines. Knows nothing of the language written in them. */
@NullMarked
package dev.prisma4j.schema.source;

import org.jspecify.annotations.NullMarked;
