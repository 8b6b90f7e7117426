package dev.prisma4j.migrate.table;

import dev.prisma4j.schema.model.Arity;
import org.jspecify.annotations.Nullable;

/**
 * A column.
 *
 * @param name its name
 * @param type what it holds
 * @param arity required, nullable or list
 * @param defaultValue the database's default, or null
 * @param defaultName the name of the default's constraint (SQL Server), or null
 * @param autoIncrement whether the database counts it up
 * @param filledByClient whether the client fills it where a create gives no value ({@code uuid()} and the like); never
 *     set by a describer
 * @param comment the database's comment on it, or null
 */
public record Column(
        String name,
        ColumnType type,
        Arity arity,
        @Nullable ColumnDefault defaultValue,
        @Nullable String defaultName,
        boolean autoIncrement,
        boolean filledByClient,
        @Nullable String comment) {

    /** Whether a value must be there. */
    public boolean isRequired() {
        return arity == Arity.REQUIRED;
    }

    /** Whether it holds a list. */
    public boolean isList() {
        return arity == Arity.LIST;
    }
}
