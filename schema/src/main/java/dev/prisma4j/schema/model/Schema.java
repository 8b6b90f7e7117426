package dev.prisma4j.schema.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A validated Prisma schema: the single source of truth for everything behind the schema language. */
public final class Schema {
    private final @Nullable Datasource datasource;
    private final List<Generator> generators;
    private final List<Model> models;
    private final List<EnumType> enums;
    private final List<CompositeType> compositeTypes;
    private final List<Relation> relations;
    private final Set<String> previewFeatures;
    private final Map<String, Model> modelsByName = new LinkedHashMap<>();
    private final Map<String, EnumType> enumsByName = new LinkedHashMap<>();

    Schema(
            @Nullable Datasource datasource,
            List<Generator> generators,
            List<Model> models,
            List<EnumType> enums,
            List<CompositeType> compositeTypes,
            List<Relation> relations,
            Set<String> previewFeatures) {
        this.datasource = datasource;
        this.generators = List.copyOf(generators);
        this.models = List.copyOf(models);
        this.enums = List.copyOf(enums);
        this.compositeTypes = List.copyOf(compositeTypes);
        this.relations = List.copyOf(relations);
        this.previewFeatures = Set.copyOf(previewFeatures);
        models.forEach(model -> modelsByName.put(model.name(), model));
        enums.forEach(type -> enumsByName.put(type.name(), type));
    }

    /** The datasource, if the schema has one. */
    public Optional<Datasource> datasource() {
        return Optional.ofNullable(datasource);
    }

    /**
     * The kind of database.
     *
     * @throws IllegalStateException if the schema has no datasource
     */
    public Provider provider() {
        if (datasource == null) {
            throw new IllegalStateException("The schema has no datasource block.");
        }
        return datasource.provider();
    }

    /**
     * The same models on another kind of database, for programs that run their tests elsewhere. The models themselves are
     * shared, so queries about one schema are about the other too. Nothing is validated again: native types and features
     * that the other database has not fail when they are used.
     *
     * @throws IllegalStateException if the schema has no datasource
     */
    public Schema on(Provider provider) {
        if (datasource == null) {
            throw new IllegalStateException("The schema has no datasource block.");
        }
        return new Schema(
                datasource.with(provider), generators, models, enums, compositeTypes, relations, previewFeatures);
    }

    /** The generators in source order. */
    public List<Generator> generators() {
        return generators;
    }

    /** Models and views in file order, then source order, ignored ones included. */
    public List<Model> models() {
        return models;
    }

    /** The enums in source order. */
    public List<EnumType> enums() {
        return enums;
    }

    /** The composite types in source order. */
    public List<CompositeType> compositeTypes() {
        return compositeTypes;
    }

    /** Every relation once. */
    public List<Relation> relations() {
        return relations;
    }

    /** The preview features of all generators together. */
    public Set<String> previewFeatures() {
        return previewFeatures;
    }

    /** The model or view of that name. */
    public Optional<Model> model(String name) {
        return Optional.ofNullable(modelsByName.get(name));
    }

    /** The enum of that name. */
    public Optional<EnumType> enumType(String name) {
        return Optional.ofNullable(enumsByName.get(name));
    }
}
