package dev.prisma4j.generator.external;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A binary of Prisma that a generator may ask for, and the variable by which a user says where it is. */
enum Engine {
    SCHEMA_ENGINE("schemaEngine", "PRISMA_SCHEMA_ENGINE_BINARY"),
    QUERY_ENGINE("queryEngine", "PRISMA_QUERY_ENGINE_BINARY"),
    QUERY_ENGINE_LIBRARY("libqueryEngine", "PRISMA_QUERY_ENGINE_LIBRARY");

    private final String key;
    private final String variable;

    Engine(String key, String variable) {
        this.key = key;
        this.variable = variable;
    }

    /** The name in manifests. */
    String key() {
        return key;
    }

    @Nullable
    String path(Map<String, String> environment) {
        String path = environment.get(variable);
        return path == null || path.isBlank() ? null : path;
    }

    /** Whether the user has said where the engine of that name is. */
    static boolean isKnown(String key, Map<String, String> environment) {
        return Arrays.stream(values()).anyMatch(engine -> engine.key.equals(key) && engine.path(environment) != null);
    }
}
