/** Syntax trees to the validated datamodel: {@link dev.prisma4j.schema.validate.Validator} is the list of the stages. */
@NullMarked
package dev.prisma4j.schema.validate;

import org.jspecify.annotations.NullMarked;
