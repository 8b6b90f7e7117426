package dev.prisma4j.schema.database;

import dev.prisma4j.schema.model.ScalarType;
import java.util.List;

/**
 * One column type of a database, as {@code @db.Name(..)} gives it.
 *
 * @param name the name after the prefix
 * @param scalars the scalar types that can be stored in it, the natural one first
 * @param parameters the shape of the arguments
 * @param checks the ranges of the arguments
 * @param keyUse whether the type can be part of keys and indexes
 */
public record NativeTypeDefinition(
        String name, List<ScalarType> scalars, Parameters parameters, List<ParameterCheck> checks, KeyUse keyUse) {
    public NativeTypeDefinition {
        scalars = List.copyOf(scalars);
        checks = List.copyOf(checks);
    }

    /** {@return whether a field of that scalar type can have it} */
    public boolean stores(ScalarType scalar) {
        return scalars.contains(scalar);
    }

    /** The shape of the arguments. */
    public enum Parameters {
        /** None. */
        NONE(0, 0),
        /** One number that must be given. */
        NUMBER(1, 0),
        /** One number that may be given. */
        OPTIONAL_NUMBER(0, 1),
        /** A number or {@code Max}, which may be given. */
        OPTIONAL_NUMBER_OR_MAX(0, 1),
        /** Precision and scale, both or none. */
        OPTIONAL_PRECISION_AND_SCALE(0, 2);

        private final int required;
        private final int optional;

        Parameters(int required, int optional) {
            this.required = required;
            this.optional = optional;
        }

        /** {@return how many arguments must be given} */
        public int required() {
            return required;
        }

        /** {@return how many more arguments may be given} */
        public int optional() {
            return optional;
        }
    }

    /** Where a column of the type can be used. */
    public enum KeyUse {
        /** In any key and index. */
        ANYWHERE,
        /** In the primary key only, as strange as it is. */
        ONLY_ID,
        /** In no key and no index. */
        NOWHERE,
        /** In keys and indexes with a {@code length:} only. */
        WITH_LENGTH,
        /** Anywhere but in the primary key. */
        NOT_ID
    }

    /**
     * A range that an argument must be in.
     *
     * @param argument the argument's place, from 0
     * @param minimum the smallest value
     * @param maximum the biggest value
     * @param meaning what the argument is, for messages: {@code length}, {@code precision}..
     */
    public record ParameterCheck(int argument, long minimum, long maximum, String meaning) {}
}
