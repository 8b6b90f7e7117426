// How texts are read from SQLite, and what is stored as text there.
package dev.prisma4j.engine.sql.dialect;

import dev.prisma4j.engine.error.Errors;
import dev.prisma4j.engine.sql.Codec;
import dev.prisma4j.engine.sql.Getter;
import dev.prisma4j.engine.value.Json;
import dev.prisma4j.schema.model.EnumType;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The driver makes each text by way of a buffer outside of Java's heap, which takes longer than all the rest of a small
 * row. The bytes of the column come in half that time, and in a database that holds UTF-8 they are the text: of numbers
 * in a text's place as well, which SQLite turns into texts either way.
 */
final class SqliteTexts {
    /** For databases of any encoding. */
    static final SqliteTexts ANY = new SqliteTexts(false);

    /** For databases of which it is known that they hold UTF-8 and always will. */
    static final SqliteTexts UTF8 = new SqliteTexts(true);

    final Codec string = new StringCodec();
    final Codec dateTime = new InstantCodec();
    final Codec json = new JsonCodec();
    private final boolean utf8;

    private SqliteTexts(boolean utf8) {
        this.utf8 = utf8;
    }

    Codec ofEnum(EnumType type) {
        return new EnumCodec(type);
    }

    private @Nullable String read(ResultSet rows, int column) throws SQLException {
        if (!utf8) {
            return rows.getString(column);
        }
        byte[] bytes = rows.getBytes(column);
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }

    private final class StringCodec extends SqliteCodecs.Base implements PlainCodecs.OfString {
        @Override
        public @Nullable Object read(ResultSet rows, int column) throws SQLException {
            return SqliteTexts.this.read(rows, column);
        }

        @Override
        public @Nullable String readString(ResultSet rows, int column) throws SQLException {
            return SqliteTexts.this.read(rows, column);
        }

        @Override
        public Getter getter() {
            return utf8 ? Getter.NONE : Getter.STRING;
        }

        @Override
        public Object shown(Object value) {
            return Values.toText(value);
        }
    }

    private final class InstantCodec extends SqliteCodecs.Base {
        /** Numbers are what older versions of Prisma stored. A text in the common form can be told from them by its dash. */
        @Override
        public @Nullable Object read(ResultSet rows, int column) throws SQLException {
            if (utf8) {
                byte[] bytes = rows.getBytes(column);
                if (bytes == null) {
                    return null;
                }
                if (bytes.length > 4 && bytes[4] == '-') {
                    return parsed(new String(bytes, StandardCharsets.UTF_8));
                }
            }
            Object value = rows.getObject(column);
            if (value instanceof Number millis) {
                return Instant.ofEpochMilli(millis.longValue());
            }
            return value == null ? null : parsed(value.toString());
        }

        private static Instant parsed(String text) {
            try {
                return IsoTime.parse(text);
            } catch (DateTimeException e) {
                throw Errors.inconsistentColumnData(null, "Could not read a DateTime from the text: " + text, e);
            }
        }

        @Override
        public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
            statement.setString(index, IsoTime.format(Values.toInstant(value)));
        }

        @Override
        public Object shown(Object value) {
            return IsoTime.format(Values.toInstant(value));
        }

        @Override
        public Object ofText(String text) {
            boolean millis = text.chars().allMatch(c -> c == '-' || Character.isDigit(c)) && text.lastIndexOf('-') <= 0;
            return millis ? Instant.ofEpochMilli(Long.parseLong(text)) : IsoTime.parse(text);
        }
    }

    /** Text without spaces, as Prisma stores it: equality is that of the texts. */
    private final class JsonCodec extends SqliteCodecs.Base implements PlainCodecs.OfJson {
        @Override
        public @Nullable Object read(ResultSet rows, int column) throws SQLException {
            String text = SqliteTexts.this.read(rows, column);
            return text == null ? null : Json.ofText(text);
        }

        @Override
        public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
            statement.setString(index, shown(value));
        }

        @Override
        public String shown(Object value) {
            return Values.withoutSpaces(Values.toJson(value));
        }
    }

    private final class EnumCodec extends SqliteCodecs.Base implements PlainCodecs.OfEnum {
        private final EnumType type;

        EnumCodec(EnumType type) {
            this.type = type;
        }

        @Override
        public EnumType type() {
            return type;
        }

        @Override
        public @Nullable Object read(ResultSet rows, int column) throws SQLException {
            String text = SqliteTexts.this.read(rows, column);
            return text == null ? null : EnumNames.read(type, text);
        }

        @Override
        public Object shown(Object value) {
            return Values.toEnum(type, value);
        }
    }
}
