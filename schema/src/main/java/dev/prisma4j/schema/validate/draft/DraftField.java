package dev.prisma4j.schema.validate.draft;

import dev.prisma4j.schema.model.DefaultValue;
import dev.prisma4j.schema.model.Field;
import dev.prisma4j.schema.model.NativeType;
import dev.prisma4j.schema.model.ScalarType;
import dev.prisma4j.schema.source.Span;
import dev.prisma4j.schema.syntax.Attribute;
import dev.prisma4j.schema.syntax.FieldArity;
import dev.prisma4j.schema.syntax.FieldDeclaration;
import org.jspecify.annotations.Nullable;

/** A field while it is being read. */
public final class DraftField {
    public final FieldOwner owner;
    public final FieldDeclaration syntax;
    public DraftType type = new DraftType.Unknown();
    public @Nullable Located<String> mappedName;
    public @Nullable DraftDefault defaultValue;

    /** The attribute with a dot in its name that gives the native type, not yet checked. */
    public @Nullable Attribute nativeAttribute;

    public @Nullable NativeType nativeType;
    public boolean updatedAt;
    public boolean ignored;

    /** What {@code @relation} says, for a relation field; never null for one after attributes have been read. */
    public @Nullable DraftReference reference;

    public @Nullable DraftRelation relation;

    /** What the datamodel has for it, once that is being assembled: kept here because there are thousands of fields. */
    public @Nullable Field assembled;

    public DraftField(FieldOwner owner, FieldDeclaration syntax) {
        this.owner = owner;
        this.syntax = syntax;
    }

    /** {@return the field's name} */
    public String name() {
        return syntax.name().text();
    }

    /** {@return the place of the whole line} */
    public Span span() {
        return syntax.span();
    }

    /** {@return the model that the field is in} */
    public DraftModel model() {
        return (DraftModel) owner;
    }

    public boolean isRequired() {
        return syntax.arity() == FieldArity.REQUIRED;
    }

    public boolean isOptional() {
        return syntax.arity() == FieldArity.OPTIONAL;
    }

    public boolean isList() {
        return syntax.arity() == FieldArity.LIST;
    }

    /** {@return whether its type is another model} */
    public boolean isRelation() {
        return type instanceof DraftType.Relation;
    }

    /** {@return whether it has a column: its type is known and no model} */
    public boolean isScalar() {
        return !(type instanceof DraftType.Relation) && !(type instanceof DraftType.Unknown);
    }

    /** {@return the built-in scalar type, or null} */
    public @Nullable ScalarType scalarType() {
        return type instanceof DraftType.Scalar scalar ? scalar.type() : null;
    }

    /** {@return the model that a relation field refers to} */
    public DraftModel relatedModel() {
        return ((DraftType.Relation) type).model();
    }

    /** {@return what the relation field says in {@code @relation}} */
    public DraftReference reference() {
        DraftReference known = reference;
        if (known == null) {
            throw new IllegalStateException(name() + " is no relation field");
        }
        return known;
    }

    /** {@return the column's name} */
    public String databaseName() {
        return mappedName == null ? name() : mappedName.value();
    }

    /** {@return the type as the schema writes it} */
    public String typeName() {
        return syntax.type().span().text();
    }

    /** {@return the constant or function of {@code @default}, or null} */
    public @Nullable DefaultValue plainDefault() {
        return defaultValue == null ? null : defaultValue.value();
    }

    @Override
    public String toString() {
        return owner.name() + "." + name();
    }
}
