package dev.prisma4j.schema.dmmf;

import dev.prisma4j.schema.queryschema.EnumShape;
import dev.prisma4j.schema.queryschema.FieldRefShape;
import dev.prisma4j.schema.queryschema.InputField;
import dev.prisma4j.schema.queryschema.InputObject;
import dev.prisma4j.schema.queryschema.InputType;
import dev.prisma4j.schema.queryschema.OutputField;
import dev.prisma4j.schema.queryschema.OutputObject;
import dev.prisma4j.schema.queryschema.OutputType;
import dev.prisma4j.schema.queryschema.QuerySchema;
import dev.prisma4j.schema.queryschema.ScalarShape;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes {@code schema}: every type that a query can reach, in the order of {@link ReachableTypes}. */
final class QuerySchemaWriter {
    private final JsonGenerator json;

    QuerySchemaWriter(JsonGenerator json) {
        this.json = json;
    }

    void write(QuerySchema queries) {
        ReachableTypes types = ReachableTypes.of(queries);
        json.writeStartObject();
        json.writeObjectPropertyStart("enumTypes");
        writeNamespace("model", enums(types, true), this::writeEnum);
        writeNamespace("prisma", enums(types, false), this::writeEnum);
        json.writeEndObject();
        json.writeObjectPropertyStart("fieldRefTypes");
        writeNamespace("prisma", types.fieldRefs(), this::writeFieldRef);
        json.writeEndObject();
        json.writeObjectPropertyStart("inputObjectTypes");
        writeNamespace("prisma", types.inputs(), this::writeInput);
        json.writeEndObject();
        json.writeObjectPropertyStart("outputObjectTypes");
        writeNamespace("model", outputs(types, true), this::writeOutput);
        writeNamespace("prisma", outputs(types, false), this::writeOutput);
        json.writeEndObject();
        json.writeEndObject();
    }

    private static List<EnumShape> enums(ReachableTypes types, boolean model) {
        Stream<EnumShape> enums = types.enums().stream();
        return enums.filter(e -> (e.modelEnum() != null) == model).toList();
    }

    private static List<OutputObject> outputs(ReachableTypes types, boolean model) {
        return types.outputs().stream().filter(o -> o.isModel() == model).toList();
    }

    private <T> void writeNamespace(String name, Collection<T> types, Consumer<T> writer) {
        if (types.isEmpty()) {
            return;
        }
        json.writeArrayPropertyStart(name);
        types.forEach(writer);
        json.writeEndArray();
    }

    private void writeEnum(EnumShape type) {
        json.writeStartObject();
        json.writeStringProperty("name", type.typeName());
        json.writeArrayPropertyStart("values");
        type.values().forEach(json::writeString);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void writeFieldRef(FieldRefShape type) {
        json.writeStartObject();
        json.writeArrayPropertyStart("allowTypes");
        writeInputType(type.allowed());
        json.writeEndArray();
        writeInputFields("fields", type.fields());
        json.writeStringProperty("name", type.typeName());
        json.writeEndObject();
    }

    private void writeInput(InputObject type) {
        json.writeStartObject();
        json.writeObjectPropertyStart("constraints");
        InputObject.Constraints constraints = type.constraints();
        if (!constraints.fields().isEmpty()) {
            writeStrings("fields", constraints.fields());
        }
        writeNumber("maxNumFields", constraints.max());
        writeNumber("minNumFields", constraints.min());
        json.writeEndObject();
        writeInputFields("fields", type.fields());
        InputObject.Meta meta = type.meta();
        if (meta.grouping() != null) {
            json.writeObjectPropertyStart("meta");
            json.writeStringProperty("grouping", meta.grouping());
            if (meta.source() != null) {
                json.writeStringProperty("source", meta.source());
            }
            json.writeEndObject();
        }
        json.writeStringProperty("name", type.typeName());
        json.writeEndObject();
    }

    private void writeInputFields(String key, List<InputField> fields) {
        json.writeArrayPropertyStart(key);
        for (InputField field : fields) {
            json.writeStartObject();
            json.writeArrayPropertyStart("inputTypes");
            field.types().forEach(this::writeInputType);
            json.writeEndArray();
            json.writeBooleanProperty("isNullable", field.isNullable());
            json.writeBooleanProperty("isParameterizable", field.parameterizable());
            json.writeBooleanProperty("isRequired", field.required());
            json.writeStringProperty("name", field.name());
            if (!field.requires().isEmpty()) {
                writeStrings("requiresOtherFields", field.requires());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writeInputType(InputType type) {
        InputType element = type instanceof InputType.ListOf list ? list.element() : type;
        if (element instanceof EnumShape shape) {
            writeType(shape.typeName(), "enumTypes", namespace(shape), type.isList());
        } else if (element instanceof InputObject) {
            writeType(element.typeName(), "inputObjectTypes", "prisma", type.isList());
        } else if (element instanceof FieldRefShape) {
            writeType(element.typeName(), "fieldRefTypes", "prisma", type.isList());
        } else {
            writeType(element.typeName(), "scalar", null, type.isList());
        }
    }

    private static String namespace(EnumShape shape) {
        return shape.modelEnum() == null ? "prisma" : "model";
    }

    private void writeOutput(OutputObject type) {
        json.writeStartObject();
        json.writeArrayPropertyStart("fields");
        for (OutputField field : type.fields()) {
            json.writeStartObject();
            writeInputFields("args", field.arguments());
            json.writeBooleanProperty("isNullable", field.nullable());
            json.writeStringProperty("name", field.name());
            json.writeName("outputType");
            writeOutputType(field.type(), field.list());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeStringProperty("name", type.typeName());
        json.writeEndObject();
    }

    private void writeOutputType(OutputType type, boolean list) {
        if (type instanceof EnumShape shape) {
            writeType(shape.typeName(), "enumTypes", namespace(shape), list);
        } else if (type instanceof OutputObject object) {
            writeType(object.typeName(), "outputObjectTypes", object.isModel() ? "model" : "prisma", list);
        } else if (type instanceof ScalarShape) {
            writeType(type.typeName(), "scalar", null, list);
        }
    }

    private void writeType(String name, String location, @Nullable String namespace, boolean list) {
        json.writeStartObject();
        json.writeBooleanProperty("isList", list);
        json.writeStringProperty("location", location);
        if (namespace != null) {
            json.writeStringProperty("namespace", namespace);
        }
        json.writeStringProperty("type", name);
        json.writeEndObject();
    }

    private void writeStrings(String key, List<String> values) {
        json.writeArrayPropertyStart(key);
        values.forEach(json::writeString);
        json.writeEndArray();
    }

    private void writeNumber(String key, @Nullable Integer value) {
        if (value == null) {
            json.writeNullProperty(key);
        } else {
            json.writeNumberProperty(key, value);
        }
    }
}
