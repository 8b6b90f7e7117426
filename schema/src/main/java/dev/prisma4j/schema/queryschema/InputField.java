package dev.prisma4j.schema.queryschema;

import java.util.List;

/**
 * An argument of an operation, or a field of an {@link InputObject}.
 *
 * @param name its name
 * @param types what it accepts, the preferred type first
 * @param required whether it must be given
 * @param parameterizable whether its value is data that may change from query to query without changing the query's shape
 * @param requires other arguments that must be given with it
 */
public record InputField(
        String name, List<InputType> types, boolean required, boolean parameterizable, List<String> requires) {
    public InputField {
        types = List.copyOf(types);
        requires = List.copyOf(requires);
    }

    /** Whether it accepts null. */
    public boolean isNullable() {
        return types.contains(ScalarShape.NULL);
    }

    static InputField optional(String name, InputType... types) {
        return new InputField(name, List.of(types), false, false, List.of());
    }

    static InputField optional(String name, List<InputType> types) {
        return new InputField(name, types, false, false, List.of());
    }

    static InputField required(String name, InputType... types) {
        return new InputField(name, List.of(types), true, false, List.of());
    }

    InputField parameter() {
        return new InputField(name, types, required, true, requires);
    }

    InputField requiredIf(boolean condition) {
        return new InputField(name, types, condition, parameterizable, requires);
    }

    InputField together(String other) {
        return new InputField(name, types, required, parameterizable, List.of(other));
    }
}
