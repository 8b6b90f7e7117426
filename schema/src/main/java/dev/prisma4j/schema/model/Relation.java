package dev.prisma4j.schema.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A relation between two models, seen from above. {@code fieldA} and {@code fieldB} are in the reference's order: for
 * an implicit many-to-many relation the model of {@code fieldA} is the one whose ids are in column {@code A} of the join
 * table (models in alphabetical order; for a self relation, fields in alphabetical order).
 */
public final class Relation {
    private final String name;
    private final boolean explicitName;
    private final RelationField fieldA;
    private final RelationField fieldB;
    private final @Nullable ForeignKey foreignKey;

    Relation(
            String name,
            boolean explicitName,
            RelationField fieldA,
            RelationField fieldB,
            @Nullable ForeignKey foreignKey) {
        this.name = name;
        this.explicitName = explicitName;
        this.fieldA = fieldA;
        this.fieldB = fieldB;
        this.foreignKey = foreignKey;
    }

    /** Its name: the one given in {@code @relation}, or {@code AToB} of the model names in alphabetical order. */
    public String name() {
        return name;
    }

    /** Whether the schema gives the name. */
    public boolean hasExplicitName() {
        return explicitName;
    }

    public RelationField fieldA() {
        return fieldA;
    }

    public RelationField fieldB() {
        return fieldB;
    }

    /** The foreign key; null for a many-to-many relation. */
    public @Nullable ForeignKey foreignKey() {
        return foreignKey;
    }

    /** Whether both sides are lists. On SQL databases there is then a join table; on MongoDB each side holds ids. */
    public boolean isManyToMany() {
        return fieldA.isList() && fieldB.isList();
    }

    /** Whether neither side is a list. */
    public boolean isOneToOne() {
        return !fieldA.isList() && !fieldB.isList();
    }

    /** Whether both sides are fields of one model. */
    public boolean isSelfRelation() {
        return fieldA.model() == fieldB.model();
    }

    /** The name of the join table of an implicit many-to-many relation: {@code _} and the relation's name. */
    public String joinTableName() {
        return "_" + name;
    }

    @Override
    public String toString() {
        return name;
    }

    /**
     * The referencing side of a relation.
     *
     * @param field the relation field that has {@code fields:} and {@code references:}
     * @param fields the referencing columns' fields
     * @param references the referenced fields, in the same order
     * @param onDelete the action, by default that of the database and arity
     * @param onUpdate the action, by default that of the database and arity
     * @param explicitOnDelete what the schema says, or null
     * @param explicitOnUpdate what the schema says, or null
     * @param constraintName the name of the constraint, given by {@code map:} or by the naming convention
     * @param mappedName the name given by {@code map:}, or null
     */
    public record ForeignKey(
            RelationField field,
            List<ScalarField> fields,
            List<ScalarField> references,
            ReferentialAction onDelete,
            ReferentialAction onUpdate,
            @Nullable ReferentialAction explicitOnDelete,
            @Nullable ReferentialAction explicitOnUpdate,
            String constraintName,
            @Nullable String mappedName) {
        public ForeignKey {
            fields = List.copyOf(fields);
            references = List.copyOf(references);
        }
    }
}
