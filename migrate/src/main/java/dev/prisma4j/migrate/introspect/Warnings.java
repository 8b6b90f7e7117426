package dev.prisma4j.migrate.introspect;

import dev.prisma4j.migrate.table.Column;
import dev.prisma4j.migrate.table.Finding;
import dev.prisma4j.migrate.table.Table.Remark;
import dev.prisma4j.migrate.table.TypeFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What introspection has to tell: what it left out, and what the schema language cannot say. */
final class Warnings {
    private final List<ModelDraft> models;
    private final List<EnumDraft> enums;
    private final List<String> duplicates;
    private final List<String> copied;
    private final Introspector context;
    private final List<String> texts = new ArrayList<>();

    /**
     * Makes the warnings.
     *
     * @param models all models, in the order of the database
     * @param enums all enums, in the order of the database
     * @param duplicates what was renamed
     * @param copied the models that copied relation fields lead to
     */
    Warnings(
            List<ModelDraft> models,
            List<EnumDraft> enums,
            List<String> duplicates,
            List<String> copied,
            Introspector context) {
        this.models = models;
        this.enums = enums;
        this.duplicates = duplicates;
        this.copied = copied;
        this.context = context;
    }

    List<String> texts() {
        texts.clear();
        names();
        Enrichments known = new Enrichments(models, enums);
        add("These fields were enriched with `@map` information" + Enrichments.SOURCE, known.fields(false));
        add("These fields were enriched with `@map` information" + Enrichments.SOURCE, known.fields(true));
        unidentified();
        add("These models were enriched with custom compound id names" + Enrichments.SOURCE, known.compoundIds());
        types();
        add("These models were enriched with `@@map` information" + Enrichments.SOURCE, known.models(false));
        add("These views were enriched with `@@map` information" + Enrichments.SOURCE, known.models(true));
        add("These enum values were enriched with `@map` information" + Enrichments.SOURCE, known.enumValues());
        add("These enums were enriched with `@@map` information" + Enrichments.SOURCE, known.enums());
        add(
                "Relations were copied from the previous data model due to not using foreign keys in the database. If any of"
                        + " the relation columns changed in the database, the relations might not be correct anymore:",
                copied.stream().map(name -> "  - \"" + name + "\"").toList());
        add("These items were renamed due to their names being duplicates in the Prisma schema:", duplicates);
        tables();
        constraints();
        add(
                "These objects have comments defined in the database, which is not yet fully supported. Read more:"
                        + " https://pris.ly/d/database-comments",
                comments());
        findings(
                Remark.EXPRESSION_INDEX,
                "These indexes are not supported by Prisma Client, because Prisma currently does not fully support"
                        + " expression indexes. Read more: https://pris.ly/d/expression-indexes",
                Warnings::constraint);
        add(
                "These tables belong to other tools and were ignored:",
                modelNames(m -> context.foreignTool(m.table) != null));
        return List.copyOf(texts);
    }

    private void add(String text, List<String> lines) {
        if (!lines.isEmpty()) {
            texts.add(text + "\n" + String.join("\n", lines));
        }
    }

    private static String kind(ModelDraft model) {
        return model.view ? "View" : "Model";
    }

    private List<String> modelNames(Predicate<ModelDraft> which) {
        return models.stream().filter(which).map(m -> "  - \"" + m.name + "\"").toList();
    }

    // ---- names and types

    private void names() {
        List<String> badFields = new ArrayList<>();
        for (ModelDraft model : models) {
            List<String> bad = model.table.columns().stream()
                    .map(Column::name)
                    .filter(c -> model.field(c).isEmpty())
                    .sorted()
                    .map(c -> "\"" + c + "\"")
                    .toList();
            if (!bad.isEmpty()) {
                badFields.add("  - " + kind(model) + ": \"" + model.name + "\", field(s): " + bad);
            }
        }
        add(
                "These fields were commented out because their names are currently not supported by Prisma. Please provide"
                        + " valid ones that match [a-zA-Z][a-zA-Z0-9_]* using the `@map` attribute:",
                badFields);
        List<String> badValues = new ArrayList<>();
        for (EnumDraft draft : enums) {
            draft.values().stream()
                    .filter(v -> draft.valueName(v).isEmpty())
                    .forEach(v -> badValues.add("  - Enum: \"" + draft.name() + "\", value: \"" + v + "\""));
        }
        add(
                "These enum values were commented out because their names are currently not supported by Prisma. Please"
                        + " provide valid ones that match [a-zA-Z][a-zA-Z0-9_]* using the `@map` attribute:",
                badValues);
        add(
                "The following models were commented out as we could not retrieve columns for them. Please check your"
                        + " privileges:",
                modelNames(m -> m.table.columns().isEmpty()));
    }

