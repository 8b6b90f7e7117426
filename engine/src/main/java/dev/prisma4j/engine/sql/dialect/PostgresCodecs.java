package dev.prisma4j.engine.sql.dialect;

import dev.prisma4j.engine.error.Errors;
import dev.prisma4j.engine.sql.Codec;
import dev.prisma4j.schema.model.EnumType;
import dev.prisma4j.schema.model.NativeType;
import dev.prisma4j.schema.model.ScalarField;
import dev.prisma4j.schema.model.ScalarType;

/**
 * Values on PostgreSQL. Types that JDBC has no word for (enums, json, citext, inet, ..) are sent as text of no type, so
 * that the server takes them for what the column is; lists are sent in the same way as array literals.
 */
final class PostgresCodecs {
    static final Codec INT = new PostgresNumbers.IntCodec();
    static final Codec BIG_INT = new PostgresNumbers.LongCodec();
    static final Codec FLOAT = new PostgresNumbers.DoubleCodec(false);
    static final Codec REAL = new PostgresNumbers.DoubleCodec(true);
    static final Codec DECIMAL = new PostgresNumbers.DecimalCodec();
    static final Codec MONEY = new PostgresNumbers.MoneyCodec();
    static final Codec BOOLEAN = new PostgresNumbers.BooleanCodec();
    static final Codec STRING = new PostgresTexts.StringCodec(false);
    static final Codec UNTYPED = new PostgresTexts.StringCodec(true);
    static final Codec TIMESTAMP = new PostgresTimes.TimestampCodec();
    static final Codec TIMESTAMPTZ = new PostgresTimes.TimestamptzCodec();
    static final Codec DATE = new PostgresTimes.DateCodec();
    static final Codec TIME = new PostgresTimes.TimeCodec(false);
    static final Codec TIMETZ = new PostgresTimes.TimeCodec(true);
    static final Codec JSON = new PostgresTexts.JsonCodec(false);
    static final Codec JSONB = new PostgresTexts.JsonCodec(true);
    static final Codec BYTES = new PostgresTexts.BytesCodec();
    static final Codec UUID_TYPE = new PostgresTexts.UuidCodec();
    static final Codec UNTYPED_INT = new PostgresNumbers.OidCodec();
    static final Codec RAW_LIST = new PostgresTexts.RawListCodec();
    static final Codec RAW_INSTANT = new PostgresTimes.RawInstantCodec();

    private PostgresCodecs() {}

    static PostgresCodec of(ScalarField field) {
        String nativeType = field.nativeType().map(NativeType::name).orElse("");
        if (field.type() instanceof EnumType enumType) {
            return new PostgresTexts.EnumCodec(enumType);
        }
        ScalarType scalar = field.scalarType()
                .orElseThrow(() ->
                        Errors.unsupported("columns of type " + field.type().text()));
        Codec codec = switch (scalar) {
            case INT -> nativeType.equals("Oid") ? UNTYPED_INT : INT;
            case BIG_INT -> BIG_INT;
            case FLOAT -> nativeType.equals("Real") ? REAL : FLOAT;
            case DECIMAL -> nativeType.equals("Money") ? MONEY : DECIMAL;
            case BOOLEAN -> BOOLEAN;
            case STRING ->
                switch (nativeType) {
                    case "Uuid" -> UUID_TYPE;
                    case "", "Text", "VarChar" -> STRING;
                    default -> UNTYPED;
                };
            case DATE_TIME ->
                switch (nativeType) {
                    case "Timestamptz" -> TIMESTAMPTZ;
                    case "Date" -> DATE;
                    case "Time" -> TIME;
                    case "Timetz" -> TIMETZ;
                    default -> TIMESTAMP;
                };
            case JSON -> nativeType.equals("Json") ? JSON : JSONB;
            case BYTES -> BYTES;
        };
        return (PostgresCodec) codec;
    }
}
