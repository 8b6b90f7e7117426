/**
 * DMMF: the JSON document that Prisma's generators receive. It describes the datamodel, the {@linkplain
 * dev.prisma4j.schema.queryschema query schema} and the names of the operations of each model.
 *
 * <p>Documents reach hundreds of megabytes, so they are written as a stream; keys are in alphabetical order, which makes
 * the output canonical in the sense of RFC 8785.
 */
@NullMarked
package dev.prisma4j.schema.dmmf;

import org.jspecify.annotations.NullMarked;
