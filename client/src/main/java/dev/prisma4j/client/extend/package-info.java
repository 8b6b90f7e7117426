/** Code of the user's around queries: interceptors, in the order in which they were added. */
@NullMarked
package dev.prisma4j.client.extend;

import org.jspecify.annotations.NullMarked;
