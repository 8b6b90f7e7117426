package dev.prisma4j.schema.validate.rule;

import dev.prisma4j.schema.database.Capability;
import dev.prisma4j.schema.database.Database;
import dev.prisma4j.schema.diagnostic.Diagnostics;
import dev.prisma4j.schema.model.Datasource;
import dev.prisma4j.schema.source.Span;
import dev.prisma4j.schema.validate.config.Configuration;
import dev.prisma4j.schema.validate.draft.DraftEnum;
import dev.prisma4j.schema.validate.draft.DraftModel;
import dev.prisma4j.schema.validate.draft.DraftSchema;
import dev.prisma4j.schema.validate.draft.Located;
import dev.prisma4j.schema.validate.message.AttributeMessages;
import dev.prisma4j.schema.validate.message.ModelMessages;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code @@schema}, and that tables and enums of one database schema have different names. */
final class NamespaceRules {
    private final DraftSchema schema;
    private final Database database;
    private final List<String> schemas;
    private final boolean severalSchemas;
    private final Diagnostics diagnostics;

    NamespaceRules(DraftSchema schema, Configuration configuration, Diagnostics diagnostics) {
        this.schema = schema;
        this.database = configuration.database();
        Datasource datasource = configuration.datasource();
        this.schemas = datasource == null ? List.of() : datasource.schemas();
        this.severalSchemas = !schemas.isEmpty();
        this.diagnostics = diagnostics;
    }

    /** A name within a database schema, which is null for the only one. */
    private record Key(@Nullable String namespace, String name) {}

    void check() {
        for (DraftModel model : schema.models) {
            schema_is_there_and_known(model.kind(), model.name(), model.span(), model.namespace);
        }
        for (DraftEnum type : schema.enums) {
            schema_is_there_and_known("enum", type.name(), type.span(), type.namespace);
        }
        tables_have_different_names();
        if (database.can(Capability.ENUMS)) {
            enums_have_different_names();
        }
    }

    private void schema_is_there_and_known(String kind, String name, Span block, @Nullable Located<String> namespace) {
        if (namespace == null) {
            if (severalSchemas) {
                diagnostics.add(ModelMessages.schemaMissing(kind, name, block, schemas));
            }
        } else if (!database.can(Capability.MULTI_SCHEMA)) {
            diagnostics.add(AttributeMessages.schemasNotSupported(namespace.span()));
        } else if (!schemas.contains(namespace.value())) {
            diagnostics.add(ModelMessages.unknownSchema(namespace.value(), namespace.span(), schemas));
        }
    }

    private void tables_have_different_names() {
        Map<Key, DraftModel> taken = new HashMap<>();
        for (DraftModel model : schema.models) {
            DraftModel first = taken.putIfAbsent(new Key(model.namespaceName(), model.databaseName()), model);
            if (first != null) {
                Span span = model.mappedName != null
                        ? model.mappedName.span()
                        : model.identifier().span();
                diagnostics.add(ModelMessages.databaseNameTaken(model, first, span));
            }
        }
    }

    private void enums_have_different_names() {
        Map<Key, DraftEnum> taken = new HashMap<>();
        for (DraftEnum type : schema.enums) {
            DraftEnum first = taken.putIfAbsent(new Key(type.namespaceName(), type.databaseName()), type);
            if (first != null) {
                diagnostics.add(ModelMessages.enumDatabaseNameTaken(type, first));
            }
        }
    }
}
