package dev.prisma4j.migrate.danger;

import dev.prisma4j.migrate.table.Column;
import dev.prisma4j.schema.model.NativeType;
import java.util.List;

/** What differs between databases in what they may lose. */
public interface DangerRules {
    /** The type of a column as a warning names it. */
    default String typeName(Column column) {
        NativeType type = column.type().nativeType();
        String name = type == null
                ? column.type().sql()
                : type.arguments().isEmpty()
                        ? type.name()
                        : type.name() + "(" + String.join(",", type.arguments()) + ")";
        return column.isList() ? name + "[]" : name;
    }

    /** The values that a change takes away from an enum that is part of a column, or none. */
    default List<String> removedEnumValues(Column from, Column to) {
        return List.of();
    }
}
