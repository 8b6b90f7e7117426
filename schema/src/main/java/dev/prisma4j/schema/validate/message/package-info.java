/** Every error and warning of validation, built by a named constructor: the words are here and nowhere else. */
@NullMarked
package dev.prisma4j.schema.validate.message;

import org.jspecify.annotations.NullMarked;
