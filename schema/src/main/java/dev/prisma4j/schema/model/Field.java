package dev.prisma4j.schema.model;

import org.jspecify.annotations.Nullable;

/** A field of a model, view or composite type. */
public abstract sealed class Field permits ScalarField, RelationField {
    private final String name;
    private final Arity arity;
    private final boolean ignored;
    private final @Nullable String documentation;

    @Nullable
    Model model;

    int position;

    Field(String name, Arity arity, boolean ignored, @Nullable String documentation) {
        this.name = name;
        this.arity = arity;
        this.ignored = ignored;
        this.documentation = documentation;
    }

    /** Its name in the schema. */
    public final String name() {
        return name;
    }

    /** Required, optional or list. */
    public final Arity arity() {
        return arity;
    }

    /** Whether a value must be there: neither optional nor a list. */
    public final boolean isRequired() {
        return arity == Arity.REQUIRED;
    }

    /** Whether the value may be null. */
    public final boolean isOptional() {
        return arity == Arity.OPTIONAL;
    }

    /** Whether it holds a list. */
    public final boolean isList() {
        return arity == Arity.LIST;
    }

    /** Whether {@code @ignore} hides it from clients. */
    public final boolean isIgnored() {
        return ignored;
    }

    /** The {@code ///} comment, or null. */
    public final @Nullable String documentation() {
        return documentation;
    }

    /**
     * The model or view that holds the field.
     *
     * @throws IllegalStateException for a field of a composite type, which has no model
     */
    public final Model model() {
        if (model == null) {
            throw new IllegalStateException("The field " + name + " belongs to a composite type, not to a model.");
        }
        return model;
    }

    /** Its place among all fields of its block, from 0. */
    public final int position() {
        return position;
    }

    @Override
    public final String toString() {
        return model == null ? name : model.name() + "." + name;
    }
}
