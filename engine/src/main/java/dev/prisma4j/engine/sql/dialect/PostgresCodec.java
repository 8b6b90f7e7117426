package dev.prisma4j.engine.sql.dialect;

import dev.prisma4j.engine.sql.Codec;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;

/**
 * Values of one type on PostgreSQL. What all share: NULL of no type, lists as array literals, elements of arrays from text.
 */
abstract class PostgresCodec implements Codec {
    @Override
    public void bindNull(PreparedStatement statement, int index) throws SQLException {
        statement.setNull(index, Types.OTHER);
    }

    @Override
    public final void bindList(PreparedStatement statement, int index, List<?> values) throws SQLException {
        untyped(statement, index, literal(values));
    }

    /** The array literal of values. */
    final String literal(List<?> values) {
        StringBuilder text = new StringBuilder(values.size() * 8 + 2).append('{');
        for (Object value : values) {
            text.append(text.length() > 1 ? "," : "");
            if (value == null) {
                text.append("NULL");
            } else {
                append(value, text);
            }
        }
        return text.append('}').toString();
    }

    /** Appends the value to an array literal. */
    void append(Object value, StringBuilder list) {
        PostgresArrays.quote(text(value), list);
    }

    /** The value as PostgreSQL writes it. */
    abstract String text(Object value);

    /** The value of what PostgreSQL wrote. */
    @Override
    public abstract Object ofText(String text);

    @Override
    public Object shown(Object value) {
        return text(value);
    }

    static void untyped(PreparedStatement statement, int index, String text) throws SQLException {
        statement.setObject(index, text, Types.OTHER);
    }
}
