package dev.prisma4j.schema.queryschema;

import java.util.List;

/**
 * A reference to another field of the same model in place of a value.
 *
 * @param typeName its name, for example {@code ListIntFieldRefInput}
 * @param allowed the type that the named field must have
 * @param fields the two fields, {@code _ref} and {@code _container}, that name it
 */
public record FieldRefShape(String typeName, InputType allowed, List<InputField> fields) implements InputType {
    public FieldRefShape {
        fields = List.copyOf(fields);
    }

    @Override
    public String toString() {
        return typeName;
    }
}
