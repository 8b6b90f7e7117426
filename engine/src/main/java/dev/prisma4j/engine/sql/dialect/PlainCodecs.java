package dev.prisma4j.engine.sql.dialect;

import dev.prisma4j.engine.sql.Codec;
import dev.prisma4j.engine.sql.Getter;
import dev.prisma4j.engine.value.Json;
import dev.prisma4j.schema.model.EnumType;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * How most drivers carry the types that JDBC has a method for. A codec of a database takes from here what is not special
 * there.
 */
final class PlainCodecs {
    private PlainCodecs() {}

    interface OfInt extends Codec {
        @Override
        default @Nullable Object read(ResultSet rows, int column) throws SQLException {
            int value = rows.getInt(column);
            return value == 0 && rows.wasNull() ? null : value;
        }

        @Override
        default Getter getter() {
            return Getter.INT;
        }

        @Override
        default int readInt(ResultSet rows, int column) throws SQLException {
            return rows.getInt(column);
        }

        @Override
        default void bind(PreparedStatement statement, int index, Object value) throws SQLException {
            statement.setInt(index, Values.toInt(value));
        }

        @Override
        default Object ofText(String text) {
            return Integer.valueOf(text);
        }
    }

    interface OfLong extends Codec {
        @Override
        default @Nullable Object read(ResultSet rows, int column) throws SQLException {
            long value = rows.getLong(column);
            return value == 0 && rows.wasNull() ? null : value;
        }

        @Override
        default Getter getter() {
            return Getter.LONG;
        }

        @Override
        default long readLong(ResultSet rows, int column) throws SQLException {
            return rows.getLong(column);
        }

        @Override
        default void bind(PreparedStatement statement, int index, Object value) throws SQLException {
            statement.setLong(index, Values.toLong(value));
        }

        @Override
        default Object ofText(String text) {
            return Long.valueOf(text);
        }
    }

    interface OfDouble extends Codec {
        @Override
        default @Nullable Object read(ResultSet rows, int column) throws SQLException {
            double value = readDouble(rows, column);
            return value == 0 && rows.wasNull() ? null : value;
        }

        @Override
        default Getter getter() {
            return Getter.DOUBLE;
        }

        @Override
        default double readDouble(ResultSet rows, int column) throws SQLException {
            return rows.getDouble(column);
        }

        @Override
        default void bind(PreparedStatement statement, int index, Object value) throws SQLException {
            statement.setDouble(index, Values.toDouble(value));
        }

        @Override
        default Object ofText(String text) {
            return Double.valueOf(text);
        }
    }

    interface OfDecimal extends Codec {
        @Override
        default @Nullable Object read(ResultSet rows, int column) throws SQLException {
            return rows.getBigDecimal(column);
        }

        @Override
        default void bind(PreparedStatement statement, int index, Object value) throws SQLException {
            statement.setBigDecimal(index, Values.toDecimal(value));
        }

        @Override
        default Object ofText(String text) {
            return new BigDecimal(text);
        }
    }

    interface OfBoolean extends Codec {
        @Override
        default @Nullable Object read(ResultSet rows, int column) throws SQLException {
            boolean value = rows.getBoolean(column);
            return !value && rows.wasNull() ? null : value;
        }

        @Override
        default Getter getter() {
            return Getter.BOOLEAN;
        }

        @Override
        default boolean readBoolean(ResultSet rows, int column) throws SQLException {
            return rows.getBoolean(column);
        }

        @Override
        default void bind(PreparedStatement statement, int index, Object value) throws SQLException {
            statement.setBoolean(index, Values.toBoolean(value));
        }

        @Override
        default Object ofText(String text) {
            return !text.equals("0");
        }
    }

    interface OfString extends Codec {
        @Override
        default @Nullable Object read(ResultSet rows, int column) throws SQLException {
            return rows.getString(column);
        }

        @Override
        default Getter getter() {
            return Getter.STRING;
        }

        @Override
        default @Nullable String readString(ResultSet rows, int column) throws SQLException {
            return rows.getString(column);
        }

        @Override
        default void bind(PreparedStatement statement, int index, Object value) throws SQLException {
            statement.setString(index, Values.toText(value));
        }

        @Override
        default Object ofText(String text) {
            return text;
        }
    }

    interface OfDateTime extends Codec {
        @Override
        default @Nullable Object read(ResultSet rows, int column) throws SQLException {
            LocalDateTime value = rows.getObject(column, LocalDateTime.class);
            return value == null ? null : value.toInstant(ZoneOffset.UTC);
        }

        @Override
        default void bind(PreparedStatement statement, int index, Object value) throws SQLException {
            statement.setObject(index, Values.toLocalDateTime(value));
        }

        @Override
        default Object ofText(String text) {
            return IsoTime.parse(text);
        }
    }

    interface OfDate extends Codec {
        @Override
        default @Nullable Object read(ResultSet rows, int column) throws SQLException {
            return rows.getObject(column, LocalDate.class);
        }

        @Override
        default void bind(PreparedStatement statement, int index, Object value) throws SQLException {
            statement.setObject(index, Values.toLocalDate(value));
        }

        @Override
        default Object ofText(String text) {
            return LocalDate.parse(text);
        }
    }

    interface OfTime extends Codec {
        @Override
        default @Nullable Object read(ResultSet rows, int column) throws SQLException {
            return rows.getObject(column, LocalTime.class);
        }

        @Override
        default void bind(PreparedStatement statement, int index, Object value) throws SQLException {
            statement.setObject(index, Values.toLocalTime(value));
        }

        @Override
        default Object ofText(String text) {
            return LocalTime.parse(text);
        }
    }

    interface OfJson extends Codec {
        @Override
        default @Nullable Object read(ResultSet rows, int column) throws SQLException {
            String text = rows.getString(column);
            return text == null ? null : Json.ofText(text);
        }

        @Override
        default void bind(PreparedStatement statement, int index, Object value) throws SQLException {
            statement.setString(index, Values.toJson(value));
        }

        @Override
        default Object ofText(String text) {
            return Json.ofText(text);
        }
    }

    interface OfBytes extends Codec {
        @Override
        default @Nullable Object read(ResultSet rows, int column) throws SQLException {
            return rows.getBytes(column);
        }

        @Override
        default void bind(PreparedStatement statement, int index, Object value) throws SQLException {
            statement.setBytes(index, Values.toBytes(value));
        }

        @Override
        default Object ofText(String text) {
            return HexFormat.of().parseHex(text);
        }
    }

    /** Enums as text, under the names they are stored with. */
    interface OfEnum extends Codec {
        EnumType type();

        @Override
        default @Nullable Object read(ResultSet rows, int column) throws SQLException {
            String text = rows.getString(column);
            return text == null ? null : EnumNames.read(type(), text);
        }

        @Override
        default void bind(PreparedStatement statement, int index, Object value) throws SQLException {
            statement.setString(index, Values.toEnum(type(), value));
        }

        @Override
        default Object ofText(String text) {
            return EnumNames.read(type(), text);
        }
    }
}
