/** What all clients on one database share, from opening to closing. For the library, not for users. */
@NullMarked
package dev.prisma4j.client.runtime;

import org.jspecify.annotations.NullMarked;
