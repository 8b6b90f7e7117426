/** What a query is about: its models and the operations within it. */
@NullMarked
package dev.prisma4j.client.tree;

import org.jspecify.annotations.NullMarked;
