/** Values in arguments and properties: is this the kind of value that is expected here, and which one is it. */
@NullMarked
package dev.prisma4j.schema.validate.value;

import org.jspecify.annotations.NullMarked;
