/** How each embedded database server is unpacked, initialised once per user, started and stopped. */
@NullMarked
package dev.prisma4j.testkit.server;

import org.jspecify.annotations.NullMarked;
