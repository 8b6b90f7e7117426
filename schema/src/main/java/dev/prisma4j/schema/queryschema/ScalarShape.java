package dev.prisma4j.schema.queryschema;

import dev.prisma4j.schema.model.ScalarType;

/** The scalar types of queries and results. */
public enum ScalarShape implements InputType, OutputType {
    NULL("Null"),
    STRING("String"),
    BOOLEAN("Boolean"),
    INT("Int"),
    BIG_INT("BigInt"),
    FLOAT("Float"),
    DECIMAL("Decimal"),
    DATE_TIME("DateTime"),
    JSON("Json"),
    BYTES("Bytes");

    private final String text;

    ScalarShape(String text) {
        this.text = text;
    }

    @Override
    public String typeName() {
        return text;
    }

    @Override
    public String toString() {
        return text;
    }

    /** The shape of values of a built-in scalar type. */
    public static ScalarShape of(ScalarType type) {
        return switch (type) {
            case STRING -> STRING;
            case BOOLEAN -> BOOLEAN;
            case INT -> INT;
            case BIG_INT -> BIG_INT;
            case FLOAT -> FLOAT;
            case DECIMAL -> DECIMAL;
            case DATE_TIME -> DATE_TIME;
            case JSON -> JSON;
            case BYTES -> BYTES;
        };
    }
}
