/** What comes back where a query selects or includes. */
@NullMarked
package dev.prisma4j.client.result;

import org.jspecify.annotations.NullMarked;
