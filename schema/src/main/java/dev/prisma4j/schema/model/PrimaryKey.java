package dev.prisma4j.schema.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The primary key of a model.
 *
 * @param name the client's name of a compound key ({@code name:}), or null
 * @param fields its fields
 * @param constraintName the name of the constraint, given by {@code map:} or by the naming convention; null where the
 *     database has no names for primary keys
 * @param mappedName the name given by {@code map:}, or null
 * @param clustered SQL Server's clustering, or null
 * @param onField whether it is an {@code @id} rather than {@code @@id}
 */
public record PrimaryKey(
        @Nullable String name,
        List<IndexField> fields,
        @Nullable String constraintName,
        @Nullable String mappedName,
        @Nullable Boolean clustered,
        boolean onField) {
    public PrimaryKey {
        fields = List.copyOf(fields);
    }
}
