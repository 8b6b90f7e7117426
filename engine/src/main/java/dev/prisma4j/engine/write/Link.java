package dev.prisma4j.engine.write;

import dev.prisma4j.engine.query.Condition;
import dev.prisma4j.schema.model.IndexField;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.PrimaryKey;
import dev.prisma4j.schema.model.Relation;
import dev.prisma4j.schema.model.RelationField;
import dev.prisma4j.schema.model.ScalarField;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A relation as seen by a write on one of its sides, the parent: which fields tie a parent to its children.
 *
 * @param field the parent's relation field
 * @param parentFields the parent's part of the tie: its foreign key, or what the children's foreign keys refer to, or its
 *     id in a join table
 * @param childFields the child's part, in the same order
 * @param place where the tie is stored
 */
record Link(RelationField field, List<ScalarField> parentFields, List<ScalarField> childFields, Place place) {
    /** Where a tie between two rows can be stored. */
    enum Place {
        PARENT,
        CHILD,
        JOIN_TABLE
    }

    static Link of(RelationField field) {
        Relation.ForeignKey key = field.relation().foreignKey();
        if (key == null) {
            return new Link(
                    field, List.of(singleId(field.model())), List.of(singleId(field.relatedModel())), Place.JOIN_TABLE);
        }
        return field.holdsForeignKey()
                ? new Link(field, key.fields(), key.references(), Place.PARENT)
                : new Link(field, key.references(), key.fields(), Place.CHILD);
    }

    private static ScalarField singleId(Model model) {
        List<IndexField> fields = model.primaryKey()
                .map(PrimaryKey::fields)
                .orElseThrow(() ->
                        new IllegalStateException("A many-to-many relation needs a primary key in " + model + "."));
        return fields.get(0).field();
    }

    Model parent() {
        return field.model();
    }

    Model child() {
        return field.relatedModel();
    }

    Relation relation() {
        return field.relation();
    }

    boolean isHeldByParent() {
        return place == Place.PARENT;
    }

    boolean isManyToMany() {
        return place == Place.JOIN_TABLE;
    }

    /** Whether a child has one parent and a parent one child. */
    boolean isOneToOne() {
        return relation().isOneToOne();
    }

    /** Whether rows with the foreign key must refer to something. */
    boolean isRequired() {
        Relation.ForeignKey key = relation().foreignKey();
        return key != null && key.field().isRequired();
    }

    /** The parent's part of the tie. */
    @Nullable
    Object[] tie(RowValues parent) {
        @Nullable Object[] values = new @Nullable Object[parentFields.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = parent.get(parentFields.get(i));
        }
        return values;
    }

    /** Which children belong to the parent with that tie; nothing belongs to a tie with a NULL in it. */
    Condition children(@Nullable Object[] tie) {
        for (Object value : tie) {
            if (value == null) {
                return Condition.none();
            }
        }
        return isManyToMany()
                ? new Condition.Related(
                        field.opposite(), Condition.Quantifier.SOME, Conditions.equal(parentFields, tie))
                : Conditions.equal(childFields, tie);
    }

    /** The kind of relation as Prisma's messages name it. */
    String kind() {
        return isManyToMany() ? "many-to-many" : isOneToOne() ? "one-to-one" : "one-to-many";
    }
}
