/** Fields of models and what can be said about them: conditions, orders, aggregates and selections. */
@NullMarked
package dev.prisma4j.client.expression;

import org.jspecify.annotations.NullMarked;
