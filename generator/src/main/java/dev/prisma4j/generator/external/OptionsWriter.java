package dev.prisma4j.generator.external;

import dev.prisma4j.generator.error.GenerateException;
import dev.prisma4j.generator.typedsql.SqlQuery;
import dev.prisma4j.schema.dmmf.Dmmf;
import dev.prisma4j.schema.model.ConfigValue;
import dev.prisma4j.schema.model.Datasource;
import dev.prisma4j.schema.model.Generator;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes what generators are told: their block, and the whole project. The keys are those of Prisma 7 and, for generators
 * that were written earlier, those of 6.
 */
final class OptionsWriter {
    /** What generators see as the version of Prisma: the interface that we keep to, not a build of its engines. */
    static final String VERSION = "7.10.0";

    private static final JsonFactory JSON = new JsonFactory();

    private final GeneratorProject project;
    private final String dmmf;

    OptionsWriter(GeneratorProject project) {
        this.project = project;
        this.dmmf = Dmmf.of(project.schema()).toJson();
    }

    /** The parameters of {@code getManifest}: the block with its output as written. */
    String config(Generator block) {
        return document(json -> writeConfig(json, block, null));
    }

    /**
     * The parameters of {@code generate}.
     *
     * @param output where the generator writes, absolute
     */
    String options(Generator block, Path output, Manifest manifest) {
        return document(json -> {
            json.writeStartObject();
            json.writeStringProperty("datamodel", project.datamodel());
            json.writeArrayPropertyStart("datasources");
            project.schema().datasource().ifPresent(datasource -> writeDatasource(json, datasource));
            json.writeEndArray();
            json.writeName("generator");
            writeConfig(json, block, output);
            json.writeName("dmmf");
            json.writeRawValue(dmmf);
            json.writeArrayPropertyStart("otherGenerators");
            project.schema().generators().stream()
                    .filter(other -> other != block)
                    .forEach(other -> writeConfig(json, other, null));
            json.writeEndArray();
            json.writeStringProperty("schemaPath", project.schemaPath().toString());
            json.writeStringProperty("version", VERSION);
            json.writeBooleanProperty("allowNoModels", project.allowsNoModels());
            json.writeBooleanProperty("postinstall", false);
            json.writeBooleanProperty("noEngine", false);
            writeQueries(json);
            writeEnvPaths(json);
            writeBinaryPaths(json, manifest);
            json.writeEndObject();
        });
    }

    private void writeConfig(JsonGenerator json, Generator block, @Nullable Path output) {
        json.writeStartObject();
        json.writeStringProperty("name", block.name());
        json.writeName("provider");
        writeValue(json, block.provider());
        json.writeName("output");
        ConfigValue written = block.output();
        if (output != null) {
            writeValue(json, written instanceof ConfigValue.Env env ? env.variable() : null, output.toString());
        } else if (written != null) {
            writeValue(json, written);
        } else {
            json.writeNull();
        }
        json.writeObjectPropertyStart("config");
        for (Map.Entry<String, ConfigValue> entry : new TreeMap<>(block.config()).entrySet()) {
            json.writeName(entry.getKey());
            writeOption(json, entry.getValue());
        }
        json.writeEndObject();
        writeBinaryTargets(json, block);
        json.writeArrayPropertyStart("previewFeatures");
        block.previewFeatures().forEach(json::writeString);
        json.writeEndArray();
        json.writeStringProperty(
                "sourceFilePath", project.file(block.sourceFile()).toString());
        if (output != null && written != null) {
            json.writeBooleanProperty("isCustomOutput", true);
        }
        json.writeEndObject();
    }

    private void writeDatasource(JsonGenerator json, Datasource datasource) {
        json.writeStartObject();
        json.writeStringProperty("name", datasource.name());
        json.writeStringProperty("provider", datasource.provider().text());
        json.writeStringProperty("activeProvider", datasource.provider().text());
        json.writeArrayPropertyStart("schemas");
        datasource.schemas().forEach(json::writeString);
        json.writeEndArray();
        json.writeStringProperty(
                "sourceFilePath", project.file(datasource.sourceFile()).toString());
        // Generators of Prisma 6 and before read this; addresses in variables are left to them to look up.
        ConfigValue url = datasource.url();
        writeAddress(json, "url", url == null ? new ConfigValue.Env("DATABASE_URL") : url);
        ConfigValue directUrl = datasource.directUrl();
        if (directUrl != null) {
            writeAddress(json, "directUrl", directUrl);
        }
        json.writeEndObject();
    }

