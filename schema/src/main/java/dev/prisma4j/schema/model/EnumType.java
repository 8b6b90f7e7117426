package dev.prisma4j.schema.model;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An enum block.
 *
 * @param name its name in the schema
 * @param mappedName its name in the database ({@code @@map}), or null where equal
 * @param namespace the database schema ({@code @@schema}), or null
 * @param values in source order
 * @param documentation or null
 * @param sourceFile the name of the file that holds the block
 */
public record EnumType(
        String name,
        @Nullable String mappedName,
        @Nullable String namespace,
        List<EnumValue> values,
        @Nullable String documentation,
        String sourceFile)
        implements FieldType {
    public EnumType {
        values = List.copyOf(values);
    }

    @Override
    public String text() {
        return name;
    }

    /** The enum's name in the database. */
    public String databaseName() {
        return mappedName == null ? name : mappedName;
    }

    /** The value of that name in the schema. */
    public Optional<EnumValue> value(String valueName) {
        return values.stream().filter(v -> v.name().equals(valueName)).findFirst();
    }

    /** The value that the database stores as that text. */
    public Optional<EnumValue> valueOfDatabaseName(String text) {
        return values.stream().filter(v -> v.databaseName().equals(text)).findFirst();
    }
}
