package dev.prisma4j.schema.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One side of a {@link Relation}: a field whose type is another model (or the same one). */
public final class RelationField extends Field {
    @Nullable
    Relation relation;

    List<ScalarField> fields = List.of();
    List<ScalarField> references = List.of();

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

    /**
     * The fields that this side names in {@code fields:}. Those of the foreign key where this side holds it; on MongoDB
     * both sides of a many-to-many relation have a list of ids.
     */
    public List<ScalarField> fields() {
        return fields;
    }

    /** The fields of the other model that {@link #fields()} refer to, in the same order. */
    public List<ScalarField> references() {
        return references;
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
