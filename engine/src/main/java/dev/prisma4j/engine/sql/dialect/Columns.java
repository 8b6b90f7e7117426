package dev.prisma4j.engine.sql.dialect;

import dev.prisma4j.schema.model.Field;
import dev.prisma4j.schema.model.Index;
import dev.prisma4j.schema.model.IndexField;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.ScalarField;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From the database's names back to the schema's, for errors. */
final class Columns {
    private Columns() {}

    /** The field of a column; the column's own name where none is known. */
    static String fieldName(@Nullable Model model, String column) {
        if (model != null) {
            for (ScalarField field : model.scalarFields()) {
                if (field.databaseName().equals(column)) {
                    return field.name();
                }
            }
        }
        return column;
    }

    /** The fields of a unique index or primary key by its name in the database; empty if the model has none such. */
    static List<String> indexFields(@Nullable Model model, String name) {
        if (model == null) {
            return List.of();
        }
        for (Index index : model.indexes()) {
            if (index.databaseName().equals(name)) {
                return names(index.fields());
            }
        }
        return model.primaryKey()
                .filter(key -> name.equals(key.constraintName()) || name.equals("PRIMARY"))
                .map(key -> names(key.fields()))
                .orElse(List.of());
    }

    private static List<String> names(List<IndexField> fields) {
        return fields.stream().map(IndexField::field).map(Field::name).toList();
    }
}
