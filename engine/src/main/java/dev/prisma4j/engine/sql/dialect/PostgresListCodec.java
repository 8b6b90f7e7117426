package dev.prisma4j.engine.sql.dialect;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A column with a list. */
final class PostgresListCodec extends PostgresCodec {
    private final PostgresCodec element;

    PostgresListCodec(PostgresCodec element) {
        this.element = element;
    }

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
        if (value instanceof List<?> list) {
            return element.literal(list);
        }
        throw Values.wrongType(value, "a list");
    }

    @Override
    public Object ofText(String text) {
        List<Object> values = new ArrayList<>();
        for (String part : PostgresArrays.parse(text)) {
            if (part != null) {
                values.add(element.ofText(part));
            }
        }
        return values;
    }
}
