package dev.prisma4j.schema.syntax;

import dev.prisma4j.schema.source.Span;

/**
 * {@code type X = Int @attribute}, which Prisma had before version 3. It has been reported.
 *
 * @param name the new name
 * @param target the type that it stood for
 * @param span from the keyword to the last attribute and the blanks after it
 */
public record TypeAlias(Identifier name, TypeReference target, Span span) implements TopLevelItem {}
