/** What a schema whose every part is understood must still fulfil. The calls in {@link dev.prisma4j.schema.validate.rule.Rules} are the specification. */
@NullMarked
package dev.prisma4j.schema.validate.rule;

import org.jspecify.annotations.NullMarked;
