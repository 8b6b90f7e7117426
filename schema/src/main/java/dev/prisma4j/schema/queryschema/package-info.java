/**
 * The query schema: which operations a validated schema offers to clients, with their arguments, input types and result
 * types, down to every filter. DMMF prints it, and the JSON protocol checks incoming queries against it.
 *
 * <p>{@link dev.prisma4j.schema.queryschema.QuerySchema} is the entry. Everything below it is made on first use, so a
 * query touches only the types on its way.
 */
@NullMarked
package dev.prisma4j.schema.queryschema;

import org.jspecify.annotations.NullMarked;
