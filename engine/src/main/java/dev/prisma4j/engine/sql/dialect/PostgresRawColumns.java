package dev.prisma4j.engine.sql.dialect;

import dev.prisma4j.engine.result.RawColumn;
import dev.prisma4j.engine.result.RawType;
import dev.prisma4j.engine.sql.Codec;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;

/** Raw results on PostgreSQL, by the type of each column. */
final class PostgresRawColumns {
    private PostgresRawColumns() {}

    static Dialect.RawColumnReader[] forResult(ResultSetMetaData columns) throws SQLException {
        Dialect.RawColumnReader[] readers = new Dialect.RawColumnReader[columns.getColumnCount()];
        for (int i = 0; i < readers.length; i++) {
            readers[i] = reader(columns.getColumnLabel(i + 1), columns.getColumnTypeName(i + 1));
        }
        return readers;
    }

    private static Dialect.RawColumnReader reader(String label, String typeName) {
        boolean array = typeName.startsWith("_");
        Kind kind = Kind.of(array ? typeName.substring(1) : typeName);
        RawType type = array ? RawType.valueOf(kind.type.name() + "_ARRAY") : kind.type;
        Codec codec = array ? new PostgresListCodec((PostgresCodec) kind.codec) : kind.codec;
        return new Dialect.RawColumnReader(new RawColumn(label, type), codec);
    }

    private record Kind(RawType type, Codec codec) {
        static Kind of(String name) {
            return switch (name) {
                case "int2", "int4", "serial" -> new Kind(RawType.INT, PostgresCodecs.INT);
                case "int8", "oid", "bigserial" -> new Kind(RawType.BIGINT, PostgresCodecs.BIG_INT);
                case "float4" -> new Kind(RawType.FLOAT, PostgresCodecs.REAL);
                case "float8" -> new Kind(RawType.DOUBLE, PostgresCodecs.FLOAT);
                case "numeric" -> new Kind(RawType.DECIMAL, PostgresCodecs.DECIMAL);
                case "money" -> new Kind(RawType.DECIMAL, PostgresCodecs.MONEY);
                case "bool" -> new Kind(RawType.BOOL, PostgresCodecs.BOOLEAN);
                case "timestamp" -> new Kind(RawType.DATETIME, PostgresCodecs.TIMESTAMP);
                case "timestamptz" -> new Kind(RawType.DATETIME, PostgresCodecs.TIMESTAMPTZ);
                case "date" -> new Kind(RawType.DATE, PostgresCodecs.DATE);
                case "time" -> new Kind(RawType.TIME, PostgresCodecs.TIME);
                case "timetz" -> new Kind(RawType.TIME, PostgresCodecs.TIMETZ);
                case "json" -> new Kind(RawType.JSON, PostgresCodecs.JSON);
                case "jsonb" -> new Kind(RawType.JSON, PostgresCodecs.JSONB);
                case "bytea" -> new Kind(RawType.BYTES, PostgresCodecs.BYTES);
                case "uuid" -> new Kind(RawType.UUID, PostgresCodecs.UUID_TYPE);
                case "bpchar", "char" -> new Kind(RawType.CHAR, PostgresCodecs.STRING);
                case "xml" -> new Kind(RawType.XML, PostgresCodecs.STRING);
                default -> new Kind(RawType.STRING, PostgresCodecs.STRING);
            };
        }
    }
}
