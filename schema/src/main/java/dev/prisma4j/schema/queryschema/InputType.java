package dev.prisma4j.schema.queryschema;

/** A type that an argument or input field accepts; a field accepts one or several of them. */
public sealed interface InputType permits ScalarShape, EnumShape, InputObject, FieldRefShape, InputType.ListOf {
    /** Its name; a list has the name of its element. */
    String typeName();

    /** Whether it is a list. */
    default boolean isList() {
        return this instanceof ListOf;
    }

    /** A list of values of one type. */
    record ListOf(InputType element) implements InputType {
        @Override
        public String typeName() {
            return element.typeName();
        }

        @Override
        public String toString() {
            return element + "[]";
        }
    }
}
