/** Names of blocks, fields and types: who is called what, and what a field's type refers to. */
@NullMarked
package dev.prisma4j.schema.validate.name;

import org.jspecify.annotations.NullMarked;
