package dev.prisma4j.engine.sql.dialect;

import dev.prisma4j.engine.sql.Codec;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Binds texts in lower case; everything else is left to the codec inside. */
record FoldingCodec(Codec inner) implements Codec {
    private static Object folded(Object value) {
        return value instanceof String text ? text.toLowerCase(Locale.ROOT) : value;
    }

    @Override
    public @Nullable Object read(ResultSet rows, int column) throws SQLException {
        return inner.read(rows, column);
    }

    @Override
    public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
        inner.bind(statement, index, folded(value));
    }

    @Override
    public void bindNull(PreparedStatement statement, int index) throws SQLException {
        inner.bindNull(statement, index);
    }

    @Override
    public void bindList(PreparedStatement statement, int index, List<?> values) throws SQLException {
        inner.bindList(
                statement, index, values.stream().map(FoldingCodec::folded).toList());
    }

    @Override
    public Object shown(Object value) {
        return inner.shown(folded(value));
    }
}
