package dev.prisma4j.schema.model;

/** The type of a {@link ScalarField}: one of the built-in scalars, an enum, a composite type, or a raw database type. */
public sealed interface FieldType permits ScalarType, EnumType, CompositeType, UnsupportedType {
    /** The type as a schema writes it, for example {@code Int} or {@code Role}. */
    String text();
}
