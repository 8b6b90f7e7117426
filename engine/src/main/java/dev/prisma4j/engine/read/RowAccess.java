package dev.prisma4j.engine.read;

import dev.prisma4j.engine.plan.Column;
import dev.prisma4j.engine.result.RawColumn;
import dev.prisma4j.engine.result.RowReader;
import dev.prisma4j.engine.sql.Codec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a JDBC result for readers, for results that are not planned here. */
public final class RowAccess {
    private final ResultRow row;

    private RowAccess(ResultRow row) {
        this.row = row;
    }

    /** The rows of a raw result. */
    public static RowAccess raw(ResultSet rows, List<RawColumn> columns, List<Codec> codecs) {
        Column[] all = new Column[columns.size()];
        for (int i = 0; i < all.length; i++) {
            RawColumn column = columns.get(i);
            all[i] = new Column(codecs.get(i), column.name(), column.type().protocolName(), null);
        }
        return new RowAccess(new ResultRow(rows, all, all.length));
    }

    /** The rows of a result with those columns, counts after the scalars. */
    public static RowAccess of(ResultSet rows, Column[] columns, int scalars) {
        return new RowAccess(new ResultRow(rows, columns, scalars));
    }

    /** Reads the row that the result stands on. */
    public <T extends @Nullable Object> T read(RowReader<T> reader) throws SQLException {
        return ReadRunner.read(reader, row);
    }
}
