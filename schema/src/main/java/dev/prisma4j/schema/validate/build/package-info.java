/** The checked drafts to the immutable datamodel. */
@NullMarked
package dev.prisma4j.schema.validate.build;

import org.jspecify.annotations.NullMarked;
