package dev.prisma4j.schema.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An index or unique constraint of a model.
 *
 * @param kind unique, normal or full-text
 * @param name the client's name of a compound unique key ({@code name:}), or null
 * @param fields its fields
 * @param databaseName the name in the database, given by {@code map:} or by the naming convention
 * @param mappedName the name given by {@code map:}, or null
 * @param algorithm {@code type:} as written, for example {@code Gin}, or null
 * @param clustered SQL Server's clustering, or null
 * @param predicate the SQL condition of a partial index, or null; {@code where: {..}} is rendered to it by migrate
 * @param onField whether it is a {@code @unique} rather than {@code @@unique}
 */
public record Index(
        Kind kind,
        @Nullable String name,
        List<IndexField> fields,
        String databaseName,
        @Nullable String mappedName,
        @Nullable String algorithm,
        @Nullable Boolean clustered,
        @Nullable IndexPredicate predicate,
        boolean onField) {
    public Index {
        fields = List.copyOf(fields);
    }

    /** The kinds of index. */
    public enum Kind {
        UNIQUE,
        NORMAL,
        FULLTEXT
    }

    /** Whether it is a unique constraint without a predicate, which identifies a row where no field is null. */
    public boolean isUnique() {
        return kind == Kind.UNIQUE;
    }
}
