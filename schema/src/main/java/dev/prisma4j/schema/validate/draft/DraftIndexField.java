package dev.prisma4j.schema.validate.draft;

import dev.prisma4j.schema.model.SortOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field within a key or index.
 *
 * @param path the field, or the way to it through composite types
 * @param sort or null
 * @param length or null
 * @param operatorClass the name or, if raw, the text of the operator class, or null
 * @param rawOperatorClass whether it is raw
 */
public record DraftIndexField(
        List<DraftField> path,
        @Nullable SortOrder sort,
        @Nullable Integer length,
        @Nullable String operatorClass,
        boolean rawOperatorClass) {
    public DraftIndexField {
        path = List.copyOf(path);
    }

    /** {@return the field at the end of the path} */
    public DraftField field() {
        return path.get(path.size() - 1);
    }

    /** {@return the first field of the path, which is the model's own} */
    public DraftField root() {
        return path.get(0);
    }

    /** {@return the path as the schema writes it} */
    public String text() {
        if (path.size() == 1) {
            return path.get(0).name();
        }
        StringBuilder text = new StringBuilder();
        path.forEach(field -> text.append(text.isEmpty() ? "" : ".").append(field.name()));
        return text.toString();
    }
}
