/** What the attributes of fields and blocks say. One file per attribute. */
@NullMarked
package dev.prisma4j.schema.validate.attribute;

import org.jspecify.annotations.NullMarked;
