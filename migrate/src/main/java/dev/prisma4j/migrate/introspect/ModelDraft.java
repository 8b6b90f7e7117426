package dev.prisma4j.migrate.introspect;

import dev.prisma4j.migrate.table.Table;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.ScalarField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A model while it is put together: its table, its name, and the names of its fields. */
final class ModelDraft {
    final Table table;
    final @Nullable Model known;
    final String name;
    /** What its name would be without the existing schema and without others of that name: relation fields take it. */
    final String plainName;

    final boolean renamed;
    final boolean view;
    /** The field of each column; a column without a possible name has the empty one. */
    final Map<String, String> fieldNames = new LinkedHashMap<>();

    final List<RelationDraft.End> relationFields = new ArrayList<>();

    ModelDraft(Table table, @Nullable Model known, String name, String plainName, boolean renamed, boolean view) {
        this.table = table;
        this.known = known;
        this.name = name;
        this.plainName = plainName;
        this.renamed = renamed;
        this.view = view;
        table.columns().forEach(c -> {
            ScalarField field = knownField(c.name());
            fieldNames.put(c.name(), field == null ? unique(SchemaNames.of(c.name())) : field.name());
        });
    }

    /** The field that the existing schema has for a column, or null. */
    @Nullable
    ScalarField knownField(String column) {
        return known == null
                ? null
                : known.scalarFields().stream()
                        .filter(f -> f.databaseName().equals(column))
                        .findFirst()
                        .orElse(null);
    }

    String field(String column) {
        return fieldNames.getOrDefault(column, column);
    }

    /** The name, or with underscores behind it if another field has it. */
    final String unique(String wanted) {
        String candidate = wanted;
        while (!candidate.isEmpty() && isTaken(candidate)) {
            candidate += "_";
        }
        return candidate;
    }

    private boolean isTaken(String fieldName) {
        return fieldNames.containsValue(fieldName)
                || relationFields.stream().anyMatch(end -> end.name().equals(fieldName));
    }
}
