package dev.prisma4j.engine.plan;

import dev.prisma4j.engine.error.Errors;
import dev.prisma4j.engine.sql.Expression;
import dev.prisma4j.schema.model.Field;
import dev.prisma4j.schema.model.Index;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.Relation;
import dev.prisma4j.schema.model.RelationField;
import dev.prisma4j.schema.model.ScalarField;
import java.util.ArrayList;
import java.util.List;

/**
 * How the rows of a relation field's model and the related rows find each other.
 *
 * @param field the relation field
 * @param parentFields the fields of its model that are compared
 * @param childFields the fields of the related model that are compared, in the same order
 * @param parentColumn the join table's column with the parent's id, or empty without a join table
 * @param childColumn the join table's column with the related row's id, or empty
 */
public record Link(
        RelationField field,
        List<ScalarField> parentFields,
        List<ScalarField> childFields,
        String parentColumn,
        String childColumn) {
    /** The link of a relation field. */
    public static Link of(RelationField field) {
        Relation relation = field.relation();
        if (relation.isManyToMany()) {
            boolean parentIsA = relation.fieldA() == field;
            return new Link(
                    field,
                    List.of(idOf(field.model())),
                    List.of(idOf(field.relatedModel())),
                    parentIsA ? "A" : "B",
                    parentIsA ? "B" : "A");
        }
        Relation.ForeignKey key = relation.foreignKey();
        if (key == null) {
            throw new IllegalStateException("the relation " + relation + " has no foreign key");
        }
        return field.holdsForeignKey()
                ? new Link(field, key.fields(), key.references(), "", "")
                : new Link(field, key.references(), key.fields(), "", "");
    }

    private static ScalarField idOf(Model model) {
        return model.uniqueCriteria().stream()
                .filter(criterion -> criterion.fields().size() == 1)
                .findFirst()
                .map(criterion -> criterion.fields().get(0))
                .orElseThrow(() -> Errors.interpretation(model, "The model has no single id for its join table."));
    }

    /** Whether rows are linked through a join table. */
    public boolean isThroughTable() {
        return !parentColumn.isEmpty();
    }

    /** Whether the related rows are linked by one column, and the schema has an index on just that. */
    boolean leadsAnIndex() {
        return !isThroughTable()
                && childFields.size() == 1
                && childFields.get(0).model().indexes().stream()
                        .anyMatch(index -> index.kind() == Index.Kind.NORMAL
                                && index.fields().size() == 1
                                && index.fields().get(0).field() == childFields.get(0)
                                && index.predicate() == null);
    }

    /** {@code parent.x = child.y AND ..}; not for a join table. */
    public Expression condition(String parentAlias, String childAlias) {
        List<Expression> parts = new ArrayList<>();
        for (int i = 0; i < parentFields.size(); i++) {
            parts.add(Expression.equal(
                    Tables.column(childAlias, childFields.get(i)), Tables.column(parentAlias, parentFields.get(i))));
        }
        return Expression.and(parts);
    }

    /** Whether a parent can be without a related row even if keys are intact. */
    public boolean parentKeyCanBeNull() {
        return parentFields.stream().anyMatch(Field::isOptional);
    }
}
