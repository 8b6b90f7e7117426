package dev.prisma4j.schema.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A model or view block. */
public final class Model {
    private final String name;
    private final @Nullable String mappedName;
    private final @Nullable String namespace;
    private final boolean view;
    private final boolean ignored;
    private final @Nullable String documentation;
    private final String sourceFile;
    List<Field> fields = List.of();
    List<ScalarField> scalarFields = List.of();
    List<RelationField> relationFields = List.of();
    Map<String, Field> byName = Map.of();

    @Nullable
    PrimaryKey primaryKey;

    List<Index> indexes = List.of();
    List<ScalarField> shardKey = List.of();
    List<UniqueCriterion> uniqueCriteria = List.of();

    Model(
            String name,
            @Nullable String mappedName,
            @Nullable String namespace,
            boolean view,
            boolean ignored,
            @Nullable String documentation,
            String sourceFile) {
        this.name = name;
        this.mappedName = mappedName;
        this.namespace = namespace;
        this.view = view;
        this.ignored = ignored;
        this.documentation = documentation;
        this.sourceFile = sourceFile;
    }

    /** Its name in the schema. */
    public String name() {
        return name;
    }

    /** The table, view or collection. */
    public String databaseName() {
        return mappedName == null ? name : mappedName;
    }

    /** The name given by {@code @@map}, or null. */
    public @Nullable String mappedName() {
        return mappedName;
    }

    /** The database schema given by {@code @@schema}, or null. */
    public @Nullable String namespace() {
        return namespace;
    }

    /** Whether it is a view. */
    public boolean isView() {
        return view;
    }

    /** Whether {@code @@ignore} hides it from clients. */
    public boolean isIgnored() {
        return ignored;
    }

    /** The {@code ///} comment, or null. */
    public @Nullable String documentation() {
        return documentation;
    }

    /** The name of the file that holds the block. */
    public String sourceFile() {
        return sourceFile;
    }

    /** All fields in source order, ignored and unsupported ones included. */
    public List<Field> fields() {
        return fields;
    }

    /** The fields with a column, in source order, ignored and unsupported ones included. */
    public List<ScalarField> scalarFields() {
        return scalarFields;
    }

    /** The relation fields in source order, ignored ones included. */
    public List<RelationField> relationFields() {
        return relationFields;
    }

    /** The field of that name. */
    public Optional<Field> field(String fieldName) {
        return Optional.ofNullable(byName.get(fieldName));
    }

    /** The scalar field of that name. */
    public Optional<ScalarField> scalarField(String fieldName) {
        return byName.get(fieldName) instanceof ScalarField field ? Optional.of(field) : Optional.empty();
    }

    /** The relation field of that name. */
    public Optional<RelationField> relationField(String fieldName) {
        return byName.get(fieldName) instanceof RelationField field ? Optional.of(field) : Optional.empty();
    }

    /** The primary key; views may have none. */
    public Optional<PrimaryKey> primaryKey() {
        return Optional.ofNullable(primaryKey);
    }

    /** Unique constraints and indexes in source order, those on fields first. */
    public List<Index> indexes() {
        return indexes;
    }

    /** The fields of {@code @shardKey} or {@code @@shardKey}; empty without one. */
    public List<ScalarField> shardKey() {
        return shardKey;
    }

    /** The field that counts the changes of a row, if {@code /// @prisma4j.version} names one. */
    public Optional<ScalarField> versionField() {
        return scalarFields.stream().filter(ScalarField::isVersion).findFirst();
    }

    /** The field that says when a row was deleted, if {@code /// @prisma4j.softDelete} names one. */
    public Optional<ScalarField> softDeleteField() {
        return scalarFields.stream().filter(ScalarField::isSoftDelete).findFirst();
    }

    /**
     * What identifies one row for clients: the primary key first, then every unique constraint without a predicate,
     * ignored and unsupported fields left out.
     */
    public List<UniqueCriterion> uniqueCriteria() {
        return uniqueCriteria;
    }

    @Override
    public String toString() {
        return name;
    }
}