    private void unidentified() {
        add(
                "The following models were ignored as they do not have a valid unique identifier or id. This is currently not"
                        + " supported by Prisma Client:",
                modelNames(m -> !m.view
                        && !(m.known != null && m.known.isIgnored())
                        && !m.table.columns().isEmpty()
                        && !ModelText.hasUniqueCriterion(m.table)));
    }

    private void types() {
        List<String> unsupported = new ArrayList<>();
        for (ModelDraft model : models) {
            for (Column column : model.table.columns()) {
                String field = model.field(column.name());
                if (!field.isEmpty() && column.type().family() == TypeFamily.UNSUPPORTED) {
                    unsupported.add("  - " + kind(model) + ": \"" + model.name + "\", field: \"" + field
                            + "\", original data type: \"" + column.type().sql() + "\"");
                }
            }
        }
        add(
                "These fields are not supported by Prisma Client, because Prisma currently does not support their types:",
                unsupported);
    }

    // ---- findings

    private void tables() {
        add(
                "These tables are partition tables, which are not yet fully supported:",
                modelNames(m -> m.table.has(Remark.PARTITION)));
        add(
                "These tables are inherited tables, which are not yet fully supported:",
                modelNames(m -> m.table.has(Remark.SUBCLASS)));
        findings(
                Remark.UNUSUAL_NULLS_ORDER,
                "These index columns are having a non-default null sort order, which is not yet fully supported. Read more:"
                        + " https://pris.ly/d/non-default-index-null-ordering",
                (model, finding) -> "  - Index: \"" + finding.object() + "\", column: \"" + finding.column() + "\"");
        add(
                "These tables contain row level security, which is not yet fully supported. Read more:"
                        + " https://pris.ly/d/row-level-security",
                modelNames(m -> m.table.has(Remark.ROW_LEVEL_SECURITY)));
    }

    private void constraints() {
        findings(
                Remark.CHECK_CONSTRAINT,
                "These constraints are not supported by Prisma Client, because Prisma currently does not fully support check"
                        + " constraints. Read more: https://pris.ly/d/check-constraints",
                Warnings::constraint);
        findings(
                Remark.EXCLUSION_CONSTRAINT,
                "These constraints are not supported by Prisma Client, because Prisma currently does not fully support"
                        + " exclusion constraints. Read more: https://pris.ly/d/exclusion-constraints",
                Warnings::constraint);
        findings(
                Remark.DEFERRED_CONSTRAINT,
                "These primary key, foreign key or unique constraints are using non-default deferring in the database, which"
                        + " is not yet fully supported. Read more: https://pris.ly/d/constraint-deferring",
                Warnings::constraint);
    }

    private static String constraint(ModelDraft model, Finding finding) {
        return "  - Model: \"" + model.name + "\", constraint: \"" + finding.object() + "\"";
    }

    private void findings(Remark remark, String text, BiFunction<ModelDraft, Finding, String> line) {
        List<String> lines = new ArrayList<>();
        for (ModelDraft model : models) {
            model.table.findings().stream()
                    .filter(f -> f.remark() == remark)
                    .forEach(f -> lines.add(line.apply(model, f)));
        }
        add(text, lines);
    }

    private List<String> comments() {
        List<String> lines = new ArrayList<>();
        enums.stream()
                .filter(EnumDraft::commented)
                .forEach(e -> lines.add("  - Type: \"enum\", name: \"" + e.name() + "\""));
        for (ModelDraft model : models) {
            for (Finding finding : model.table.findings()) {
                if (finding.remark() == Remark.COMMENTED) {
                    lines.add(comment(model, finding.column()));
                }
            }
        }
        return lines;
    }

    private static String comment(ModelDraft model, @Nullable String column) {
        if (column != null) {
            return "  - Type: \"field\", name: \"" + model.name + "." + model.field(column) + "\"";
        }
        return "  - Type: \"" + (model.view ? "view" : "model") + "\", name: \"" + model.name + "\"";
    }
}
