package dev.prisma4j.engine.sql.dialect;

import dev.prisma4j.engine.error.Errors;
import dev.prisma4j.engine.sql.Codec;
import dev.prisma4j.engine.value.Json;
import dev.prisma4j.schema.model.EnumType;
import dev.prisma4j.schema.model.NativeType;
import dev.prisma4j.schema.model.ScalarField;
import dev.prisma4j.schema.model.ScalarType;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Values on PostgreSQL. Types that JDBC has no word for (enums, json, citext, inet, ..) are sent as text of no type, so
 * that the server takes them for what the column is; lists are sent in the same way as array literals.
 */
final class PostgresCodecs {
    static final Codec INT = new IntCodec();
    static final Codec BIG_INT = new LongCodec();
    static final Codec FLOAT = new DoubleCodec(false);
    static final Codec REAL = new DoubleCodec(true);
    static final Codec DECIMAL = new DecimalCodec();
    static final Codec MONEY = new MoneyCodec();
    static final Codec BOOLEAN = new BooleanCodec();
    static final Codec STRING = new StringCodec(false);
    static final Codec UNTYPED = new StringCodec(true);
    static final Codec TIMESTAMP = new TimestampCodec();
    static final Codec TIMESTAMPTZ = new TimestamptzCodec();
    static final Codec DATE = new DateCodec();
    static final Codec TIME = new TimeCodec(false);
    static final Codec TIMETZ = new TimeCodec(true);
    static final Codec JSON = new JsonCodec(false);
    static final Codec JSONB = new JsonCodec(true);
    static final Codec BYTES = new BytesCodec();
    static final Codec UUID_TYPE = new UuidCodec();

    private PostgresCodecs() {}

    static Base of(ScalarField field) {
        String nativeType = field.nativeType().map(NativeType::name).orElse("");
        if (field.type() instanceof EnumType enumType) {
            return new EnumCodec(enumType);
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
        return (Base) codec;
    }

    static final Codec UNTYPED_INT = new OidCodec();

    /** What all share: NULL of no type, lists as array literals, elements of arrays from text. */
    abstract static class Base implements Codec {
        @Override
        public void bindNull(PreparedStatement statement, int index) throws SQLException {
            statement.setNull(index, Types.OTHER);
        }

        @Override
        public final void bindList(PreparedStatement statement, int index, List<?> values) throws SQLException {
            untyped(statement, index, literal(values));
        }

        /** The array literal of values. */
        final String literal(List<?> values) {
            StringBuilder text = new StringBuilder("{");
            for (Object value : values) {
                text.append(text.length() > 1 ? "," : "");
                if (value == null) {
                    text.append("NULL");
                } else {
                    PostgresArrays.quote(text(value), text);
                }
            }
            return text.append('}').toString();
        }

        /** The value as PostgreSQL writes it. */
        abstract String text(Object value);

        /** The value of what PostgreSQL wrote. */
        abstract Object parse(String text);

        @Override
        public Object shown(Object value) {
            return text(value);
        }

        static void untyped(PreparedStatement statement, int index, String text) throws SQLException {
            statement.setObject(index, text, Types.OTHER);
        }
    }

    /** A column with a list. */
    static final class ListCodec extends Base {
        private final Base element;

        ListCodec(Base element) {
            this.element = element;
        }

        @Override
        public @Nullable Object read(ResultSet rows, int column) throws SQLException {
            String text = rows.getString(column);
            return text == null ? null : parse(text);
        }

        @Override
        public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
            untyped(statement, index, text(value));
        }

        @Override
        String text(Object value) {
            if (value instanceof List<?> list) {
                return element.literal(list);
            }
            throw Values.wrongType(value, "a list");
        }

        @Override
        Object parse(String text) {
            List<Object> values = new ArrayList<>();
            for (String part : PostgresArrays.parse(text)) {
                if (part != null) {
                    values.add(element.parse(part));
                }
            }
            return values;
        }
    }

    private static final class IntCodec extends Base {
        @Override
        public @Nullable Object read(ResultSet rows, int column) throws SQLException {
            int value = rows.getInt(column);
            return value == 0 && rows.wasNull() ? null : value;
        }

        @Override
        public int readInt(ResultSet rows, int column) throws SQLException {
            return rows.getInt(column);
        }

