package dev.prisma4j.engine.sql;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How values of one type of column travel to and from the driver. Stateless. The primitive readers are for the hot path;
 * by default they go through {@link #read}.
 */
public interface Codec {
    /** The value of a column (from 1) in the type that {@link dev.prisma4j.engine.result.Row#getObject} promises. */
    @Nullable
    Object read(ResultSet rows, int column) throws SQLException;

    /**
     * The value of the text (or of a number's text) that stands for it in {@link Expression.JsonRows}.
     *
     * @throws SQLException if it is not of this type
     */
    default Object ofText(String text) throws SQLException {
        throw new SQLException("no values of this type inside JSON");
    }

    /** Binds a value that is not null. Throws P2009 if the value is of a wrong type. */
    void bind(PreparedStatement statement, int index, Object value) throws SQLException;

    /** Binds NULL. */
    void bindNull(PreparedStatement statement, int index) throws SQLException;

    /** Binds a list of values as one parameter, where the database has arrays or the dialect has a way around. */
    default void bindList(PreparedStatement statement, int index, List<?> values) throws SQLException {
        throw new SQLException("no lists of this type");
    }

    /**
     * The type of an array whose elements a column takes as it takes single values, so that {@link #bindList} can bind the
     * values of a column for many rows; null where there is none.
     */
    default @Nullable String columnArray() {
        return null;
    }

    /** The value as {@link #bind} hands it to the driver, for events. */
    default Object shown(Object value) {
        return value;
    }

    /** The driver's method that reads such a column as it is. */
    default Getter getter() {
        return Getter.NONE;
    }

    default int readInt(ResultSet rows, int column) throws SQLException {
        return read(rows, column) instanceof Number number ? number.intValue() : 0;
    }

    default long readLong(ResultSet rows, int column) throws SQLException {
        return read(rows, column) instanceof Number number ? number.longValue() : 0;
    }

    default double readDouble(ResultSet rows, int column) throws SQLException {
        return read(rows, column) instanceof Number number ? number.doubleValue() : 0;
    }

    default boolean readBoolean(ResultSet rows, int column) throws SQLException {
        return Boolean.TRUE.equals(read(rows, column));
    }

    /** The text, or null for NULL. */
    default @Nullable String readString(ResultSet rows, int column) throws SQLException {
        Object value = read(rows, column);
        return value == null ? null : value.toString();
    }
}
