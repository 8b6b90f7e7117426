package dev.prisma4j.engine.sql.dialect;

import dev.prisma4j.engine.error.Errors;
import dev.prisma4j.schema.model.EnumType;
import dev.prisma4j.schema.model.EnumValue;

/** The name in the schema of a stored enum value. */
final class EnumNames {
    private EnumNames() {}

    static String read(EnumType type, String text) {
        for (EnumValue value : type.values()) {
            if (value.databaseName().equals(text)) {
                return value.name();
            }
        }
        throw Errors.inconsistentColumnData(null, "Value '" + text + "' not found in enum '" + type.name() + "'", null);
    }
}
