package dev.prisma4j.client.datamodel;

import dev.prisma4j.schema.model.Annotations;
import dev.prisma4j.schema.model.Arity;
import dev.prisma4j.schema.model.CompositeType;
import dev.prisma4j.schema.model.ConfigValue;
import dev.prisma4j.schema.model.Datasource;
import dev.prisma4j.schema.model.DefaultValue;
import dev.prisma4j.schema.model.EnumType;
import dev.prisma4j.schema.model.EnumValue;
import dev.prisma4j.schema.model.FieldType;
import dev.prisma4j.schema.model.Index;
import dev.prisma4j.schema.model.IndexField;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.NativeType;
import dev.prisma4j.schema.model.PrimaryKey;
import dev.prisma4j.schema.model.Provider;
import dev.prisma4j.schema.model.ReferentialAction;
import dev.prisma4j.schema.model.Relation;
import dev.prisma4j.schema.model.RelationField;
import dev.prisma4j.schema.model.RelationMode;
import dev.prisma4j.schema.model.ScalarField;
import dev.prisma4j.schema.model.ScalarType;
import dev.prisma4j.schema.model.Schema;
import dev.prisma4j.schema.model.SchemaBuilder;
import dev.prisma4j.schema.model.UnsupportedType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a schema from the text that {@link DatamodelWriter} writes, which was validated when it was written. */
public final class DatamodelReader {
    private static final String SOURCE = "schema.prisma";

    private final SchemaBuilder builder = new SchemaBuilder();
    private final Map<String, EnumType> enums = new HashMap<>();
    private final Map<String, CompositeType> composites = new HashMap<>();
    private final Map<String, ModelDraft> models = new HashMap<>();
    private @Nullable ModelDraft model;
    private @Nullable CompositeType composite;

    private record ModelDraft(Model model, Map<String, ScalarField> scalars, Map<String, RelationField> relations) {}

    private DatamodelReader() {}

    /**
     * The schema.
     *
     * @param parts texts of whole lines, one after the other
     */
    public static Schema read(String... parts) {
        DatamodelReader reader = new DatamodelReader();
        for (String part : parts) {
            part.lines().forEach(line -> reader.line(Line.parse(line)));
        }
        return reader.builder.build();
    }

    private void line(Line line) {
        String kind = line.text();
        switch (kind) {
            case "D" -> builder.datasource(datasource(line));
            case "E" -> enumType(line);
            case "T" -> {
                String name = line.text();
                composites.put(name, builder.addCompositeType(name, null, SOURCE));
            }
            case "C" -> composite = composites.get(line.text());
            case "M" -> model(line);
            case "F" -> scalar(line);
            case "R" -> relationField(line);
            case "K" -> model = models.get(line.text());
            case "P" -> primaryKey(line);
            case "I" -> index(line);
            case "S" -> builder.shardKey(model().model(), fields(model(), line.texts()));
            case "X" -> relation(line);
            default ->
                throw new IllegalStateException(
                        "The generated code is of another version of prisma4j: generate it again.");
        }
    }

    private ModelDraft model() {
        if (model == null) {
            throw new IllegalStateException("a field without a model");
        }
        return model;
    }

    private static Datasource datasource(Line line) {
        String name = line.text();
        Provider provider = Provider.of(line.text()).orElseThrow();
        RelationMode mode = RelationMode.valueOf(line.text());
        List<String> schemas = line.texts();
        ConfigValue url = switch (line.text()) {
            case "env" -> new ConfigValue.Env(line.text());
            case "text" -> new ConfigValue.Text(line.text());
            default -> null;
        };
        String folder = line.text();
        String file = folder.isEmpty() ? SOURCE : folder + "/" + SOURCE;
        return new Datasource(name, provider, url, null, null, mode, schemas, List.of(), null, file);
    }

