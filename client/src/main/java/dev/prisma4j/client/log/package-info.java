/** What the client tells its user: statements, slow and failed ones, and what happens to it. */
@NullMarked
package dev.prisma4j.client.log;

import org.jspecify.annotations.NullMarked;
