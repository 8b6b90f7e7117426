package dev.prisma4j.schema.validate.build;

import dev.prisma4j.schema.database.Capability;
import dev.prisma4j.schema.database.ConstraintNames;
import dev.prisma4j.schema.model.Arity;
import dev.prisma4j.schema.model.CompositeType;
import dev.prisma4j.schema.model.DefaultValue;
import dev.prisma4j.schema.model.EnumType;
import dev.prisma4j.schema.model.EnumValue;
import dev.prisma4j.schema.model.FieldType;
import dev.prisma4j.schema.model.Index;
import dev.prisma4j.schema.model.IndexField;
import dev.prisma4j.schema.model.IndexPredicate;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.PrimaryKey;
import dev.prisma4j.schema.model.Relation;
import dev.prisma4j.schema.model.RelationField;
import dev.prisma4j.schema.model.ScalarField;
import dev.prisma4j.schema.model.Schema;
import dev.prisma4j.schema.model.SchemaBuilder;
import dev.prisma4j.schema.model.UnsupportedType;
import dev.prisma4j.schema.syntax.EnumMember;
import dev.prisma4j.schema.validate.config.Configuration;
import dev.prisma4j.schema.validate.draft.DraftComposite;
import dev.prisma4j.schema.validate.draft.DraftEnum;
import dev.prisma4j.schema.validate.draft.DraftField;
import dev.prisma4j.schema.validate.draft.DraftIndex;
import dev.prisma4j.schema.validate.draft.DraftIndexField;
import dev.prisma4j.schema.validate.draft.DraftKey;
import dev.prisma4j.schema.validate.draft.DraftModel;
import dev.prisma4j.schema.validate.draft.DraftPredicate;
import dev.prisma4j.schema.validate.draft.DraftReference;
import dev.prisma4j.schema.validate.draft.DraftRelation;
import dev.prisma4j.schema.validate.draft.DraftSchema;
import dev.prisma4j.schema.validate.draft.DraftType;
import dev.prisma4j.schema.validate.draft.IndexNames;
import dev.prisma4j.schema.validate.relation.ReferentialActions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes the datamodel of drafts in which nothing is wrong, and gives names to constraints that have none. */
public final class SchemaAssembler {
    private final DraftSchema drafts;
    private final Configuration configuration;
    private final ConstraintNames names;
    private final ReferentialActions actions;
    private final SchemaBuilder builder = new SchemaBuilder();
    private final Map<DraftEnum, EnumType> enums = new HashMap<>();
    private final Map<DraftComposite, CompositeType> composites = new HashMap<>();
    private final Map<DraftModel, Model> models = new HashMap<>();

    public SchemaAssembler(DraftSchema drafts, Configuration configuration) {
        this.drafts = drafts;
        this.configuration = configuration;
        this.names = configuration.database().constraintNames();
        this.actions = new ReferentialActions(configuration);
    }

    /** {@return the datamodel} */
    public Schema assemble() {
        builder.datasource(configuration.datasource());
        configuration.generators().forEach(builder::addGenerator);
        drafts.enums.forEach(this::enumeration);
        for (DraftComposite composite : drafts.composites) {
            composites.put(
                    composite,
                    builder.addCompositeType(
                            composite.name(), composite.syntax.documentation(), fileOf(composite.syntax.span())));
        }
        for (DraftModel model : drafts.models) {
            models.put(
                    model,
                    builder.addModel(
                            model.name(),
                            model.mappedName == null ? null : model.mappedName.value(),
                            model.namespaceName(),
                            model.isView(),
                            model.ignored,
                            model.syntax.documentation(),
                            fileOf(model.span())));
        }
        drafts.composites.forEach(composite -> composite.fields.forEach(field -> field(composite, field)));
        drafts.models.forEach(model -> model.fields.forEach(field -> field(model, field)));
        drafts.models.forEach(this::keys);
        drafts.relations.forEach(this::relation);
        return builder.build();
    }

    private static String fileOf(dev.prisma4j.schema.source.Span span) {
        return span.file().name();
    }

    private Model model(DraftModel draft) {
        return Objects.requireNonNull(models.get(draft));
    }

    private static ScalarField scalar(DraftField draft) {
        return (ScalarField) Objects.requireNonNull(draft.assembled);
    }

