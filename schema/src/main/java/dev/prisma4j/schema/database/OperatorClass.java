package dev.prisma4j.schema.database;

import dev.prisma4j.schema.model.ScalarType;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A built-in operator class of PostgreSQL, as {@code ops:} names it.
 *
 * @param name the name in a schema
 * @param algorithm the index algorithm that it belongs to; one name can belong to several
 * @param scalar the scalar type of its fields; null for a class of arrays
 * @param nativeTypes the native types that it covers
 * @param nativeTypeNeeded whether the field must say its native type, since the default one is another
 */
public record OperatorClass(
        String name,
        IndexAlgorithm algorithm,
        @Nullable ScalarType scalar,
        Set<String> nativeTypes,
        boolean nativeTypeNeeded) {
    public OperatorClass {
        nativeTypes = Set.copyOf(nativeTypes);
    }

    /** {@return whether it is for lists} */
    public boolean isForLists() {
        return scalar == null;
    }
}
