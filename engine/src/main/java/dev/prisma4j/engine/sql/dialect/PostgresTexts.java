package dev.prisma4j.engine.sql.dialect;

import dev.prisma4j.engine.value.Json;
import dev.prisma4j.schema.model.EnumType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Texts, bytes and what PostgreSQL takes as text. */
final class PostgresTexts {
    private PostgresTexts() {}

    static final class StringCodec extends PostgresCodec implements PlainCodecs.OfString {
        private final boolean untyped;

        StringCodec(boolean untyped) {
            this.untyped = untyped;
        }

        @Override
        public @Nullable String columnArray() {
            return untyped ? null : "text[]";
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
        public Object ofText(String text) {
            return text;
        }
    }

    static final class UuidCodec extends PostgresCodec {
        @Override
        public String columnArray() {
            return "uuid[]";
        }

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
        public Object ofText(String text) {
            return UUID.fromString(text);
        }
    }

    /** Json values; {@code @db.Json} columns cannot be compared as they are. */
    static final class JsonCodec extends PostgresCodec implements PlainCodecs.OfJson {
        private final boolean binary;

        JsonCodec(boolean binary) {
            this.binary = binary;
        }

        @Override
        public String columnArray() {
            return binary ? "jsonb[]" : "json[]";
        }

        boolean isBinary() {
            return binary;
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
        public Object ofText(String text) {
            return Json.ofText(text);
        }
    }

    static final class BytesCodec extends PostgresCodec implements PlainCodecs.OfBytes {
        @Override
        public String columnArray() {
            return "bytea[]";
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
        public Object ofText(String text) {
            return HexFormat.of().parseHex(text.substring(2));
        }
    }

    static final class EnumCodec extends PostgresCodec implements PlainCodecs.OfEnum {
        private final EnumType type;

        EnumCodec(EnumType type) {
            this.type = type;
        }

        @Override
        public EnumType type() {
            return type;
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
        public Object ofText(String text) {
            return EnumNames.read(type, text);
        }
    }

    /** A list in the user's own SQL, where no column tells the type of its elements. */
    static final class RawListCodec extends PostgresCodec {
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
                    PostgresArrays.quote(((PostgresCodec) PostgresDialect.RAW.of(element)).text(element), text);
                }
            }
            return text.append('}').toString();
        }

        @Override
        public Object ofText(String text) {
            return text;
        }
    }
}
