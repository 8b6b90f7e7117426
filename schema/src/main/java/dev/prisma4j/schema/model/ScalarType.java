package dev.prisma4j.schema.model;

import java.util.Optional;

/** The built-in scalar types of the schema language. */
public enum ScalarType implements FieldType {
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

    ScalarType(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }

    /** The scalar type of that spelling, letter case included. */
    public static Optional<ScalarType> of(String text) {
        for (ScalarType type : values()) {
            if (type.text.equals(text)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
