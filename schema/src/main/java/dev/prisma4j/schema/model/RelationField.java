package dev.prisma4j.schema.model;

import org.jspecify.annotations.Nullable;

/** One side of a {@link Relation}: a field whose type is another model (or the same one). */
public final class RelationField extends Field {
    @Nullable Relation relation;

    RelationField(String name, Arity arity, boolean ignored, @Nullable String documentation) {
        super(name, arity, ignored, documentation);
    }

    /** The relation it is a side of. */
    public Relation relation() {
        if (relation == null) {
            throw new IllegalStateException("not linked yet");
        }
        return relation;
    }

    /** The field on the other side; for a self relation, the other of the two fields. */
    public RelationField opposite() {
        Relation r = relation();
        return r.fieldA() == this ? r.fieldB() : r.fieldA();
    }

    /** The model on the other side. */
    public Model relatedModel() {
        return opposite().model();
    }

    /** Whether this side holds the foreign key, so that its model's table has the referencing columns. */
    public boolean holdsForeignKey() {
        Relation.ForeignKey key = relation().foreignKey();
        return key != null && key.field() == this;
    }
}
