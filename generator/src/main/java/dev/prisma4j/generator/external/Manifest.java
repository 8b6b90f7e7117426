package dev.prisma4j.generator.external;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a generator says of itself. Everything may be missing: many generators say very little.
 *
 * @param prettyName its name for people
 * @param version its version
 * @param defaultOutput where it writes if the block does not say
 * @param requiresGenerators providers that must be in the schema too
 * @param requiresEngines binaries of Prisma that it wants to be told of
 * @param forbiddenModels names of models that it cannot work with
 * @param forbiddenFields names of fields that it cannot work with
 */
public record Manifest(
        @Nullable String prettyName,
        @Nullable String version,
        @Nullable String defaultOutput,
        List<String> requiresGenerators,
        List<String> requiresEngines,
        List<String> forbiddenModels,
        List<String> forbiddenFields) {
    public Manifest {
        requiresGenerators = List.copyOf(requiresGenerators);
        requiresEngines = List.copyOf(requiresEngines);
        forbiddenModels = List.copyOf(forbiddenModels);
        forbiddenFields = List.copyOf(forbiddenFields);
    }

    /** The manifest in the answer to {@code getManifest}, which may be null. */
    static Manifest of(JsonNode answer) {
        JsonNode manifest = answer.path("manifest");
        JsonNode denied = manifest.path("denylists");
        return new Manifest(
                text(manifest, "prettyName"),
                text(manifest, "version"),
                text(manifest, "defaultOutput"),
                texts(manifest.path("requiresGenerators")),
                texts(manifest.path("requiresEngines")),
                texts(denied.path("models")),
                texts(denied.path("fields")));
    }

    private static @Nullable String text(JsonNode node, String key) {
        JsonNode value = node.path(key);
        return value.isString() && !value.stringValue().isEmpty() ? value.stringValue() : null;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        for (JsonNode value : array) {
            if (value.isString()) {
                texts.add(value.stringValue());
            }
        }
        return texts;
    }
}
