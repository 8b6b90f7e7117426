package dev.prisma4j.schema.queryschema;

/** A type that a result field has; whether it is a list or nullable is said by the {@link OutputField}. */
public sealed interface OutputType permits ScalarShape, EnumShape, OutputObject {
    String typeName();
}
