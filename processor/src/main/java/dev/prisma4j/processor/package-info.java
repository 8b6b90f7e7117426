/** The annotation processor of {@code @Shape}: reads the record and the model, says what does not fit, writes the reader. */
@NullMarked
package dev.prisma4j.processor;

import org.jspecify.annotations.NullMarked;
