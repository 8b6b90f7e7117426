package dev.prisma4j.schema.dmmf;

import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.queryschema.Operation;
import dev.prisma4j.schema.queryschema.OutputField;
import dev.prisma4j.schema.queryschema.OutputObject;
import dev.prisma4j.schema.queryschema.QuerySchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;

/** Writes {@code mappings}: the root fields of each model by action, and those that belong to no model. */
final class MappingsWriter {
    private final JsonGenerator json;

    MappingsWriter(JsonGenerator json) {
        this.json = json;
    }

    void write(QuerySchema queries) {
        json.writeStartObject();
        json.writeArrayPropertyStart("modelOperations");
        for (Model model : QuerySchema.modelsOf(queries.schema())) {
            writeModel(model, queries.operations(model));
        }
        json.writeEndArray();
        json.writeObjectPropertyStart("otherOperations");
        writeOthers("read", queries.query());
        writeOthers("write", queries.mutation());
        json.writeEndObject();
        json.writeEndObject();
    }

    private void writeModel(Model model, Map<Operation.Action, OutputField> operations) {
        Map<String, String> names = new TreeMap<>();
        names.put("model", model.name());
        operations.forEach((action, field) -> names.put(action.text(), field.name()));
        json.writeStartObject();
        names.forEach(json::writeStringProperty);
        json.writeEndObject();
    }

    private void writeOthers(String key, OutputObject root) {
        List<String> names = new ArrayList<>();
        for (OutputField field : root.fields()) {
            Operation operation = field.operation();
            if (operation != null && operation.model() == null) {
                names.add(field.name());
            }
        }
        json.writeArrayPropertyStart(key);
        names.forEach(json::writeString);
        json.writeEndArray();
    }
}
