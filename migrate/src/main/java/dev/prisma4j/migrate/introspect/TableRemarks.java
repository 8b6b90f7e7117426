package dev.prisma4j.migrate.introspect;

import dev.prisma4j.migrate.table.Table;
import dev.prisma4j.migrate.table.Table.Remark;
import java.util.ArrayList;
import java.util.List;

/** The comments above a model about what its table has and the schema language cannot say. */
final class TableRemarks {
    private TableRemarks() {}

    static List<String> comments(ModelDraft model, boolean identified) {
        List<String> comments = new ArrayList<>();
        if (model.renamed) {
            comments.add(
                    "This model has been renamed to '" + model.name + "' during introspection, because the original"
                            + " name '" + model.table.name().name() + "' is reserved.");
        }
        if (!identified) {
            comments.add("The underlying " + (model.view ? "view" : "table")
                    + " does not contain a valid unique identifier and can therefore currently not be handled by Prisma"
                    + " Client.");
        }
        Table remarks = model.table;
        add(
                remarks,
                Remark.PARTITION,
                comments,
                "This table is a partition table and requires additional setup for migrations. Visit"
                        + " https://pris.ly/d/partition-tables for more info.");
        add(
                remarks,
                Remark.SUBCLASS,
                comments,
                "This table has subclasses and requires additional setup for migrations. Visit"
                        + " https://pris.ly/d/table-inheritance for more info.");
        add(
                remarks,
                Remark.CHECK_CONSTRAINT,
                comments,
                "This table contains check constraints and requires additional setup for migrations. Visit"
                        + " https://pris.ly/d/check-constraints for more info.");
        add(
                remarks,
                Remark.EXCLUSION_CONSTRAINT,
                comments,
                "This table contains exclusion constraints and requires additional setup for migrations. Visit"
                        + " https://pris.ly/d/exclusion-constraints for more info.");
        add(
                remarks,
                Remark.DEFERRED_CONSTRAINT,
                comments,
                "This model has constraints using non-default deferring rules and requires additional setup for migrations."
                        + " Visit https://pris.ly/d/constraint-deferring for more info.");
        add(
                remarks,
                Remark.ROW_LEVEL_SECURITY,
                comments,
                "This model contains row level security and requires additional setup for migrations. Visit"
                        + " https://pris.ly/d/row-level-security for more info.");
        add(
                remarks,
                Remark.COMMENTED,
                comments,
                (model.view ? "This view" : "This model")
                        + " or at least one of its fields has comments in the database, and requires an additional setup for"
                        + " migrations: Read more: https://pris.ly/d/database-comments");
        add(
                remarks,
                Remark.UNUSUAL_NULLS_ORDER,
                comments,
                "This model contains an index with non-default null sort order and requires additional setup for migrations."
                        + " Visit https://pris.ly/d/default-index-null-ordering for more info.");
        add(
                remarks,
                Remark.EXPRESSION_INDEX,
                comments,
                "This model contains an expression index which requires additional setup for migrations. Visit"
                        + " https://pris.ly/d/expression-indexes for more info.");
        return comments;
    }

    private static void add(Table remarks, Remark remark, List<String> comments, String text) {
        if (remarks.has(remark)) {
            comments.add(text);
        }
    }
}
