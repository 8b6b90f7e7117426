package dev.prisma4j.generator.shape;

import dev.prisma4j.schema.model.RelationField;

/**
 * A relation field of a generated model.
 *
 * @param field the field
 * @param index its position among the relations that clients see
 * @param name its Java name in data
 * @param member its Java name where the library has members of its own
 * @param target the types around the related model
 */
public record RelationShape(RelationField field, int index, String name, String member, TypeNames target) {
    /** Whether there can be many related rows. */
    public boolean list() {
        return field.isList();
    }
}
