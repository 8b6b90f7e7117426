package dev.prisma4j.schema.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field within a key or index.
 *
 * @param path the field; with more than one element the way through composite types (MongoDB)
 * @param sort or null where the schema does not say
 * @param length the indexed prefix (MySQL), or null
 * @param operatorClass the operator class (PostgreSQL) as written, raw ones as their text, or null
 * @param rawOperatorClass whether it was given as {@code raw("..")}
 */
public record IndexField(
        List<ScalarField> path,
        @Nullable SortOrder sort,
        @Nullable Integer length,
        @Nullable String operatorClass,
        boolean rawOperatorClass) {
    public IndexField {
        path = List.copyOf(path);
    }

    /** The field at the end of the path: for SQL databases the only one. */
    public ScalarField field() {
        return path.get(path.size() - 1);
    }
}
