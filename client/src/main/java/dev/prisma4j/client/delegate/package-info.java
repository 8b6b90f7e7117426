/** The operations of a model: what {@code prisma.user()} offers. */
@NullMarked
package dev.prisma4j.client.delegate;

import org.jspecify.annotations.NullMarked;
