package dev.prisma4j.schema.validate.draft;

import dev.prisma4j.schema.source.Span;
import dev.prisma4j.schema.syntax.Identifier;

/** Something with a name at the top level that the type of a field can refer to. */
public sealed interface DraftBlock permits FieldOwner, DraftEnum {

    /** {@return the block's name with its place} */
    Identifier identifier();

    /** {@return the place of the whole block} */
    Span span();

    /** {@return what messages call a block of this kind} */
    String kind();

    /** {@return the block's name} */
    default String name() {
        return identifier().text();
    }
}