    private static RelationField relationField(DraftField draft) {
        return (RelationField) Objects.requireNonNull(draft.assembled);
    }

    private void enumeration(DraftEnum draft) {
        List<EnumValue> values = new ArrayList<>();
        for (EnumMember member : draft.syntax.members()) {
            values.add(new EnumValue(member.name().text(), draft.mappedValues.get(member), member.documentation()));
        }
        EnumType type = new EnumType(
                draft.name(),
                draft.mappedName == null ? null : draft.mappedName.value(),
                draft.namespaceName(),
                values,
                draft.syntax.documentation(),
                fileOf(draft.span()));
        enums.put(draft, builder.addEnum(type));
    }

    private FieldType type(DraftField field) {
        DraftType type = field.type;
        if (type instanceof DraftType.Scalar scalar) {
            return scalar.type();
        }
        if (type instanceof DraftType.Enumeration enumeration) {
            return Objects.requireNonNull(enums.get(enumeration.type()));
        }
        if (type instanceof DraftType.Composite composite) {
            return Objects.requireNonNull(composites.get(composite.type()));
        }
        if (type instanceof DraftType.Unsupported unsupported) {
            return new UnsupportedType(unsupported.databaseType());
        }
        throw new IllegalStateException("no type of a column: " + field);
    }

    private static Arity arity(DraftField field) {
        return switch (field.syntax.arity()) {
            case REQUIRED -> Arity.REQUIRED;
            case OPTIONAL -> Arity.OPTIONAL;
            case LIST -> Arity.LIST;
        };
    }

    private void field(DraftComposite owner, DraftField draft) {
        FieldType type = type(draft);
        draft.assembled = builder.addScalarField(
                Objects.requireNonNull(composites.get(owner)),
                draft.name(),
                type,
                arity(draft),
                draft.mappedName == null ? null : draft.mappedName.value(),
                defaultValue(draft, type),
                draft.nativeType,
                draft.syntax.documentation());
    }

    private void field(DraftModel owner, DraftField draft) {
        if (draft.isRelation()) {
            draft.assembled = builder.addRelationField(
                    model(owner), draft.name(), arity(draft), draft.ignored, draft.syntax.documentation());
            return;
        }
        FieldType type = type(draft);
        draft.assembled = builder.addScalarField(
                model(owner),
                draft.name(),
                type,
                arity(draft),
                draft.ignored,
                draft.mappedName == null ? null : draft.mappedName.value(),
                defaultValue(draft, type),
                draft.nativeType,
                draft.updatedAt,
                draft.syntax.documentation());
    }

    private @Nullable DefaultValue defaultValue(DraftField draft, FieldType type) {
        DefaultValue value = draft.plainDefault();
        if (value == null) {
            return null;
        }
        String constraint = value.constraintName();
        if (constraint == null && configuration.database().can(Capability.NAMED_DEFAULTS)) {
            constraint = draft.owner instanceof DraftModel model
                    ? names.defaultValue(model.databaseName(), draft.databaseName())
                    : null;
        }
        if (value instanceof DefaultValue.Literal literal) {
            return new DefaultValue.Literal(constant(literal.value(), type), constraint);
        }
        if (value instanceof DefaultValue.ListLiteral list) {
            return new DefaultValue.ListLiteral(
                    list.values().stream().map(v -> constant(v, type)).toList(), constraint);
        }
        DefaultValue.Function function = (DefaultValue.Function) value;
        return new DefaultValue.Function(function.name(), function.arguments(), constraint);
    }

    private static Object constant(Object value, FieldType type) {
        return type instanceof EnumType enumeration
                ? enumeration.value((String) value).orElseThrow()
                : value;
    }

    private void keys(DraftModel draft) {
        Model model = model(draft);
        DraftKey key = draft.key;
        if (key != null) {
            builder.primaryKey(model, primaryKey(draft, key));
        }
        for (DraftIndex index : draft.indexes) {
            builder.addIndex(model, index(draft, index));
        }
        if (!draft.shardKey.isEmpty()) {
            builder.shardKey(
                    model, draft.shardKey.stream().map(SchemaAssembler::scalar).toList());
        }
    }

