package dev.prisma4j.schema.validate.config;

import dev.prisma4j.schema.database.Database;
import dev.prisma4j.schema.database.Databases;
import dev.prisma4j.schema.model.Datasource;
import dev.prisma4j.schema.model.Generator;
import dev.prisma4j.schema.model.Provider;
import dev.prisma4j.schema.model.RelationMode;
import dev.prisma4j.schema.syntax.Property;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the datasource and the generators say.
 *
 * @param datasource the datasource, or null where there is none that can be used
 * @param extensions the {@code extensions} property as written, or null
 * @param hasSchemas whether the datasource has a list of schemas
 * @param generators the generators in file order, then source order
 * @param previewFeatures the preview features of all generators, renamed ones under their new name
 */
public record Configuration(
        @Nullable Datasource datasource,
        @Nullable Property extensions,
        boolean hasSchemas,
        List<Generator> generators,
        Set<String> previewFeatures) {
    public Configuration {
        generators = List.copyOf(generators);
        previewFeatures = Set.copyOf(previewFeatures);
    }

    /** {@return the kind of database, or null without a datasource} */
    public @Nullable Provider provider() {
        return datasource == null ? null : datasource.provider();
    }

    /** {@return what the database can do} */
    public Database database() {
        return Databases.ofNullable(provider());
    }

    /** {@return who keeps relations intact} */
    public RelationMode relationMode() {
        return datasource == null ? RelationMode.FOREIGN_KEYS : datasource.relationMode();
    }

    /** {@return whether a generator asks for that preview feature} */
    public boolean previews(String feature) {
        return previewFeatures.contains(feature);
    }
}
