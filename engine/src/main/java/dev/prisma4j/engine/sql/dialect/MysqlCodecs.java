package dev.prisma4j.engine.sql.dialect;

import dev.prisma4j.engine.error.Errors;
import dev.prisma4j.engine.sql.Codec;
import dev.prisma4j.engine.sql.Getter;
import dev.prisma4j.engine.value.Json;
import dev.prisma4j.schema.model.EnumType;
import dev.prisma4j.schema.model.NativeType;
import dev.prisma4j.schema.model.ScalarField;
import dev.prisma4j.schema.model.ScalarType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Values on MySQL and MariaDB. Sessions are in UTC, so that DATETIME and TIMESTAMP columns mean the same.
 */
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

    private static final class IntCodec extends Base implements PlainCodecs.OfInt {
        /** Unsigned columns have numbers that do not fit an Int: they are read as Longs. */
        @Override
        public @Nullable Object read(ResultSet rows, int column) throws SQLException {
            long value = rows.getLong(column);
            if (value != (int) value) {
                return value;
            }
            return value == 0 && rows.wasNull() ? null : (Object) (int) value;
        }

        /** No row may have a wider number, but rows can be compared with one. */
        @Override
        public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
            if (value instanceof Long wide) {
                statement.setLong(index, wide);
            } else {
                statement.setInt(index, Values.toInt(value));
            }
        }
    }

    private static final class LongCodec extends Base implements PlainCodecs.OfLong {}

    private static final class DoubleCodec extends Base implements PlainCodecs.OfDouble {
        private final boolean single;

        DoubleCodec(boolean single) {
            this.single = single;
        }

        @Override
        public Getter getter() {
            return single ? Getter.NONE : Getter.DOUBLE;
        }

        @Override
        public double readDouble(ResultSet rows, int column) throws SQLException {
            return single ? rows.getFloat(column) : rows.getDouble(column);
        }

        @Override
        public Object ofText(String text) {
            double value = Double.parseDouble(text);
            return single ? (double) (float) value : value;
        }
    }

    private static final class DecimalCodec extends Base implements PlainCodecs.OfDecimal {}

    private static final class BooleanCodec extends Base implements PlainCodecs.OfBoolean {}

    private static final class StringCodec extends Base implements PlainCodecs.OfString {}

    private static final class DateTimeCodec extends Base implements PlainCodecs.OfDateTime {}

    private static final class DateCodec extends Base implements PlainCodecs.OfDate {}

    private static final class TimeCodec extends Base implements PlainCodecs.OfTime {}

    private static final class JsonCodec extends Base implements PlainCodecs.OfJson {
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

    private static final class BytesCodec extends Base implements PlainCodecs.OfBytes {}

    private static final class EnumCodec extends Base implements PlainCodecs.OfEnum {
        private final EnumType type;

        EnumCodec(EnumType type) {
            this.type = type;
        }

        @Override
        public EnumType type() {
            return type;
        }
    }
}
