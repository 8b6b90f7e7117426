package dev.prisma4j.schema.model;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A field that is stored in a column of its model's table (or in an embedded document): scalar, enum, composite, raw. */
public final class ScalarField extends Field {
    private final FieldType type;
    private final @Nullable String mappedName;
    private final @Nullable DefaultValue defaultValue;
    private final @Nullable NativeType nativeType;
    private final boolean updatedAt;
    private final boolean version;
    private final boolean softDelete;
    boolean id;
    boolean unique;
    boolean foreignKey;

    ScalarField(
            String name,
            FieldType type,
            Arity arity,
            boolean ignored,
            @Nullable String mappedName,
            @Nullable DefaultValue defaultValue,
            @Nullable NativeType nativeType,
            boolean updatedAt,
            @Nullable String documentation) {
        super(name, arity, ignored, documentation);
        this.type = type;
        this.mappedName = mappedName;
        this.defaultValue = defaultValue;
        this.nativeType = nativeType;
        this.updatedAt = updatedAt;
        List<String> annotations = Annotations.of(documentation);
        this.version = annotations.contains(Annotations.VERSION);
        this.softDelete = annotations.contains(Annotations.SOFT_DELETE);
    }

    /** What it holds. */
    public FieldType type() {
        return type;
    }

    /** The built-in scalar type, if it is of one. */
    public Optional<ScalarType> scalarType() {
        return type instanceof ScalarType scalar ? Optional.of(scalar) : Optional.empty();
    }

    /** Whether it is of that built-in scalar type. */
    public boolean is(ScalarType scalar) {
        return type == scalar;
    }

    /** Whether it is of a raw database type, which clients cannot read or write. */
    public boolean isUnsupported() {
        return type instanceof UnsupportedType;
    }

    /** The column's name. */
    public String databaseName() {
        return mappedName == null ? name() : mappedName;
    }

    /** The name given by {@code @map}, or null. */
    public @Nullable String mappedName() {
        return mappedName;
    }

    /** What {@code @default} says. */
    public Optional<DefaultValue> defaultValue() {
        return Optional.ofNullable(defaultValue);
    }

    /** The database's own type, if the schema names one. */
    public Optional<NativeType> nativeType() {
        return Optional.ofNullable(nativeType);
    }

    /** Whether {@code @updatedAt} sets it on every write. */
    public boolean isUpdatedAt() {
        return updatedAt;
    }

    /** Whether {@code /// @prisma4j.version} makes it count the changes of its row. */
    public boolean isVersion() {
        return version;
    }

    /** Whether {@code /// @prisma4j.softDelete} makes it say when its row was deleted, which then stays. */
    public boolean isSoftDelete() {
        return softDelete;
    }

    /** Whether it alone is the primary key ({@code @id}, or {@code @@id} of one field). */
    public boolean isId() {
        return id;
    }

    /** Whether it alone is unique ({@code @unique}, or {@code @@unique} of one field without a predicate). */
    public boolean isUnique() {
        return unique;
    }

    /** Whether it is part of a foreign key of its model. */
    public boolean isForeignKey() {
        return foreignKey;
    }
}
