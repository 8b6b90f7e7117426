package dev.prisma4j.engine.sql.dialect;

import dev.prisma4j.engine.result.RawColumn;
import dev.prisma4j.engine.result.RawType;
import dev.prisma4j.engine.sql.Codec;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.Locale;

/** Raw results on MySQL and MariaDB, by the type of each column. */
final class MysqlRawColumns {
    private MysqlRawColumns() {}

    static Dialect.RawColumnReader[] forResult(ResultSetMetaData columns) throws SQLException {
        Dialect.RawColumnReader[] readers = new Dialect.RawColumnReader[columns.getColumnCount()];
        for (int i = 0; i < readers.length; i++) {
            String type = columns.getColumnTypeName(i + 1).toUpperCase(Locale.ROOT);
            readers[i] = reader(columns.getColumnLabel(i + 1), type, columns.getPrecision(i + 1));
        }
        return readers;
    }

    private static Dialect.RawColumnReader reader(String label, String type, int precision) {
        String name = type.replace(" UNSIGNED", "");
        return switch (name) {
            case "TINYINT", "SMALLINT", "MEDIUMINT", "INT", "INTEGER", "YEAR" ->
                type.equals("INT UNSIGNED") || type.equals("INTEGER UNSIGNED")
                        ? of(label, RawType.BIGINT, MysqlCodecs.BIG_INT)
                        : of(label, RawType.INT, MysqlCodecs.INT);
            case "BIGINT" -> of(label, RawType.BIGINT, MysqlCodecs.BIG_INT);
            case "FLOAT" -> of(label, RawType.FLOAT, MysqlCodecs.SINGLE);
            case "DOUBLE" -> of(label, RawType.DOUBLE, MysqlCodecs.FLOAT);
            case "DECIMAL" -> of(label, RawType.DECIMAL, MysqlCodecs.DECIMAL);
            case "BIT" ->
                precision == 1
                        ? of(label, RawType.BOOL, MysqlCodecs.BOOLEAN)
                        : of(label, RawType.BYTES, MysqlCodecs.BYTES);
            case "DATETIME", "TIMESTAMP" -> of(label, RawType.DATETIME, MysqlCodecs.DATE_TIME);
            case "DATE" -> of(label, RawType.DATE, MysqlCodecs.DATE);
            case "TIME" -> of(label, RawType.TIME, MysqlCodecs.TIME);
            case "JSON" -> of(label, RawType.JSON, MysqlCodecs.JSON);
            case "BINARY", "VARBINARY", "BLOB", "TINYBLOB", "MEDIUMBLOB", "LONGBLOB" ->
                of(label, RawType.BYTES, MysqlCodecs.BYTES);
            case "NULL" -> of(label, RawType.NULL, MysqlCodecs.STRING);
            default -> of(label, RawType.STRING, MysqlCodecs.STRING);
        };
    }

    private static Dialect.RawColumnReader of(String label, RawType type, Codec codec) {
        return new Dialect.RawColumnReader(new RawColumn(label, type), codec);
    }
}
