/** What is wrong with a schema and where: errors and warnings as values, collected and shown. */
@NullMarked
package dev.prisma4j.schema.diagnostic;

import org.jspecify.annotations.NullMarked;
