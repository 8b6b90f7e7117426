package dev.prisma4j.schema.dmmf;

import dev.prisma4j.schema.model.CompositeType;
import dev.prisma4j.schema.model.EnumType;
import dev.prisma4j.schema.model.EnumValue;
import dev.prisma4j.schema.model.Field;
import dev.prisma4j.schema.model.Index;
import dev.prisma4j.schema.model.IndexField;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.PrimaryKey;
import dev.prisma4j.schema.model.ReferentialAction;
import dev.prisma4j.schema.model.RelationField;
import dev.prisma4j.schema.model.ScalarField;
import dev.prisma4j.schema.model.Schema;
import dev.prisma4j.schema.model.SortOrder;
import dev.prisma4j.schema.queryschema.QuerySchema;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes {@code datamodel}: enums, indexes, models and composite types as the schema declares them. */
final class DatamodelWriter {
    private final JsonGenerator json;
    private final DefaultWriter defaults;

    DatamodelWriter(JsonGenerator json) {
        this.json = json;
        this.defaults = new DefaultWriter(json);
    }

    void write(Schema schema) {
        List<Model> models = QuerySchema.modelsOf(schema);
        json.writeStartObject();
        json.writeArrayPropertyStart("enums");
        schema.enums().forEach(this::writeEnum);
        json.writeEndArray();
        json.writeArrayPropertyStart("indexes");
        models.forEach(this::writeIndexes);
        json.writeEndArray();
        json.writeArrayPropertyStart("models");
        models.forEach(this::writeModel);
        json.writeEndArray();
        json.writeArrayPropertyStart("types");
        schema.compositeTypes().forEach(this::writeType);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void writeEnum(EnumType type) {
        json.writeStartObject();
        writeNullable("dbName", type.mappedName());
        writeIfGiven("documentation", type.documentation());
        json.writeStringProperty("name", type.name());
        json.writeArrayPropertyStart("values");
        for (EnumValue value : type.values()) {
            json.writeStartObject();
            writeNullable("dbName", value.mappedName());
            json.writeStringProperty("name", value.name());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    // Models.

    private void writeModel(Model model) {
        json.writeStartObject();
        writeNullable("dbName", model.mappedName());
        writeIfGiven("documentation", model.documentation());
        json.writeArrayPropertyStart("fields");
        for (Field field : model.fields()) {
            if (isVisible(field)) {
                writeField(field, true);
            }
        }
        json.writeEndArray();
        json.writeBooleanProperty("isGenerated", false);
        json.writeStringProperty("name", model.name());
        writePrimaryKey(model.primaryKey().orElse(null));
        writeNullable("schema", model.namespace());
        List<Index> uniques = model.indexes().stream()
                .filter(index -> index.isUnique() && index.predicate() == null && !index.onField())
                .toList();
        json.writeArrayPropertyStart("uniqueFields");
        uniques.forEach(index -> writeNames(index.fields()));
        json.writeEndArray();
        json.writeArrayPropertyStart("uniqueIndexes");
        for (Index index : uniques) {
            writeKey(index.name(), index.fields());
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static boolean isVisible(Field field) {
        if (field.isIgnored()) {
            return false;
        }
        return field instanceof ScalarField scalar
                ? !scalar.isUnsupported()
                : !(field instanceof RelationField relation
                        && relation.relatedModel().isIgnored());
    }

    private void writePrimaryKey(@Nullable PrimaryKey key) {
        json.writeName("primaryKey");
        if (key == null || key.onField()) {
            json.writeNull();
        } else {
            writeKey(key.name(), key.fields());
        }
    }

    private void writeKey(@Nullable String name, List<IndexField> fields) {
        json.writeStartObject();
        json.writeName("fields");
        writeNames(fields);
        writeNullable("name", name);
        json.writeEndObject();
    }

    private void writeNames(List<IndexField> fields) {
        json.writeStartArray();
        fields.forEach(field -> json.writeString(field.field().name()));
        json.writeEndArray();
    }

    private void writeType(CompositeType type) {
        json.writeStartObject();
        json.writeNullProperty("dbName");
        writeIfGiven("documentation", type.documentation());
        json.writeArrayPropertyStart("fields");
        for (ScalarField field : type.fields()) {
            if (isVisible(field)) {
                writeField(field, false);
            }
        }
        json.writeEndArray();
        json.writeStringProperty("name", type.name());
        json.writeNullProperty("primaryKey");
        json.writeNullProperty("schema");
        json.writeArrayPropertyStart("uniqueFields");
        json.writeEndArray();
        json.writeArrayPropertyStart("uniqueIndexes");
        json.writeEndArray();
        json.writeEndObject();
    }

    // Fields.

    private void writeField(Field field, boolean ofModel) {
        ScalarField scalar = field instanceof ScalarField s ? s : null;
        json.writeStartObject();
        if (scalar != null) {
            writeIfGiven("dbName", scalar.mappedName());
            scalar.defaultValue().ifPresent(value -> {
                json.writeName("default");
                defaults.write(value, scalar);
            });
        }
        writeIfGiven("documentation", field.documentation());
        json.writeBooleanProperty(
                "hasDefaultValue", scalar != null && scalar.defaultValue().isPresent());
        if (ofModel) {
            json.writeBooleanProperty("isGenerated", false);
        }
        json.writeBooleanProperty("isId", scalar != null && scalar.isId());
        json.writeBooleanProperty("isList", field.isList());
        json.writeBooleanProperty("isReadOnly", scalar != null && scalar.isForeignKey());
        json.writeBooleanProperty("isRequired", !field.isOptional());
        json.writeBooleanProperty("isUnique", scalar != null && scalar.isUnique() && !scalar.isId());
        if (ofModel) {
            json.writeBooleanProperty("isUpdatedAt", scalar != null && scalar.isUpdatedAt());
        }
        json.writeStringProperty("kind", kind(field));
        json.writeStringProperty("name", field.name());
        writeNativeType(scalar);
        if (field instanceof RelationField relation) {
            writeRelation(relation);
        }
        json.writeStringProperty(
                "type",
                field instanceof RelationField relation
                        ? relation.relatedModel().name()
                        : scalar == null ? "" : scalar.type().text());
        json.writeEndObject();
    }

    private static String kind(Field field) {
        if (!(field instanceof ScalarField scalar) || scalar.type() instanceof CompositeType) {
            return "object";
        }
        return scalar.type() instanceof EnumType ? "enum" : "scalar";
    }

    private void writeNativeType(@Nullable ScalarField field) {
        json.writeName("nativeType");
        if (field == null || field.nativeType().isEmpty()) {
            json.writeNull();
            return;
        }
        json.writeStartArray();
        json.writeString(field.nativeType().get().name());
        json.writeStartArray();
        field.nativeType().get().arguments().forEach(json::writeString);
        json.writeEndArray();
        json.writeEndArray();
    }

    private void writeRelation(RelationField field) {
        json.writeArrayPropertyStart("relationFromFields");
        field.fields().forEach(f -> json.writeString(f.name()));
        json.writeEndArray();
        json.writeStringProperty("relationName", field.relation().name());
        if (field.holdsForeignKey() && field.relation().foreignKey() != null) {
            writeAction("relationOnDelete", field.relation().foreignKey().explicitOnDelete());
            writeAction("relationOnUpdate", field.relation().foreignKey().explicitOnUpdate());
        }
        json.writeArrayPropertyStart("relationToFields");
        field.references().forEach(f -> json.writeString(f.name()));
        json.writeEndArray();
    }

    private void writeAction(String key, @Nullable ReferentialAction action) {
        if (action != null) {
            json.writeStringProperty(key, action.text());
        }
    }

    // Indexes.

    private void writeIndexes(Model model) {
        PrimaryKey key = model.primaryKey().orElse(null);
        if (key != null) {
            writeIndex(model, "id", key.onField(), key.name(), key.mappedName(), null, key.clustered(), key.fields());
        }
        for (Index index : model.indexes()) {
            String type = index.kind().name().toLowerCase(Locale.ROOT);
            writeIndex(
                    model,
                    type,
                    index.onField(),
                    index.name(),
                    index.mappedName(),
                    index.algorithm(),
                    index.clustered(),
                    index.fields());
        }
    }

    private void writeIndex(
            Model model,
            String type,
            boolean onField,
            @Nullable String name,
            @Nullable String mappedName,
            @Nullable String algorithm,
            @Nullable Boolean clustered,
            List<IndexField> fields) {
        json.writeStartObject();
        writeIfGiven("algorithm", algorithm);
        if (clustered != null) {
            json.writeBooleanProperty("clustered", clustered);
        }
        writeIfGiven("dbName", mappedName);
        json.writeArrayPropertyStart("fields");
        fields.forEach(this::writeIndexField);
        json.writeEndArray();
        json.writeBooleanProperty("isDefinedOnField", onField);
        json.writeStringProperty("model", model.name());
        writeIfGiven("name", name);
        json.writeStringProperty("type", type);
        json.writeEndObject();
    }

    private void writeIndexField(IndexField field) {
        json.writeStartObject();
        if (field.length() != null) {
            json.writeNumberProperty("length", field.length());
        }
        json.writeStringProperty("name", field.path().stream().map(Field::name).collect(Collectors.joining(".")));
        writeIfGiven("operatorClass", field.operatorClass());
        if (field.sort() != null) {
            json.writeStringProperty("sortOrder", SORT_ORDERS.get(field.sort()));
        }
        json.writeEndObject();
    }

    private static final Map<SortOrder, String> SORT_ORDERS = Map.of(SortOrder.ASC, "asc", SortOrder.DESC, "desc");

    private void writeIfGiven(String key, @Nullable String value) {
        if (value != null) {
            json.writeStringProperty(key, value);
        }
    }

    private void writeNullable(String key, @Nullable String value) {
        if (value == null) {
            json.writeNullProperty(key);
        } else {
            json.writeStringProperty(key, value);
        }
    }
}
