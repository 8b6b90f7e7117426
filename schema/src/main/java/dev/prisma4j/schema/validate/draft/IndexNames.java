package dev.prisma4j.schema.validate.draft;

import dev.prisma4j.schema.database.ConstraintNames;
import java.util.ArrayList;
import java.util.List;

/** The names in the database of indexes and unique constraints. */
public final class IndexNames {
    private IndexNames() {}

    /** {@return the name given by {@code map:}, or the conventional one} */
    public static String of(ConstraintNames names, DraftModel model, DraftIndex index) {
        return index.mappedName != null ? index.mappedName.value() : conventional(names, model, index);
    }

    /** {@return the name that an index without {@code map:} has} */
    public static String conventional(ConstraintNames names, DraftModel model, DraftIndex index) {
        List<String> columns = new ArrayList<>(index.fields.size());
        for (DraftIndexField field : index.fields) {
            for (DraftField step : field.path()) {
                columns.add(step.databaseName());
            }
        }
        return index.isUnique()
                ? names.unique(model.databaseName(), columns)
                : names.index(model.databaseName(), columns);
    }
}
