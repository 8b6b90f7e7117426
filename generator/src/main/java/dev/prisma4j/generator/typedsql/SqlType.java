package dev.prisma4j.generator.typedsql;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The type of a parameter or column of a typed query. */
public enum SqlType {
    INT("Int", "int", "java.lang.Integer", "int"),
    BIG_INT("BigInt", "bigint", "java.lang.Long", "long"),
    FLOAT("Float", "double", "java.lang.Double", "double"),
    DECIMAL("Decimal", "decimal", "java.math.BigDecimal", null),
    BOOLEAN("Boolean", "bool", "java.lang.Boolean", "boolean"),
    STRING("String", "string", "java.lang.String", null),
    DATE_TIME("DateTime", "datetime", "java.time.Instant", null),
    DATE("Date", "date", "java.time.LocalDate", null),
    TIME("Time", "time", "java.time.LocalTime", null),
    BYTES("Bytes", "bytes", "byte[]", null),
    JSON("Json", "json", "dev.prisma4j.engine.value.Json", null),
    UUID("Uuid", "uuid", "java.util.UUID", null),
    UNKNOWN("Unknown", "unknown", "java.lang.Object", null);

    private final String schemaName;
    private final String protocolName;
    private final String javaName;
    private final @Nullable String primitive;

    SqlType(String schemaName, String protocolName, String javaName, @Nullable String primitive) {
        this.schemaName = schemaName;
        this.protocolName = protocolName;
        this.javaName = javaName;
        this.primitive = primitive;
    }

    /** The name in comments, as in {@code {Int}}. */
    public String schemaName() {
        return schemaName;
    }

    /** The name that other generators get. */
    public String protocolName(boolean list) {
        return list ? protocolName + "-array" : protocolName;
    }

    /** The class of a value. */
    public String javaName() {
        return javaName;
    }

    /** The primitive type, or null. */
    public @Nullable String primitive() {
        return primitive;
    }

    /** The type that comments call that, or null. */
    static @Nullable SqlType of(String schemaName) {
        return Arrays.stream(values())
                .filter(type -> type != UNKNOWN && type.schemaName.equals(schemaName))
                .findFirst()
                .orElse(null);
    }

    static List<String> names() {
        return Arrays.stream(values())
                .filter(type -> type != UNKNOWN)
                .map(SqlType::schemaName)
                .toList();
    }

    /** The type that a driver or database calls that; array types as their element. */
    static SqlType ofDatabase(String typeName) {
        String name = typeName.toLowerCase(Locale.ROOT)
                .replaceAll("^_", "")
                .replaceAll("\\(.*", "")
                .strip();
        String plain = name.replace(" unsigned", "").replace(" zerofill", "");
        return switch (plain) {
            case "int",
                    "int2",
                    "int4",
                    "integer",
                    "smallint",
                    "mediumint",
                    "tinyint",
                    "serial",
                    "smallserial",
                    "year" ->
                plain.equals("int") && name.endsWith("unsigned") || name.equals("integer unsigned") ? BIG_INT : INT;
            case "bigint", "int8", "bigserial", "oid" -> BIG_INT;
            case "real", "float", "float4", "float8", "double", "double precision" -> FLOAT;
            case "numeric", "decimal", "money" -> DECIMAL;
            case "bool", "boolean", "bit" -> BOOLEAN;
            case "timestamp", "timestamptz", "datetime", "timestamp with time zone", "timestamp without time zone" ->
                DATE_TIME;
            case "date" -> DATE;
            case "time", "timetz" -> TIME;
            case "bytea", "blob", "tinyblob", "mediumblob", "longblob", "binary", "varbinary" -> BYTES;
            case "json", "jsonb" -> JSON;
            case "uuid" -> UUID;
            case "", "null", "unknown" -> UNKNOWN;
            default -> STRING;
        };
    }
}
