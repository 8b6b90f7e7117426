/** The schema while it is being read: blocks and fields with what is known of them so far. Mutable, and gone after validation. */
@NullMarked
package dev.prisma4j.schema.validate.draft;

import org.jspecify.annotations.NullMarked;
