package dev.prisma4j.schema.model;

import org.jspecify.annotations.Nullable;

/**
 * One value of an enum.
 *
 * @param name its name in the schema
 * @param mappedName the text stored in the database ({@code @map}), or null where it is the name
 * @param documentation or null
 */
public record EnumValue(
        String name, @Nullable String mappedName, @Nullable String documentation) {
    /** The text that the database stores. */
    public String databaseName() {
        return mappedName == null ? name : mappedName;
    }
}