        @Override
        public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
            statement.setInt(index, Values.toInt(value));
        }

        @Override
        public void bindNull(PreparedStatement statement, int index) throws SQLException {
            statement.setNull(index, Types.INTEGER);
        }

        @Override
        String text(Object value) {
            return Integer.toString(Values.toInt(value));
        }

        @Override
        Object parse(String text) {
            return Integer.valueOf(text);
        }
    }

    private static final class OidCodec extends Base {
        @Override
        public @Nullable Object read(ResultSet rows, int column) throws SQLException {
            long value = rows.getLong(column);
            return value == 0 && rows.wasNull() ? null : Math.toIntExact(value);
        }

        @Override
        public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
            untyped(statement, index, text(value));
        }

        @Override
        String text(Object value) {
            return Integer.toString(Values.toInt(value));
        }

        @Override
        Object parse(String text) {
            return Integer.valueOf(text);
        }
    }

    private static final class LongCodec extends Base {
        @Override
        public @Nullable Object read(ResultSet rows, int column) throws SQLException {
            long value = rows.getLong(column);
            return value == 0 && rows.wasNull() ? null : value;
        }

        @Override
        public long readLong(ResultSet rows, int column) throws SQLException {
            return rows.getLong(column);
        }

        @Override
        public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
            statement.setLong(index, Values.toLong(value));
        }

        @Override
        public void bindNull(PreparedStatement statement, int index) throws SQLException {
            statement.setNull(index, Types.BIGINT);
        }

        @Override
        String text(Object value) {
            return Long.toString(Values.toLong(value));
        }

        @Override
        Object parse(String text) {
            return Long.valueOf(text);
        }
    }

    private static final class DoubleCodec extends Base {
        private final boolean real;

        DoubleCodec(boolean real) {
            this.real = real;
        }

        @Override
        public @Nullable Object read(ResultSet rows, int column) throws SQLException {
            double value = readDouble(rows, column);
            return value == 0 && rows.wasNull() ? null : value;
        }

        /** A float4 in the shortest form that stands for it, not as the double with the same bits. */
        @Override
        public double readDouble(ResultSet rows, int column) throws SQLException {
            return real ? Double.parseDouble(Float.toString(rows.getFloat(column))) : rows.getDouble(column);
        }

        @Override
        public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
            if (real) {
                statement.setFloat(index, (float) Values.toDouble(value));
            } else {
                statement.setDouble(index, Values.toDouble(value));
            }
        }

        @Override
        public void bindNull(PreparedStatement statement, int index) throws SQLException {
            statement.setNull(index, real ? Types.REAL : Types.DOUBLE);
        }

        @Override
        String text(Object value) {
            return Double.toString(Values.toDouble(value));
        }

        @Override
        Object parse(String text) {
            return Double.valueOf(text);
        }
    }

    private static final class DecimalCodec extends Base {
        @Override
        public @Nullable Object read(ResultSet rows, int column) throws SQLException {
            return rows.getBigDecimal(column);
        }

        @Override
        public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
            statement.setBigDecimal(index, Values.toDecimal(value));
        }

        @Override
        public void bindNull(PreparedStatement statement, int index) throws SQLException {
            statement.setNull(index, Types.NUMERIC);
        }

        @Override
        String text(Object value) {
            return Values.toDecimal(value).toPlainString();
        }

        @Override
        Object parse(String text) {
            return new BigDecimal(text);
        }
    }

    private static final class MoneyCodec extends Base {
        @Override
        public @Nullable Object read(ResultSet rows, int column) throws SQLException {
            String text = rows.getString(column);
            return text == null ? null : parse(text);
        }

        @Override
        public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
            untyped(statement, index, text(value));
        }

        @Override
        String text(Object value) {
            return Values.toDecimal(value).toPlainString();
        }

        @Override
        Object parse(String text) {
            boolean negative = text.startsWith("-") || text.startsWith("(");
            BigDecimal number = new BigDecimal(text.replaceAll("[^0-9.]", ""));
            return negative ? number.negate() : number;
        }
    }

    private static final class BooleanCodec extends Base {
        @Override
        public @Nullable Object read(ResultSet rows, int column) throws SQLException {
            boolean value = rows.getBoolean(column);
            return !value && rows.wasNull() ? null : value;
        }

        @Override
        public boolean readBoolean(ResultSet rows, int column) throws SQLException {
            return rows.getBoolean(column);
        }

        @Override
        public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
            statement.setBoolean(index, Values.toBoolean(value));
        }

        @Override
        public void bindNull(PreparedStatement statement, int index) throws SQLException {
            statement.setNull(index, Types.BOOLEAN);
        }

        @Override
        String text(Object value) {
            return Boolean.toString(Values.toBoolean(value));
        }

        @Override
        public Object shown(Object value) {
            return value;
        }

        @Override
        Object parse(String text) {
            return text.equals("t") || text.equals("true");
        }
    }

    private static final class StringCodec extends Base {
        private final boolean untyped;

        StringCodec(boolean untyped) {
            this.untyped = untyped;
        }

        @Override
        public @Nullable Object read(ResultSet rows, int column) throws SQLException {
            return rows.getString(column);
        }

        @Override
        public @Nullable String readString(ResultSet rows, int column) throws SQLException {
            return rows.getString(column);
        }

        @Override
        public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
            if (untyped) {
                untyped(statement, index, text(value));
            } else {
                statement.setString(index, text(value));
            }
        }

        @Override
        String text(Object value) {
            return Values.toText(value);
        }

        @Override
        Object parse(String text) {
            return text;
        }
    }

    private static final class UuidCodec extends Base {
        @Override
        public @Nullable Object read(ResultSet rows, int column) throws SQLException {
            return rows.getObject(column);
        }

        @Override
        public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
            statement.setObject(index, Values.toUuid(value));
        }

        @Override
        String text(Object value) {
            return Values.toUuid(value).toString();
        }

        @Override
        Object parse(String text) {
            return UUID.fromString(text);
        }
    }

    private static final DateTimeFormatter TIMESTAMP_TEXT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS");

    private static final class TimestampCodec extends Base {
        @Override
        public @Nullable Object read(ResultSet rows, int column) throws SQLException {
            LocalDateTime value = rows.getObject(column, LocalDateTime.class);
            return value == null ? null : value.toInstant(ZoneOffset.UTC);
        }

        @Override
        public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
            statement.setObject(index, Values.toLocalDateTime(value));
        }

        @Override
        String text(Object value) {
            return TIMESTAMP_TEXT.format(Values.toLocalDateTime(value));
        }

        @Override
        Object parse(String text) {
            return IsoTime.parse(text);
        }
    }

    private static final class TimestamptzCodec extends Base {
        @Override
        public @Nullable Object read(ResultSet rows, int column) throws SQLException {
            OffsetDateTime value = rows.getObject(column, OffsetDateTime.class);
            return value == null ? null : value.toInstant();
        }

        @Override
        public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
            statement.setObject(index, Values.toLocalDateTime(value).atOffset(ZoneOffset.UTC));
        }

        @Override
        String text(Object value) {
            return TIMESTAMP_TEXT.format(Values.toLocalDateTime(value)) + "+00";
        }

        /** {@code 2024-01-02 03:04:05.6+05:30}, also {@code +05} and {@code +05:30:15}. */
        @Override
        Object parse(String text) {
            int sign = Math.max(text.lastIndexOf('+'), text.lastIndexOf('-'));
            LocalDateTime local = LocalDateTime.parse(text.substring(0, sign).replace(' ', 'T'));
            return local.toInstant(ZoneOffset.of(text.substring(sign)));
        }
    }

    private static final class DateCodec extends Base {
        @Override
        public @Nullable Object read(ResultSet rows, int column) throws SQLException {
            return rows.getObject(column, LocalDate.class);
        }

        @Override
        public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
            statement.setObject(index, Values.toLocalDate(value));
        }

        @Override
        String text(Object value) {
            return Values.toLocalDate(value).toString();
        }

        @Override
        Object parse(String text) {
            return LocalDate.parse(text);
        }
    }

    private static final class TimeCodec extends Base {
        private final boolean zoned;

        TimeCodec(boolean zoned) {
            this.zoned = zoned;
        }

        @Override
        public @Nullable Object read(ResultSet rows, int column) throws SQLException {
            if (!zoned) {
                return rows.getObject(column, LocalTime.class);
            }
            OffsetTime time = rows.getObject(column, OffsetTime.class);
            return time == null ? null : utc(time);
        }

        private static LocalTime utc(OffsetTime time) {
            return time.withOffsetSameInstant(ZoneOffset.UTC).toLocalTime();
        }

        @Override
        public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
            LocalTime time = Values.toLocalTime(value);
            statement.setObject(index, zoned ? time.atOffset(ZoneOffset.UTC) : time);
        }

        @Override
        String text(Object value) {
            return Values.toLocalTime(value) + (zoned ? "+00" : "");
        }

        @Override
        Object parse(String text) {
            int sign = Math.max(text.lastIndexOf('+'), text.lastIndexOf('-'));
            return zoned && sign > 0
                    ? utc(LocalTime.parse(text.substring(0, sign)).atOffset(ZoneOffset.of(text.substring(sign))))
                    : LocalTime.parse(text);
        }
    }

    /** Json values; {@code @db.Json} columns cannot be compared as they are. */
    static final class JsonCodec extends Base {
        private final boolean binary;

        JsonCodec(boolean binary) {
            this.binary = binary;
        }

        boolean isBinary() {
            return binary;
        }

        @Override
        public @Nullable Object read(ResultSet rows, int column) throws SQLException {
            String text = rows.getString(column);
            return text == null ? null : Json.ofText(text);
        }

        @Override
        public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
            untyped(statement, index, text(value));
        }

        @Override
        String text(Object value) {
            return Values.toJson(value);
        }

        @Override
        Object parse(String text) {
            return Json.ofText(text);
        }
    }

    private static final class BytesCodec extends Base {
        @Override
        public @Nullable Object read(ResultSet rows, int column) throws SQLException {
            return rows.getBytes(column);
        }

        @Override
        public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
            statement.setBytes(index, Values.toBytes(value));
        }

        @Override
        public void bindNull(PreparedStatement statement, int index) throws SQLException {
            statement.setNull(index, Types.BINARY);
        }

        @Override
        String text(Object value) {
            return "\\x" + HexFormat.of().formatHex(Values.toBytes(value));
        }

        @Override
        Object parse(String text) {
            return HexFormat.of().parseHex(text.substring(2));
        }
    }

    private static final class EnumCodec extends Base {
        private final EnumType type;

        EnumCodec(EnumType type) {
            this.type = type;
        }

        @Override
        public @Nullable Object read(ResultSet rows, int column) throws SQLException {
            String text = rows.getString(column);
            return text == null ? null : EnumNames.read(type, text);
        }

        @Override
        public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
            untyped(statement, index, text(value));
        }

        @Override
        String text(Object value) {
            return Values.toEnum(type, value);
        }

        @Override
        Object parse(String text) {
            return EnumNames.read(type, text);
        }
    }

    /** Values in the user's own SQL, where no column tells the type of a list. */
    static final Codec RAW_LIST = new RawListCodec();

    private static final class RawListCodec extends Base {
        @Override
        public @Nullable Object read(ResultSet rows, int column) throws SQLException {
            return rows.getString(column);
        }

        @Override
        public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
            untyped(statement, index, text(value));
        }

        @Override
        String text(Object value) {
            StringBuilder text = new StringBuilder("{");
            for (Object element : (List<?>) value) {
                text.append(text.length() > 1 ? "," : "");
                if (element == null) {
                    text.append("NULL");
                } else {
                    PostgresArrays.quote(((Base) PostgresDialect.RAW.of(element)).text(element), text);
                }
            }
            return text.append('}').toString();
        }

        @Override
        Object parse(String text) {
            return text;
        }
    }

    /** An instant in the user's own SQL: text with an offset, which suits both kinds of timestamp. */
    static final Codec RAW_INSTANT = new RawInstantCodec();

    private static final class RawInstantCodec extends Base {
        @Override
        public @Nullable Object read(ResultSet rows, int column) throws SQLException {
            return rows.getString(column);
        }

        @Override
        public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
            untyped(statement, index, text(value));
        }

        @Override
        String text(Object value) {
            Instant instant = Values.toInstant(value);
            return TIMESTAMP_TEXT.format(instant.atOffset(ZoneOffset.UTC)) + "+00";
        }

        @Override
        Object parse(String text) {
            return text;
        }
    }
}
