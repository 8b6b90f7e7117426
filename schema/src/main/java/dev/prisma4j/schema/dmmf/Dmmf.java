package dev.prisma4j.schema.dmmf;

import dev.prisma4j.schema.model.Schema;
import dev.prisma4j.schema.queryschema.QuerySchema;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.Writer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/**
 * The DMMF document of a schema.
 *
 * <pre>{@code
 * Dmmf.of(schema).write(System.out);
 * }</pre>
 */
public final class Dmmf {
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
            .build();

    private final Schema schema;

    private Dmmf(Schema schema) {
        this.schema = schema;
    }

    /** The document of a validated schema. */
    public static Dmmf of(Schema schema) {
        return new Dmmf(schema);
    }

    /** The three parts of the document. */
    public enum Part {
        DATAMODEL,
        MAPPINGS,
        SCHEMA
    }

    /**
     * Writes the document as UTF-8 without white space; does not close the stream.
     *
     * @throws java.io.UncheckedIOException or a subclass of {@link RuntimeException} if the stream fails
     */
    public void write(OutputStream out) {
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), new Uncloseable(out))) {
            writeDocument(json);
        }
    }

    /** Writes the document as text without white space; does not close the writer. */
    public void write(Writer out) {
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), new UncloseableWriter(out))) {
            writeDocument(json);
        }
    }

    /** Writes one part of the document as UTF-8; does not close the stream. */
    public void write(Part part, OutputStream out) {
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), new Uncloseable(out))) {
            writePart(json, part, QuerySchema.of(schema));
        }
    }

    /** The document as text; for big schemas better {@link #write(OutputStream)}. */
    public String toJson() {
        StringWriter text = new StringWriter();
        write(text);
        return text.toString();
    }

    private void writeDocument(JsonGenerator json) throws JacksonException {
        QuerySchema queries = QuerySchema.of(schema);
        json.writeStartObject();
        json.writeName("datamodel");
        writePart(json, Part.DATAMODEL, queries);
        json.writeName("mappings");
        writePart(json, Part.MAPPINGS, queries);
        json.writeName("schema");
        writePart(json, Part.SCHEMA, queries);
        json.writeEndObject();
    }

    private void writePart(JsonGenerator json, Part part, QuerySchema queries) throws JacksonException {
        switch (part) {
            case DATAMODEL -> new DatamodelWriter(json).write(schema);
            case MAPPINGS -> new MappingsWriter(json).write(queries);
            case SCHEMA -> new QuerySchemaWriter(json).write(queries);
        }
    }
}
