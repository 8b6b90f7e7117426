/** The Prisma schema language: text to syntax tree to the validated datamodel, and back to text or DMMF. */
@NullMarked
package dev.prisma4j.schema;

import org.jspecify.annotations.NullMarked;
