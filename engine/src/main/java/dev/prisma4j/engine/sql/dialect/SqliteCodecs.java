package dev.prisma4j.engine.sql.dialect;

import dev.prisma4j.engine.error.Errors;
import dev.prisma4j.engine.sql.Codec;
import dev.prisma4j.engine.sql.Getter;
import dev.prisma4j.engine.value.Json;
import dev.prisma4j.schema.model.EnumType;
import dev.prisma4j.schema.model.FieldType;
import dev.prisma4j.schema.model.ScalarType;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Values on SQLite, which has only integers, reals, texts and blobs: DateTime is ISO text (numbers of milliseconds, as
 * older versions of Prisma wrote, are read too), Decimal a number, Json and enums text. Long lists travel as JSON.
 */
final class SqliteCodecs {
    static final Codec INT = new IntCodec();
    static final Codec BIG_INT = new LongCodec();
    static final Codec FLOAT = new DoubleCodec();
    static final Codec DECIMAL = new DecimalCodec();
    static final Codec BOOLEAN = new BooleanCodec();
    static final Codec STRING = SqliteTexts.ANY.string;
    static final Codec DATE_TIME = SqliteTexts.ANY.dateTime;
    static final Codec JSON = SqliteTexts.ANY.json;
    static final Codec BYTES = new BytesCodec();

    private SqliteCodecs() {}

    /** @param texts how texts are read in the database */
    static Codec of(FieldType type, SqliteTexts texts) {
        if (type instanceof EnumType enumType) {
            return texts.ofEnum(enumType);
        }
        if (type instanceof ScalarType scalar) {
            return switch (scalar) {
                case INT -> INT;
                case BIG_INT -> BIG_INT;
                case FLOAT -> FLOAT;
                case DECIMAL -> DECIMAL;
                case BOOLEAN -> BOOLEAN;
                case STRING -> texts.string;
                case DATE_TIME -> texts.dateTime;
                case JSON -> texts.json;
                case BYTES -> BYTES;
            };
        }
        throw Errors.unsupported("columns of type " + type.text());
    }

    /** What all share: NULL, and lists as a JSON array. */
    abstract static class Base implements Codec {
        @Override
        public final void bindNull(PreparedStatement statement, int index) throws SQLException {
            statement.setNull(index, Types.NULL);
        }

        @Override
        public final void bindList(PreparedStatement statement, int index, List<?> values) throws SQLException {
            statement.setString(index, array(this, values));
        }
    }

    /** Values as a JSON array; whole numbers, which are most of what is ever looked up, without detours. */
    private static String array(Base codec, List<?> values) {
        StringBuilder text = new StringBuilder(values.size() * 8 + 2).append('[');
        for (Object value : values) {
            if (text.length() > 1) {
                text.append(',');
            }
            Object number = codec.shown(value);
            if (number instanceof Integer || number instanceof Long) {
                text.append(((Number) number).longValue());
            } else {
                return Json.of(values.stream().map(codec::shown).toList()).text();
            }
        }
        return text.append(']').toString();
    }

    /** SQLite's integers have 64 bits, whatever the schema says: what does not fit an Int is read as a Long. */
    private static final class IntCodec extends Base implements PlainCodecs.OfInt {
        @Override
        public @Nullable Object read(ResultSet rows, int column) throws SQLException {
            long value = rows.getLong(column);
            if (value != (int) value) {
                return value;
            }
            return value == 0 ? zero(rows.getObject(column)) : (Object) (int) value;
        }

        /** SQLite takes a text that is no number for 0. */
        private static @Nullable Object zero(@Nullable Object told) {
            if (told instanceof String text) {
                throw Errors.inconsistentColumnData(null, "Expected an integer, got the text: " + text, null);
            }
            return told == null ? null : (Object) 0;
        }

        @Override
        public Getter getter() {
            return Getter.WIDE_INT;
        }

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
        @Override
        public Object shown(Object value) {
            return Values.toDouble(value);
        }
    }

    private static final class DecimalCodec extends Base {
        @Override
        public @Nullable Object read(ResultSet rows, int column) throws SQLException {
            Object value = rows.getObject(column);
            if (value == null) {
                return null;
            }
            if (value instanceof Double number) {
                return BigDecimal.valueOf(number);
            }
            if (value instanceof Number number) {
                return BigDecimal.valueOf(number.longValue());
            }
            try {
                return new BigDecimal(value.toString());
            } catch (NumberFormatException e) {
                throw Errors.inconsistentColumnData(null, "Could not read a Decimal from the text: " + value, e);
            }
        }

        /** As a number, so that it compares as one even where no column's affinity helps. */
        @Override
        public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
            BigDecimal number = Values.toDecimal(value);
            BigDecimal plain = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
            if (plain.scale() <= 0 && plain.precision() - plain.scale() <= 18) {
                statement.setLong(index, number.longValueExact());
            } else {
                statement.setDouble(index, number.doubleValue());
            }
        }

        @Override
        public Object shown(Object value) {
            return Values.toDecimal(value);
        }

        @Override
        public Object ofText(String text) {
            boolean real = text.indexOf('.') >= 0 || text.indexOf('e') >= 0;
            return real ? BigDecimal.valueOf(Double.parseDouble(text)) : new BigDecimal(text);
        }
    }

    private static final class BooleanCodec extends Base {
        @Override
        public @Nullable Object read(ResultSet rows, int column) throws SQLException {
            boolean value = rows.getInt(column) != 0;
            return !value && rows.wasNull() ? null : value;
        }

        @Override
        public Getter getter() {
            return Getter.BOOLEAN;
        }

        @Override
        public boolean readBoolean(ResultSet rows, int column) throws SQLException {
            return rows.getInt(column) != 0;
        }

        @Override
        public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
            statement.setInt(index, Values.toBoolean(value) ? 1 : 0);
        }

        @Override
        public Object shown(Object value) {
            return Values.toBoolean(value) ? 1 : 0;
        }

        @Override
        public Object ofText(String text) {
            return !text.equals("0");
        }
    }

    private static final class BytesCodec extends Base implements PlainCodecs.OfBytes {}
}
