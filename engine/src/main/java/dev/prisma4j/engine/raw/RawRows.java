package dev.prisma4j.engine.raw;

import dev.prisma4j.engine.read.RowAccess;
import dev.prisma4j.engine.result.RawColumn;
import dev.prisma4j.engine.result.RawReader;
import dev.prisma4j.engine.result.RowReader;
import dev.prisma4j.engine.sql.Codec;
import dev.prisma4j.engine.sql.dialect.Dialect;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a raw result: its columns told once, then row by row. */
final class RawRows {
    private final Dialect dialect;
    private final ResultSet rows;

    RawRows(Dialect dialect, ResultSet rows) {
        this.dialect = dialect;
        this.rows = rows;
    }

    <T extends @Nullable Object> List<T> read(RawReader<T> reader) throws SQLException {
        boolean any = rows.next();
        Dialect.RawColumnReader[] readers = dialect.rawColumns().forResult(rows.getMetaData());
        List<RawColumn> columns = new ArrayList<>();
        List<Codec> codecs = new ArrayList<>();
        for (Dialect.RawColumnReader column : readers) {
            columns.add(column.column());
            codecs.add(column.codec());
        }
        RowReader<T> rowReader = reader.forColumns(List.copyOf(columns));
        RowAccess access = RowAccess.raw(rows, columns, codecs);
        List<T> objects = new ArrayList<>();
        for (boolean more = any; more; more = rows.next()) {
            objects.add(access.read(rowReader));
        }
        return objects;
    }
}
