package dev.prisma4j.engine.sql.dialect;

import dev.prisma4j.engine.error.Errors;
import dev.prisma4j.engine.sql.Codec;
import dev.prisma4j.engine.value.Json;
import dev.prisma4j.schema.model.EnumType;
import dev.prisma4j.schema.model.NativeType;
import dev.prisma4j.schema.model.ScalarField;
import dev.prisma4j.schema.model.ScalarType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Values on MySQL and MariaDB. Sessions are in UTC, so that DATETIME and TIMESTAMP columns mean the same. */
final class MysqlCodecs {
    static final Codec INT = new IntCodec();
    static final Codec BIG_INT = new LongCodec();
    static final Codec FLOAT = new DoubleCodec(false);
    static final Codec SINGLE = new DoubleCodec(true);
    static final Codec DECIMAL = new DecimalCodec();
    static final Codec BOOLEAN = new BooleanCodec();
    static final Codec STRING = new StringCodec();
    static final Codec DATE_TIME = new DateTimeCodec();
    static final Codec DATE = new DateCodec();
    static final Codec TIME = new TimeCodec();
    static final Codec JSON = new JsonCodec();
    static final Codec JSON_SCALAR = new JsonScalarCodec();
    static final Codec BYTES = new BytesCodec();

    private MysqlCodecs() {}

    static Codec of(ScalarField field) {
        String nativeType = field.nativeType().map(NativeType::name).orElse("");
        if (field.type() instanceof EnumType enumType) {
            return new EnumCodec(enumType);
        }
        ScalarType scalar = field.scalarType()
                .orElseThrow(() ->
                        Errors.unsupported("columns of type " + field.type().text()));
        return switch (scalar) {
            case INT -> INT;
            case BIG_INT -> BIG_INT;
            case FLOAT -> nativeType.equals("Float") ? SINGLE : FLOAT;
            case DECIMAL -> DECIMAL;
            case BOOLEAN -> BOOLEAN;
            case STRING -> STRING;
            case DATE_TIME -> nativeType.equals("Date") ? DATE : nativeType.equals("Time") ? TIME : DATE_TIME;
            case JSON -> JSON;
            case BYTES -> BYTES;
        };
    }

    private abstract static class Base implements Codec {
        @Override
        public final void bindNull(PreparedStatement statement, int index) throws SQLException {
            statement.setNull(index, Types.NULL);
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
    }

    private static final class DoubleCodec extends Base {
        private final boolean single;

        DoubleCodec(boolean single) {
            this.single = single;
        }

        @Override
        public @Nullable Object read(ResultSet rows, int column) throws SQLException {
            double value = readDouble(rows, column);
            return value == 0 && rows.wasNull() ? null : value;
        }

        @Override
        public double readDouble(ResultSet rows, int column) throws SQLException {
            return single ? Double.parseDouble(Float.toString(rows.getFloat(column))) : rows.getDouble(column);
        }

        @Override
        public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
            statement.setDouble(index, Values.toDouble(value));
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
    }

    private static final class StringCodec extends Base {
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
            statement.setString(index, Values.toText(value));
        }
    }

    private static final class DateTimeCodec extends Base {
        @Override
        public @Nullable Object read(ResultSet rows, int column) throws SQLException {
            LocalDateTime value = rows.getObject(column, LocalDateTime.class);
            return value == null ? null : value.toInstant(ZoneOffset.UTC);
        }

        @Override
        public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
            statement.setObject(index, Values.toLocalDateTime(value));
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
    }

    private static final class TimeCodec extends Base {
        @Override
        public @Nullable Object read(ResultSet rows, int column) throws SQLException {
            return rows.getObject(column, LocalTime.class);
        }

        @Override
        public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
            statement.setObject(index, Values.toLocalTime(value));
        }
    }

    private static final class JsonCodec extends Base {
        @Override
        public @Nullable Object read(ResultSet rows, int column) throws SQLException {
            String text = rows.getString(column);
            return text == null ? null : Json.ofText(text);
        }

        @Override
        public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
            statement.setString(index, Values.toJson(value));
        }

        @Override
        public Object shown(Object value) {
            return Values.toJson(value);
        }
    }

    /** A number or string of JSON as a number or string of SQL, for comparing what is greater. */
    private static final class JsonScalarCodec extends Base {
        @Override
        public @Nullable Object read(ResultSet rows, int column) throws SQLException {
            return rows.getString(column);
        }

        @Override
        public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
            JsonNode tree = Json.ofText(Values.toJson(value)).tree();
            if (tree.isNumber()) {
                statement.setBigDecimal(index, tree.decimalValue());
            } else {
                statement.setString(index, tree.isString() ? tree.asString() : tree.toString());
            }
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
            statement.setString(index, Values.toEnum(type, value));
        }
    }
}
