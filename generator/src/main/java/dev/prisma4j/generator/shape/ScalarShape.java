package dev.prisma4j.generator.shape;

import dev.prisma4j.schema.model.ScalarField;

/**
 * A scalar field of a generated model.
 *
 * @param field the field
 * @param index its position among the scalars that clients see
 * @param name its Java name in records and data
 * @param member its Java name where the library has members of its own
 * @param type its Java type
 * @param omitted whether reads leave it out unless it is selected
 */
public record ScalarShape(ScalarField field, int index, String name, String member, JavaType type, boolean omitted) {
    /** Whether its value may be missing. */
    public boolean optional() {
        return field.isOptional();
    }
}
