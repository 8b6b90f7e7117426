package dev.prisma4j.schema.model;

/**
 * A column type that the schema language has no word for: {@code Unsupported("tsvector")}.
 *
 * @param databaseType the type as the database spells it
 */
public record UnsupportedType(String databaseType) implements FieldType {
    @Override
    public String text() {
        return "Unsupported(\"" + databaseType + "\")";
    }
}
