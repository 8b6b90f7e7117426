package dev.prisma4j.migrate.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An enum type.
 *
 * @param name its name
 * @param values its values as stored, in order
 * @param comment the database's comment on it, or null
 */
public record EnumDefinition(
        ObjectName name, List<String> values, @Nullable String comment) {
    public EnumDefinition {
        values = List.copyOf(values);
    }
}
