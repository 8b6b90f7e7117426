package dev.prisma4j.engine.protocol;

import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/** Writes answers as JSON. */
final class AnswerWriter {
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
            .build();

    private AnswerWriter() {}

    /** Writes an answer, with what was recorded along the way, and closes the stream. */
    static void write(Answer answer, @Nullable Map<String, @Nullable Object> extensions, OutputStream out) {
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            writeBody(json, answer);
            if (extensions != null && !extensions.isEmpty()) {
                json.writeName("extensions");
                new ResultWriter(json).write(plain(extensions));
            }
            json.writeEndObject();
        }
    }

    private static void writeBody(JsonGenerator json, Answer answer) {
        if (answer instanceof Answer.Data data) {
            json.writeObjectPropertyStart("data");
            json.writeName(data.name());
            new ResultWriter(json).write(data.value());
            json.writeEndObject();
        } else if (answer instanceof Answer.Batch batch) {
            json.writeArrayPropertyStart("batchResult");
            for (Answer one : batch.answers()) {
                json.writeStartObject();
                writeBody(json, one);
                json.writeEndObject();
            }
            json.writeEndArray();
        } else if (answer instanceof Answer.Failure failure) {
            json.writeArrayPropertyStart("errors");
            json.writeStartObject();
            json.writeStringProperty("error", failure.message());
            json.writeName("user_facing_error");
            new ResultWriter(json).write(plain(failure.body()));
            json.writeEndObject();
            json.writeEndArray();
        }
    }

    /** Details are numbers and texts, never values of fields: a long among them is a number without a tag. */
    static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Long number) {
            return new PlainNumber(number);
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> copy = new java.util.LinkedHashMap<>();
            map.forEach((key, inner) -> copy.put(String.valueOf(key), plain(inner)));
            return copy;
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> copy = new java.util.ArrayList<>();
            list.forEach(inner -> copy.add(plain(inner)));
            return copy;
        }
        return value;
    }
}
