package dev.prisma4j.migrate.introspect;

import dev.prisma4j.migrate.table.ObjectName;
import dev.prisma4j.schema.model.EnumType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An enum while it is put together.
 *
 * @param databaseName its name in the database
 * @param values its values as stored
 * @param known what the existing schema has for it, or null
 * @param name its name in the schema
 */
record EnumDraft(
        ObjectName databaseName,
        List<String> values,
        @Nullable EnumType known,
        String name) {
    /** The value's name in the schema; empty if it cannot have one. */
    String valueName(String value) {
        return Optional.ofNullable(known)
                .flatMap(k -> k.valueOfDatabaseName(value))
                .map(v -> v.name())
                .orElseGet(() -> SchemaNames.of(value));
    }
}
