package dev.prisma4j.engine.sql.dialect;

import dev.prisma4j.engine.result.RawColumn;
import dev.prisma4j.engine.result.RawType;
import dev.prisma4j.engine.sql.Codec;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Raw results on SQLite: a column's declared type says what it is; an expression has none and is taken for what its first value is.
 */
final class SqliteRawColumns {
    /** Whatever the value is; the driver gives small whole numbers as Integers, others as Longs. */
    private static final Codec ANY = new AnyCodec(false);

    /** Whatever the value is, whole numbers always as Longs. */
    private static final Codec WHOLE = new AnyCodec(true);

    private record AnyCodec(boolean longs) implements Codec {
        @Override
        public @Nullable Object read(ResultSet rows, int column) throws SQLException {
            Object value = rows.getObject(column);
            return longs && value instanceof Integer number ? (Object) number.longValue() : value;
        }

        @Override
        public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
            statement.setObject(index, value);
        }

        @Override
        public void bindNull(PreparedStatement statement, int index) throws SQLException {
            statement.setObject(index, null);
        }
    }

    private SqliteRawColumns() {}

    /** @param texts how texts are read in the database */
    static Dialect.RawColumnReader[] forResult(ResultSetMetaData columns, SqliteTexts texts) throws SQLException {
        Dialect.RawColumnReader[] readers = new Dialect.RawColumnReader[columns.getColumnCount()];
        for (int i = 0; i < readers.length; i++) {
            String type = columns.getColumnTypeName(i + 1);
            String table = columns.getTableName(i + 1);
            String label = columns.getColumnLabel(i + 1);
            String name = type == null ? "" : type.toUpperCase(Locale.ROOT);
            boolean column = table != null && !table.isEmpty();
            readers[i] = column ? reader(label, name, texts) : computed(label, name);
        }
        return readers;
    }

    /** An expression has the type of its first value. */
    private static Dialect.RawColumnReader computed(String label, String type) {
        return switch (type) {
            case "INTEGER" -> reader(label, RawType.BIGINT, WHOLE);
            case "REAL", "FLOAT" -> reader(label, RawType.UNKNOWN, ANY);
            case "TEXT" -> reader(label, RawType.STRING, ANY);
            case "BLOB" -> reader(label, RawType.BYTES, ANY);
            default -> reader(label, RawType.INT, ANY);
        };
    }

    private static Dialect.RawColumnReader reader(String label, String declared, SqliteTexts texts) {
        return switch (declared) {
            case "BOOLEAN" -> reader(label, RawType.BOOL, SqliteCodecs.BOOLEAN);
            case "DATETIME", "TIMESTAMP" -> reader(label, RawType.DATETIME, texts.dateTime);
            case "DATE" -> reader(label, RawType.DATE, texts.dateTime);
            case "DECIMAL" -> reader(label, RawType.DECIMAL, SqliteCodecs.DECIMAL);
            case "INTEGER", "INT", "SMALLINT", "TINYINT", "MEDIUMINT" -> reader(label, RawType.INT, ANY);
            case "BIGINT" -> reader(label, RawType.BIGINT, SqliteCodecs.BIG_INT);
            case "JSONB", "JSON" -> reader(label, RawType.JSON, texts.json);
            case "BLOB" -> reader(label, RawType.BYTES, SqliteCodecs.BYTES);
            case "TEXT" -> reader(label, RawType.STRING, texts.string);
            case "REAL", "DOUBLE", "FLOAT" -> reader(label, RawType.DOUBLE, SqliteCodecs.FLOAT);
            default -> reader(label, RawType.UNKNOWN, ANY);
        };
    }

    private static Dialect.RawColumnReader reader(String label, RawType type, Codec codec) {
        return new Dialect.RawColumnReader(new RawColumn(label, type), codec);
    }
}
