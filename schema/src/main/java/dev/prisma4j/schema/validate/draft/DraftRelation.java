package dev.prisma4j.schema.validate.draft;

import org.jspecify.annotations.Nullable;

/** Two relation fields that belong together, or one whose other side is missing. */
public final class DraftRelation {
    /** The shapes of a relation. */
    public enum Shape {
        ONE_TO_ONE,
        ONE_TO_MANY,
        MANY_TO_MANY,
        EMBEDDED_MANY_TO_MANY
    }

    public final Shape shape;

    /** The name given in the schema, or null. */
    public final @Nullable String explicitName;

    /** The side that refers to the other, or of many-to-many relations the one whose ids are in column A. */
    public final DraftField forward;

    /** The other side, or null where it is missing. */
    public final @Nullable DraftField back;

    public DraftRelation(Shape shape, @Nullable String explicitName, DraftField forward, @Nullable DraftField back) {
        this.shape = shape;
        this.explicitName = explicitName;
        this.forward = forward;
        this.back = back;
    }

    /** {@return the model of the referring side} */
    public DraftModel referencing() {
        return forward.model();
    }

    /** {@return the model that is referred to} */
    public DraftModel referenced() {
        return forward.relatedModel();
    }

    /** {@return whether both sides are in one model} */
    public boolean isSelfRelation() {
        return referencing() == referenced();
    }

    public boolean isManyToMany() {
        return shape == Shape.MANY_TO_MANY || shape == Shape.EMBEDDED_MANY_TO_MANY;
    }

    /** {@return the name given or made of the names of the models in alphabetical order} */
    public String name() {
        return nameOf(forward);
    }

    /** {@return the name that the relation of a field has, its own or the conventional one} */
    public static String nameOf(DraftField field) {
        DraftReference reference = field.reference();
        String name = reference.name != null ? reference.name : reference.conventionalName;
        if (name == null) {
            String a = field.model().name();
            String b = field.relatedModel().name();
            name = a.compareTo(b) <= 0 ? a + "To" + b : b + "To" + a;
            reference.conventionalName = name;
        }
        return name;
    }
}
