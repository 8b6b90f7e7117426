/** The data of writes under construction, nested writes included. */
@NullMarked
package dev.prisma4j.client.write;

import org.jspecify.annotations.NullMarked;
