package dev.prisma4j.schema.queryschema;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A field of a result: at the root an operation, below it a column, relation or aggregate.
 *
 * @param name its name
 * @param arguments what it can be called with
 * @param type the type of its value, or of the elements of a list
 * @param list whether it is a list
 * @param nullable whether it may be null
 * @param operation what it does, for fields at the root, otherwise null
 */
public record OutputField(
        String name,
        List<InputField> arguments,
        OutputType type,
        boolean list,
        boolean nullable,
        @Nullable Operation operation) {
    public OutputField {
        arguments = List.copyOf(arguments);
    }

    /** The argument of that name. */
    public Optional<InputField> argument(String argumentName) {
        return arguments.stream().filter(a -> a.name().equals(argumentName)).findFirst();
    }

    static OutputField of(String name, OutputType type, boolean nullable, InputField... arguments) {
        return new OutputField(name, List.of(arguments), type, false, nullable, null);
    }
}