    private void enumType(Line line) {
        String name = line.text();
        String mappedName = line.optional();
        String namespace = line.optional();
        int count = line.number();
        List<EnumValue> values = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            values.add(new EnumValue(line.text(), line.optional(), null));
        }
        enums.put(name, builder.addEnum(new EnumType(name, mappedName, namespace, values, null, SOURCE)));
    }

    private void model(Line line) {
        String name = line.text();
        Model added = builder.addModel(name, line.optional(), line.optional(), line.flag(), line.flag(), null, SOURCE);
        composite = null;
        model = new ModelDraft(added, new HashMap<>(), new HashMap<>());
        models.put(name, model);
    }

    private void scalar(Line line) {
        String name = line.text();
        FieldType type = type(line.text(), line.text());
        Arity arity = Arity.valueOf(line.text());
        boolean ignored = line.flag();
        String mappedName = line.optional();
        boolean updatedAt = line.flag();
        String nativeName = line.optional();
        NativeType nativeType = nativeName == null ? null : new NativeType(nativeName, line.texts());
        DefaultValue defaultValue = line.flag() ? defaultValue(line, type) : null;
        String annotations = Annotations.documentation(line.texts());
        if (composite != null) {
            builder.addScalarField(composite, name, type, arity, mappedName, defaultValue, nativeType, null);
        } else {
            ScalarField field = builder.addScalarField(
                    model().model(),
                    name,
                    type,
                    arity,
                    ignored,
                    mappedName,
                    defaultValue,
                    nativeType,
                    updatedAt,
                    annotations);
            model().scalars().put(name, field);
        }
    }

    private FieldType type(String kind, String name) {
        return switch (kind.charAt(0)) {
            case 's' -> ScalarType.valueOf(kind.substring(1));
            case 'e' -> known(enums, name);
            case 'c' -> known(composites, name);
            default -> new UnsupportedType(name);
        };
    }

    private static <T> T known(Map<String, T> things, String name) {
        T thing = things.get(name);
        if (thing == null) {
            throw new IllegalStateException("The datamodel in the generated code is damaged: " + name + " is missing.");
        }
        return thing;
    }

    private static DefaultValue defaultValue(Line line, FieldType type) {
        String constraint = line.optional();
        String kind = line.text();
        if (kind.equals("one")) {
            return new DefaultValue.Literal(value(line, type), constraint);
        }
        if (kind.equals("list")) {
            int count = line.number();
            List<Object> values = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                values.add(value(line, type));
            }
            return new DefaultValue.ListLiteral(values, constraint);
        }
        String name = line.text();
        int count = line.number();
        List<DefaultValue.Function.Argument> arguments = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            arguments.add(new DefaultValue.Function.Argument(line.optional(), value(line, type)));
        }
        return new DefaultValue.Function(name, arguments, constraint);
    }

    private static Object value(Line line, FieldType type) {
        return switch (line.text()) {
            case "l" -> Long.valueOf(line.text());
            case "d" -> new BigDecimal(line.text());
            case "b" -> line.flag();
            case "e" -> ((EnumType) type).value(line.text()).orElseThrow();
            default -> line.text();
        };
    }

    private void relationField(Line line) {
        String name = line.text();
        RelationField field =
                builder.addRelationField(model().model(), name, Arity.valueOf(line.text()), line.flag(), null);
        model().relations().put(name, field);
    }

    private void primaryKey(Line line) {
        String name = line.optional();
        String constraint = line.optional();
        String mappedName = line.optional();
        boolean onField = line.flag();
        builder.primaryKey(
                model().model(),
                new PrimaryKey(name, indexFields(line.texts()), constraint, mappedName, null, onField));
    }

    private void index(Line line) {
        Index.Kind kind = Index.Kind.valueOf(line.text());
        String name = line.optional();
        String databaseName = line.text();
        String mappedName = line.optional();
        boolean onField = line.flag();
        builder.addIndex(
                model().model(),
                new Index(kind, name, indexFields(line.texts()), databaseName, mappedName, null, null, null, onField));
    }

    private List<IndexField> indexFields(List<String> names) {
        return fields(model(), names).stream()
                .map(field -> new IndexField(List.of(field), null, null, null, false))
                .toList();
    }

    private static List<ScalarField> fields(ModelDraft draft, List<String> names) {
        return names.stream().map(name -> known(draft.scalars(), name)).toList();
    }

    private void relation(Line line) {
        String name = line.text();
        boolean explicitName = line.flag();
        ModelDraft modelA = known(models, line.text());
        RelationField fieldA = known(modelA.relations(), line.text());
        ModelDraft modelB = known(models, line.text());
        RelationField fieldB = known(modelB.relations(), line.text());
        Relation.ForeignKey key = null;
        if (line.flag()) {
            boolean inA = line.flag();
            key = new Relation.ForeignKey(
                    inA ? fieldA : fieldB,
                    fields(inA ? modelA : modelB, line.texts()),
                    fields(inA ? modelB : modelA, line.texts()),
                    ReferentialAction.valueOf(line.text()),
                    ReferentialAction.valueOf(line.text()),
                    action(line.optional()),
                    action(line.optional()),
                    line.text(),
                    line.optional());
        }
        builder.addRelation(name, explicitName, fieldA, fieldB, key);
    }

    private static @Nullable ReferentialAction action(@Nullable String name) {
        return name == null ? null : ReferentialAction.valueOf(name);
    }
}
