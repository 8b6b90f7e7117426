/** Which relation fields belong together, and what relation they make. */
@NullMarked
package dev.prisma4j.schema.validate.relation;

import org.jspecify.annotations.NullMarked;
