package dev.prisma4j.migrate.introspect;

import dev.prisma4j.migrate.table.Column;
import dev.prisma4j.migrate.table.Table.Remark;
import dev.prisma4j.migrate.table.TypeFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What introspection has to tell: what it left out, and what the schema language cannot say. */
final class Warnings {
    private Warnings() {}

    static List<String> of(List<ModelDraft> models, Introspector context) {
        List<String> warnings = new ArrayList<>();
        List<String> badNames = new ArrayList<>();
        List<String> unsupported = new ArrayList<>();
        for (ModelDraft model : models) {
            for (Column column : model.table.columns()) {
                if (model.field(column.name()).isEmpty()) {
                    badNames.add("  - Model: \"" + model.name + "\", field: \"" + column.name() + "\"");
                } else if (column.type().family() == TypeFamily.UNSUPPORTED) {
                    unsupported.add("  - Model: \"" + model.name + "\", field: \"" + model.field(column.name())
                            + "\", original data type: \"" + column.type().sql() + "\"");
                }
            }
        }
        add(
                warnings,
                "These fields were commented out because their names are currently not supported by Prisma. Please provide"
                        + " valid ones that match [a-zA-Z][a-zA-Z0-9_]* using the `@map` attribute:",
                badNames);
        add(
                warnings,
                "The following models were ignored as they do not have a valid unique identifier or id. This is currently not"
                        + " supported by Prisma Client:",
                names(models, m -> !m.view && !ModelText.hasUniqueCriterion(m.table)));
        add(
                warnings,
                "These fields are not supported by Prisma Client, because Prisma currently does not support their types:",
                unsupported);
        remark(
                warnings,
                models,
                Remark.PARTITION,
                "These tables are partition tables, which are not yet fully supported:");
        remark(
                warnings,
                models,
                Remark.SUBCLASS,
                "These tables are inherited tables, which are not yet fully supported:");
        remark(
                warnings,
                models,
                Remark.UNUSUAL_NULLS_ORDER,
                "Indexes of these tables have a non-default null sort order, which is not yet fully supported. Read more:"
                        + " https://pris.ly/d/non-default-index-null-ordering");
        remark(
                warnings,
                models,
                Remark.ROW_LEVEL_SECURITY,
                "These tables contain row level security, which is not yet fully supported. Read more:"
                        + " https://pris.ly/d/row-level-security");
        remark(
                warnings,
                models,
                Remark.CHECK_CONSTRAINT,
                "These tables have check constraints, which are not yet fully supported. Read more:"
                        + " https://pris.ly/d/check-constraints");
        remark(
                warnings,
                models,
                Remark.EXCLUSION_CONSTRAINT,
                "These tables have exclusion constraints, which are not yet fully supported. Read more:"
                        + " https://pris.ly/d/exclusion-constraints");
        remark(
                warnings,
                models,
                Remark.DEFERRED_CONSTRAINT,
                "These tables have constraints that use non-default deferring, which is not yet fully supported. Read more:"
                        + " https://pris.ly/d/constraint-deferring");
        remark(
                warnings,
                models,
                Remark.COMMENTED,
                "These objects have comments defined in the database, which is not yet fully supported. Read more:"
                        + " https://pris.ly/d/database-comments");
        remark(
                warnings,
                models,
                Remark.EXPRESSION_INDEX,
                "These tables have expression indexes, which are not yet fully supported. Read more:"
                        + " https://pris.ly/d/expression-indexes");
        add(
                warnings,
                "These tables belong to other tools and were ignored:",
                names(models, m -> context.foreignTool(m.table) != null));
        return warnings;
    }

    private static List<String> names(List<ModelDraft> models, Predicate<ModelDraft> which) {
        return models.stream().filter(which).map(m -> "  - \"" + m.name + "\"").toList();
    }

    private static void remark(List<String> warnings, List<ModelDraft> models, Remark remark, String text) {
        add(warnings, text, names(models, m -> m.table.remarks().contains(remark)));
    }

    private static void add(List<String> warnings, String text, List<String> lines) {
        if (!lines.isEmpty()) {
            warnings.add(text + "\n" + String.join("\n", lines));
        }
    }
}