    private PrimaryKey primaryKey(DraftModel draft, DraftKey key) {
        boolean named = configuration.database().can(Capability.NAMED_PRIMARY_KEYS);
        String mapped = key.mappedName() == null ? null : key.mappedName().value();
        String name = mapped;
        if (name == null && named) {
            name = names.primaryKey(draft.databaseName());
        }
        return new PrimaryKey(
                key.clientName(), indexFields(key.fields()), name, mapped, key.clustered(), key.onField());
    }

    private List<IndexField> indexFields(List<DraftIndexField> drafts) {
        List<IndexField> result = new ArrayList<>(drafts.size());
        for (DraftIndexField draft : drafts) {
            result.add(new IndexField(
                    draft.path().stream().map(SchemaAssembler::scalar).toList(),
                    draft.sort(),
                    draft.length(),
                    draft.operatorClass(),
                    draft.rawOperatorClass()));
        }
        return result;
    }

    private Index index(DraftModel model, DraftIndex draft) {
        String mapped = draft.mappedName == null ? null : draft.mappedName.value();
        return new Index(
                draft.kind,
                draft.clientName(),
                indexFields(draft.fields),
                mapped != null ? mapped : IndexNames.conventional(names, model, draft),
                mapped,
                draft.algorithm == null ? null : draft.algorithm.value().text(),
                draft.clustered,
                draft.predicate == null ? null : predicate(model, draft.predicate.value()),
                draft.onField);
    }

    private IndexPredicate predicate(DraftModel model, DraftPredicate draft) {
        if (draft instanceof DraftPredicate.Raw raw) {
            return new IndexPredicate.Raw(raw.sql());
        }
        List<IndexPredicate.Comparison> comparisons = new ArrayList<>();
        for (DraftPredicate.Comparison comparison : ((DraftPredicate.AllOf) draft).comparisons()) {
            ScalarField field = scalar(Objects.requireNonNull(model.field(comparison.field())));
            Object value = comparison.value();
            if (field.type() instanceof EnumType type && value instanceof String name) {
                value = type.value(name).map(Object.class::cast).orElse(name);
            }
            comparisons.add(new IndexPredicate.Comparison(field, comparison.negated(), value));
        }
        return new IndexPredicate.AllOf(comparisons);
    }

    private void relation(DraftRelation draft) {
        DraftField back = Objects.requireNonNull(draft.back);
        boolean forwardFirst = comesFirst(draft.forward, back);
        RelationField a = relationField(forwardFirst ? draft.forward : back);
        RelationField b = relationField(forwardFirst ? back : draft.forward);
        builder.addRelation(
                draft.name(), draft.explicitName != null, a, b, draft.isManyToMany() ? null : foreignKey(draft));
        if (draft.isManyToMany()) {
            relationKeys(draft.forward);
            relationKeys(back);
        }
    }

    /** On MongoDB both sides of a many-to-many relation name their list of ids. */
    private void relationKeys(DraftField side) {
        DraftReference reference = side.reference();
        if (reference.fields != null && reference.references != null) {
            builder.relationKeys(
                    relationField(side),
                    reference.fields.stream().map(SchemaAssembler::scalar).toList(),
                    reference.references.stream().map(SchemaAssembler::scalar).toList());
        }
    }

    private static boolean comesFirst(DraftField a, DraftField b) {
        int byModel = a.model().name().compareTo(b.model().name());
        return byModel != 0 ? byModel < 0 : a.name().compareTo(b.name()) <= 0;
    }

    private Relation.ForeignKey foreignKey(DraftRelation draft) {
        DraftField forward = draft.forward;
        DraftReference reference = forward.reference();
        List<DraftField> columns = Objects.requireNonNull(reference.fields);
        List<DraftField> targets = Objects.requireNonNull(reference.references);
        String mapped = reference.mappedName == null ? null : reference.mappedName.value();
        String name = mapped != null
                ? mapped
                : names.foreignKey(
                        forward.model().databaseName(),
                        columns.stream().map(DraftField::databaseName).toList());
        return new Relation.ForeignKey(
                relationField(forward),
                columns.stream().map(SchemaAssembler::scalar).toList(),
                targets.stream().map(SchemaAssembler::scalar).toList(),
                actions.onDelete(forward),
                actions.onUpdate(forward),
                reference.onDelete == null ? null : reference.onDelete.action(),
                reference.onUpdate == null ? null : reference.onUpdate.action(),
                name,
                mapped);
    }
}
