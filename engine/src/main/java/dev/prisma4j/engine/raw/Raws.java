package dev.prisma4j.engine.raw;

import dev.prisma4j.engine.jdbc.Lease;
import dev.prisma4j.engine.query.RawExecute;
import dev.prisma4j.engine.query.RawQuery;
import dev.prisma4j.engine.query.RawSql;
import dev.prisma4j.engine.sql.dialect.Dialect;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs the user's own SQL on one connection, its values always bound. */
public final class Raws {
    private final Lease lease;
    private final Dialect dialect;

    public Raws(Lease lease) {
        this.lease = lease;
        this.dialect = lease.dialect();
    }

    /** The rows. */
    public <T extends @Nullable Object> List<T> query(RawQuery<T> query) {
        RawStatement statement = RawStatement.of(query.sql(), dialect);
        return lease.rawQuery(
                statement.sql(),
                statement.values(),
                rows -> new RawRows(dialect, rows).read(query.reader()),
                List.of());
    }

    /** How many rows were changed. */
    public long execute(RawExecute execute) {
        RawStatement statement = RawStatement.of(execute.sql(), dialect);
        return lease.rawUpdate(statement.sql(), statement.values());
    }

    /**
     * SQL as JDBC takes it.
     *
     * @param values one for each placeholder
     */
    private record RawStatement(String sql, List<@Nullable Object> values) {
        static RawStatement of(RawSql raw, Dialect dialect) {
            if (raw instanceof RawSql.Pieces pieces) {
                StringBuilder sql = new StringBuilder();
                for (int i = 0; i < pieces.pieces().size(); i++) {
                    sql.append(
                                    i == 0
                                            ? ""
                                            : dialect.rawPlaceholder(
                                                    pieces.values().get(i - 1)))
                            .append(dialect.escapedPiece(pieces.pieces().get(i)));
                }
                return new RawStatement(sql.toString(), pieces.values());
            }
            RawSql.Text text = (RawSql.Text) raw;
            List<Integer> order = new ArrayList<>();
            String sql = dialect.jdbcPlaceholders(text.sql(), order);
            int wanted = order.stream().mapToInt(index -> index + 1).max().orElse(0);
            dialect.checkRawValues(text.values().size(), wanted);
            List<@Nullable Object> values = new ArrayList<>();
            for (int index : order) {
                values.add(text.values().get(index));
            }
            return new RawStatement(sql, values);
        }
    }
}
