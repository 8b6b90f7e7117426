package dev.prisma4j.migrate.introspect;

import dev.prisma4j.migrate.table.Column;
import dev.prisma4j.schema.model.EnumValue;
import dev.prisma4j.schema.model.PrimaryKey;
import dev.prisma4j.schema.model.ScalarField;
import java.util.ArrayList;
import java.util.List;

/** What was taken from the existing schema because the database does not say it: names that differ from those in the database. */
final class Enrichments {
    /** How all sentences about it end. */
    static final String SOURCE = " taken from the previous Prisma schema:";

    private final List<ModelDraft> models;
    private final List<EnumDraft> enums;

    Enrichments(List<ModelDraft> models, List<EnumDraft> enums) {
        this.models = models;
        this.enums = enums;
    }

    private static String line(String name) {
        return "  - \"" + name + "\"";
    }

    List<String> fields(boolean ofViews) {
        List<String> lines = new ArrayList<>();
        for (ModelDraft model : models) {
            for (Column column : model.table.columns()) {
                ScalarField known = model.knownField(column.name());
                if (model.view == ofViews && known != null && known.mappedName() != null) {
                    lines.add("  - " + (ofViews ? "View" : "Model") + ": \"" + model.name + "\", field: \""
                            + known.name() + "\"");
                }
            }
        }
        return lines;
    }

    List<String> models(boolean views) {
        return models.stream()
                .filter(m -> m.view == views && m.known != null && m.known.mappedName() != null)
                .map(m -> line(m.name))
                .toList();
    }

    List<String> compoundIds() {
        return models.stream()
                .filter(m -> m.table.primaryKey() != null
                        && m.known != null
                        && m.known.primaryKey().map(PrimaryKey::name).isPresent())
                .map(m -> line(m.name))
                .toList();
    }

    List<String> enumValues() {
        List<String> lines = new ArrayList<>();
        for (EnumDraft draft : enums) {
            if (draft.known() != null) {
                for (EnumValue value : draft.known().values()) {
                    if (value.mappedName() != null && draft.values().contains(value.databaseName())) {
                        lines.add("  - Enum: \"" + draft.name() + "\", value: \"" + value.name() + "\"");
                    }
                }
            }
        }
        return lines;
    }

    List<String> enums() {
        return enums.stream()
                .filter(e -> e.known() != null && e.known().mappedName() != null)
                .map(e -> line(e.name()))
                .toList();
    }
}
