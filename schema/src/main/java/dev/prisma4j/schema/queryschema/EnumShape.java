package dev.prisma4j.schema.queryschema;

import dev.prisma4j.schema.model.EnumType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An enum of the query schema.
 *
 * @param typeName its name
 * @param values its values as queries spell them
 * @param modelEnum the enum of the schema that it stands for, or null for one that the query schema adds
 */
public record EnumShape(
        String typeName, List<String> values, @Nullable EnumType modelEnum) implements InputType, OutputType {
    public EnumShape {
        values = List.copyOf(values);
    }

    @Override
    public String toString() {
        return typeName;
    }
}
