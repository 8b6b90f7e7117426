package dev.prisma4j.engine.sql.dialect;

import dev.prisma4j.engine.sql.Getter;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/** Numbers and truth values on PostgreSQL. */
final class PostgresNumbers {
    private PostgresNumbers() {}

    static final class IntCodec extends PostgresCodec implements PlainCodecs.OfInt {
        @Override
        public String columnArray() {
            return "int4[]";
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
        void append(Object value, StringBuilder list) {
            list.append(Values.toInt(value));
        }

        @Override
        public Object ofText(String text) {
            return Integer.valueOf(text);
        }
    }

    static final class OidCodec extends PostgresCodec {
        @Override
        public @Nullable Object read(ResultSet rows, int column) throws SQLException {
            long value = rows.getLong(column);
            if (value != (int) value) {
                return value; // an oid is unsigned
            }
            return value == 0 && rows.wasNull() ? null : (Object) (int) value;
        }

        @Override
        public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
            untyped(statement, index, text(value));
        }

        @Override
        String text(Object value) {
            return Long.toString(Values.toLong(value));
        }

        @Override
        public Object ofText(String text) {
            return Integer.parseUnsignedInt(text);
        }
    }

    static final class LongCodec extends PostgresCodec implements PlainCodecs.OfLong {
        @Override
        public String columnArray() {
            return "int8[]";
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
        void append(Object value, StringBuilder list) {
            list.append(Values.toLong(value));
        }

        @Override
        public Object ofText(String text) {
            return Long.valueOf(text);
        }
    }

    static final class DoubleCodec extends PostgresCodec {
        private final boolean real;

        DoubleCodec(boolean real) {
            this.real = real;
        }

        @Override
        public @Nullable Object read(ResultSet rows, int column) throws SQLException {
            double value = readDouble(rows, column);
            return value == 0 && rows.wasNull() ? null : value;
        }

        @Override
        public Getter getter() {
            return real ? Getter.NONE : Getter.DOUBLE;
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

        /** Not those of four bytes: their text is that of the double, which may round otherwise. */
        @Override
        public @Nullable String columnArray() {
            return real ? null : "float8[]";
        }

        @Override
        String text(Object value) {
            return Double.toString(Values.toDouble(value));
        }

        @Override
        public Object ofText(String text) {
            return Double.valueOf(text);
        }
    }

    static final class DecimalCodec extends PostgresCodec implements PlainCodecs.OfDecimal {
        @Override
        public String columnArray() {
            return "numeric[]";
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
        public Object ofText(String text) {
            return new BigDecimal(text);
        }
    }

    static final class MoneyCodec extends PostgresCodec {
        @Override
        public @Nullable Object read(ResultSet rows, int column) throws SQLException {
            String text = rows.getString(column);
            return text == null ? null : ofText(text);
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
        public Object ofText(String text) {
            boolean negative = text.startsWith("-") || text.startsWith("(");
            BigDecimal number = new BigDecimal(text.replaceAll("[^0-9.]", ""));
            return negative ? number.negate() : number;
        }
    }

    static final class BooleanCodec extends PostgresCodec implements PlainCodecs.OfBoolean {
        @Override
        public String columnArray() {
            return "bool[]";
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
        public Object ofText(String text) {
            return text.equals("t") || text.equals("true");
        }
    }
}
