package dev.prisma4j.schema.model;

import java.util.List;

/** The value of a key in a datasource or generator block. */
public sealed interface ConfigValue {
    /** A string, number, boolean or constant as text. */
    record Text(String value) implements ConfigValue {}

    /** {@code env("NAME")}: read from the environment when it is needed, not before. */
    record Env(String variable) implements ConfigValue {}

    /** An array. */
    record Values(List<ConfigValue> values) implements ConfigValue {
        public Values {
            values = List.copyOf(values);
        }
    }
}
