package dev.prisma4j.schema.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts a {@link Schema} together. Used by the validator, which has checked everything: this class checks nothing. Types
 * come first (enums, composite types, models), then fields, then keys, indexes and relations, then {@link #build()};
 * after that nothing that it handed out changes any more. Not for use by several threads.
 */
public final class SchemaBuilder {
    private @Nullable Datasource datasource;
    private final List<Generator> generators = new ArrayList<>();
    private final List<Draft> models = new ArrayList<>();
    private final Map<Model, Draft> drafts = new LinkedHashMap<>();
    private final List<EnumType> enums = new ArrayList<>();
    private final Map<CompositeType, List<ScalarField>> compositeTypes = new LinkedHashMap<>();
    private final List<Relation> relations = new ArrayList<>();
    private final Set<String> previewFeatures = new LinkedHashSet<>();

    private static final class Draft {
        final Model model;
        final List<Field> fields = new ArrayList<>();
        final List<Index> indexes = new ArrayList<>();

        Draft(Model model) {
            this.model = model;
        }
    }

    public SchemaBuilder datasource(@Nullable Datasource value) {
        datasource = value;
        return this;
    }

    public SchemaBuilder addGenerator(Generator generator) {
        generators.add(generator);
        previewFeatures.addAll(generator.previewFeatures());
        return this;
    }

    public EnumType addEnum(EnumType type) {
        enums.add(type);
        return type;
    }

    public CompositeType addCompositeType(String name, @Nullable String documentation, String sourceFile) {
        CompositeType type = new CompositeType(name, documentation, sourceFile);
        compositeTypes.put(type, new ArrayList<>());
        return type;
    }

    public Model addModel(
            String name,
            @Nullable String mappedName,
            @Nullable String namespace,
            boolean view,
            boolean ignored,
            @Nullable String documentation,
            String sourceFile) {
        Model model = new Model(name, mappedName, namespace, view, ignored, documentation, sourceFile);
        Draft draft = new Draft(model);
        models.add(draft);
        drafts.put(model, draft);
        return model;
    }

    /**
     * Adds a field to a model.
     *
     * @param type a scalar type, or an enum or composite type added before
     */
    public ScalarField addScalarField(
            Model model,
            String name,
            FieldType type,
            Arity arity,
            boolean ignored,
            @Nullable String mappedName,
            @Nullable DefaultValue defaultValue,
            @Nullable NativeType nativeType,
            boolean updatedAt,
            @Nullable String documentation) {
        ScalarField field = new ScalarField(
                name, type, arity, ignored, mappedName, defaultValue, nativeType, updatedAt, documentation);
        addField(model, field);
        return field;
    }

    /** Adds a field to a composite type. */
    public ScalarField addScalarField(
            CompositeType owner,
            String name,
            FieldType type,
            Arity arity,
            @Nullable String mappedName,
            @Nullable DefaultValue defaultValue,
            @Nullable NativeType nativeType,
            @Nullable String documentation) {
        ScalarField field =
                new ScalarField(name, type, arity, false, mappedName, defaultValue, nativeType, false, documentation);
        List<ScalarField> fields = compositeTypes.get(owner);
        if (fields == null) {
            throw new IllegalArgumentException("unknown composite type " + owner);
        }
        field.position = fields.size();
        fields.add(field);
        return field;
    }

    public RelationField addRelationField(
            Model model, String name, Arity arity, boolean ignored, @Nullable String documentation) {
        RelationField field = new RelationField(name, arity, ignored, documentation);
        addField(model, field);
        return field;
    }

    private void addField(Model model, Field field) {
        Draft draft = draft(model);
        field.model = model;
        field.position = draft.fields.size();
        draft.fields.add(field);
    }

    public SchemaBuilder primaryKey(Model model, PrimaryKey key) {
        model.primaryKey = key;
        if (key.fields().size() == 1) {
            key.fields().get(0).field().id = true;
        }
        return this;
    }

    public SchemaBuilder addIndex(Model model, Index index) {
        draft(model).indexes.add(index);
        boolean single =
                index.fields().size() == 1 && index.fields().get(0).path().size() == 1;
        if (index.isUnique() && single && index.predicate() == null) {
            index.fields().get(0).field().unique = true;
        }
        return this;
    }

    public SchemaBuilder shardKey(Model model, List<ScalarField> fields) {
        model.shardKey = List.copyOf(fields);
        return this;
    }

    /**
     * Links the two sides of a relation.
     *
     * @param foreignKey null for a many-to-many relation
     */
    public Relation addRelation(
            String name,
            boolean explicitName,
            RelationField fieldA,
            RelationField fieldB,
            Relation.@Nullable ForeignKey foreignKey) {
        Relation relation = new Relation(name, explicitName, fieldA, fieldB, foreignKey);
        fieldA.relation = relation;
        fieldB.relation = relation;
        if (foreignKey != null) {
            relationKeys(foreignKey.field(), foreignKey.fields(), foreignKey.references());
        }
        relations.add(relation);
        return relation;
    }

    /**
     * Says which fields a side of a relation names in {@code fields:} and {@code references:}; {@link #addRelation} does
     * so for foreign keys, so it is needed for the many-to-many relations of MongoDB only.
     */
    public SchemaBuilder relationKeys(RelationField side, List<ScalarField> fields, List<ScalarField> references) {
        side.fields = List.copyOf(fields);
        side.references = List.copyOf(references);
        fields.forEach(field -> field.foreignKey = true);
        return this;
    }

    /** Freezes everything that was added. */
    public Schema build() {
        for (Draft draft : models) {
            freeze(draft);
        }
        compositeTypes.forEach((type, fields) -> type.fields = List.copyOf(fields));
        return new Schema(
                datasource,
                generators,
                models.stream().map(draft -> draft.model).toList(),
                enums,
                List.copyOf(compositeTypes.keySet()),
                relations,
                previewFeatures);
    }

    private static void freeze(Draft draft) {
        Model model = draft.model;
        model.fields = List.copyOf(draft.fields);
        model.indexes = List.copyOf(draft.indexes);
        List<ScalarField> scalars = new ArrayList<>();
        List<RelationField> relationFields = new ArrayList<>();
        Map<String, Field> byName = new LinkedHashMap<>();
        for (Field field : draft.fields) {
            byName.put(field.name(), field);
            if (field instanceof ScalarField scalar) {
                scalars.add(scalar);
            } else if (field instanceof RelationField relationField) {
                relationFields.add(relationField);
            }
        }
        model.scalarFields = List.copyOf(scalars);
        model.relationFields = List.copyOf(relationFields);
        model.byName = Collections.unmodifiableMap(byName);
        model.uniqueCriteria = uniqueCriteria(model);
    }

    private static List<UniqueCriterion> uniqueCriteria(Model model) {
        List<UniqueCriterion> criteria = new ArrayList<>();
        if (model.primaryKey != null) {
            addCriterion(criteria, model.primaryKey.fields(), model.primaryKey.name(), true);
        }
        for (Index index : model.indexes) {
            if (index.isUnique() && index.predicate() == null) {
                addCriterion(criteria, index.fields(), index.name(), false);
            }
        }
        return List.copyOf(criteria);
    }

    private static void addCriterion(
            List<UniqueCriterion> criteria, List<IndexField> indexFields, @Nullable String name, boolean primary) {
        List<ScalarField> fields = indexFields.stream().map(IndexField::field).toList();
        boolean usable = indexFields.stream().allMatch(f -> f.path().size() == 1)
                && fields.stream().noneMatch(f -> f.isIgnored() || f.isUnsupported());
        if (usable) {
            criteria.add(new UniqueCriterion(fields, name, primary));
        }
    }

    private Draft draft(Model model) {
        Draft draft = drafts.get(model);
        if (draft == null) {
            throw new IllegalArgumentException("unknown model " + model);
        }
        return draft;
    }
}