    private static void writeAddress(JsonGenerator json, String key, ConfigValue address) {
        json.writeObjectPropertyStart(key);
        writeNullable(json, "fromEnvVar", address instanceof ConfigValue.Env env ? env.variable() : null);
        writeNullable(json, "value", address instanceof ConfigValue.Text text ? text.value() : null);
        json.writeEndObject();
    }

    private void writeBinaryTargets(JsonGenerator json, Generator block) {
        json.writeArrayPropertyStart("binaryTargets");
        List<ConfigValue> targets = new ArrayList<>(block.binaryTargets());
        if (targets.isEmpty()) {
            targets.add(new ConfigValue.Text("native"));
        }
        for (ConfigValue target : targets) {
            String value = Provider.value(block, "binaryTargets", target, project.environment());
            boolean isNative = value.equals("native");
            json.writeStartObject();
            writeNullable(json, "fromEnvVar", target instanceof ConfigValue.Env env ? env.variable() : null);
            json.writeStringProperty("value", isNative ? Platform.current() : value);
            if (isNative) {
                json.writeBooleanProperty("native", true);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writeQueries(JsonGenerator json) {
        if (project.queries() == null) {
            return;
        }
        json.writeArrayPropertyStart("typedSql");
        for (SqlQuery query : project.queries()) {
            json.writeStartObject();
            json.writeStringProperty("name", query.name());
            json.writeStringProperty("source", query.source());
            writeNullable(json, "documentation", query.documentation());
            json.writeArrayPropertyStart("parameters");
            for (SqlQuery.Parameter parameter : query.parameters()) {
                json.writeStartObject();
                json.writeStringProperty("name", parameter.name());
                json.writeStringProperty("typ", parameter.type().protocolName(parameter.list()));
                writeNullable(json, "documentation", parameter.documentation());
                json.writeBooleanProperty("nullable", parameter.nullable());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayPropertyStart("resultColumns");
            for (SqlQuery.Column column : query.columns()) {
                json.writeStartObject();
                json.writeStringProperty("name", column.label());
                json.writeStringProperty("typ", column.type().protocolName(column.list()));
                json.writeBooleanProperty("nullable", column.nullable());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writeEnvPaths(JsonGenerator json) {
        Path file = project.workingFolder().resolve(".env");
        String found = Files.isRegularFile(file) ? file.toString() : null;
        json.writeObjectPropertyStart("envPaths");
        writeNullable(json, "rootEnvPath", found);
        writeNullable(json, "schemaEnvPath", found);
        json.writeEndObject();
    }

    // Engines are never fetched; a generator that works with one is told where the user has it.
    private void writeBinaryPaths(JsonGenerator json, Manifest manifest) {
        if (manifest.requiresEngines().isEmpty()) {
            return;
        }
        json.writeObjectPropertyStart("binaryPaths");
        for (Engine engine : Engine.values()) {
            String path = engine.path(project.environment());
            if (path != null && manifest.requiresEngines().contains(engine.key())) {
                json.writeObjectPropertyStart(engine.key());
                json.writeStringProperty(Platform.current(), path);
                json.writeEndObject();
            }
        }
        json.writeEndObject();
    }

    private void writeValue(JsonGenerator json, ConfigValue value) {
        if (value instanceof ConfigValue.Env env) {
            writeValue(json, env.variable(), project.environment().get(env.variable()));
        } else if (value instanceof ConfigValue.Text text) {
            writeValue(json, null, text.value());
        } else {
            throw new GenerateException("A list stands where one text must be.");
        }
    }

    private static void writeValue(JsonGenerator json, @Nullable String variable, @Nullable String value) {
        json.writeStartObject();
        writeNullable(json, "fromEnvVar", variable);
        writeNullable(json, "value", value);
        json.writeEndObject();
    }

    private void writeOption(JsonGenerator json, ConfigValue value) {
        if (value instanceof ConfigValue.Text text) {
            json.writeString(text.value());
        } else if (value instanceof ConfigValue.Env env) {
            json.writeString(project.environment().getOrDefault(env.variable(), env.variable()));
        } else if (value instanceof ConfigValue.Values list) {
            json.writeStartArray();
            list.values().forEach(item -> writeOption(json, item));
            json.writeEndArray();
        }
    }

    private static void writeNullable(JsonGenerator json, String key, @Nullable String value) {
        json.writeName(key);
        if (value == null) {
            json.writeNull();
        } else {
            json.writeString(value);
        }
    }

    private interface Body {
        void write(JsonGenerator json);
    }

    private static String document(Body body) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            body.write(json);
        }
        return text.toString();
    }
}
