package dev.prisma4j.engine.read;

import dev.prisma4j.engine.error.Errors;
import dev.prisma4j.engine.error.PrismaException;
import dev.prisma4j.engine.plan.Column;
import dev.prisma4j.engine.plan.ReadPlan;
import dev.prisma4j.engine.result.Row;
import dev.prisma4j.engine.sql.Getter;
import dev.prisma4j.engine.value.Json;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The row that a JDBC result stands on, read without a copy. Where the driver's own method gives a column as it is, the
 * getters call just that: which columns these are is one number, since looking at each column's description for each value
 * costs more than some databases need to give it.
 */
class ResultRow implements Row {
    final ResultSet rows;
    private final Column[] columns;
    private final int scalars;
    /** A bit for each of the first columns that the driver reads as they are. */
    private long direct;

    private int knownColumn = -1;
    private @Nullable Object known;
    /** The column of which {@link #number} is known, or -1. */
    private int numberColumn = -1;

    private long number;
    private boolean isNoNumber;

    ResultRow(ResultSet rows, Column[] columns, int scalars) {
        this.rows = rows;
        this.columns = columns;
        this.scalars = scalars;
        long bits = 0;
        for (int i = Math.min(columns.length, Long.SIZE) - 1; i >= 0; i--) {
            Getter getter = columns[i].getter();
            bits = bits << 1 | (getter == Getter.NONE || getter == Getter.WIDE_INT ? 0 : 1);
        }
        this.direct = bits;
    }

    /** For rows of which no column has to be looked at. */
    ResultRow(ResultSet rows, ReadPlan plan) {
        this.rows = rows;
        this.columns = plan.columns();
        this.scalars = plan.scalars();
        this.direct = -1;
    }

    /** The rows of a plan's result. */
    static ResultRow of(ResultSet rows, ReadPlan plan) {
        return plan.direct() ? new DirectRow(rows, plan) : new ResultRow(rows, plan.columns(), plan.scalars());
    }

    private boolean isDirect(int index) {
        return (direct >>> index & 1) != 0 && index < Long.SIZE;
    }

    /** Reads a column ahead; asking for it again costs nothing until the next row. */
    @Nullable
    Object ahead(int index) {
        knownColumn = -1;
        Object value = getObject(index);
        known = value;
        knownColumn = index;
        if (index < Long.SIZE) {
            direct &= ~(1L << index);
        }
        return value;
    }

    /** Whether {@link #aheadNumber} can read a column: a whole number, as the driver gives it. */
    boolean isNumber(int index) {
        Getter getter = columns[index].getter();
        return getter == Getter.INT || getter == Getter.WIDE_INT || getter == Getter.LONG;
    }

    /**
     * Reads a column ahead that is a number, without an object for it; asking for it again costs nothing until the next row.
     *
     * @return whether there is one, for {@link #number()}
     */
    boolean aheadNumber(int index) throws SQLException {
        number = columns[index].getter() == Getter.INT ? rows.getInt(index + 1) : rows.getLong(index + 1);
        isNoNumber = number == 0 && rows.wasNull();
        numberColumn = index;
        if (index < Long.SIZE) {
            direct &= ~(1L << index);
        }
        return !isNoNumber;
    }

    /** The number that was read ahead. */
    long number() {
        return number;
    }

    private long requiredNumber() {
        if (isNoNumber) {
            throw unexpectedNull(numberColumn);
        }
        return number;
    }

    private @Nullable Object numberObject() {
        if (isNoNumber) {
            return null;
        }
        return columns[numberColumn].getter() == Getter.LONG || number != (int) number
                ? (Object) number
                : (Object) (int) number;
    }

    /** A failure of the driver on its way through a reader, which cannot throw it. */
    static final class ReadFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;
        final SQLException failure;

        ReadFailure(SQLException failure) {
            super(failure);
            this.failure = failure;
        }
    }

    final PrismaException unexpectedNull(int index) {
        Column column = columns[index];
        return Errors.unexpectedNull(column.model(), column.name(), column.type());
    }

    final <T> T required(int index, @Nullable T value) {
        if (value == null) {
            throw unexpectedNull(index);
        }
        return value;
    }

    @Override
    public boolean isNull(int index) {
        return getObject(index) == null;
    }

    @Override
    public int getInt(int index) {
        if (!isDirect(index)) {
            return otherInt(index);
        }
        try {
            int value = rows.getInt(index + 1);
            if (value == 0 && rows.wasNull()) {
                throw unexpectedNull(index);
            }
            return value;
        } catch (SQLException e) {
            throw new ReadFailure(e);
        }
    }

    /** What was read ahead, or what the driver alone cannot read; apart, so that the compiler takes the usual way as one. */
    private int otherInt(int index) {
        if (index == numberColumn) {
            return columns[index].narrow(requiredNumber());
        }
        if (index == knownColumn) {
            return columns[index].narrow(((Number) required(index, known)).longValue());
        }
        try {
            if (columns[index].getter() == Getter.WIDE_INT) {
                return wideInt(index);
            }
            int value = columns[index].codec().readInt(rows, index + 1);
            if (value == 0 && rows.wasNull()) {
                throw unexpectedNull(index);
            }
            return value;
        } catch (SQLException e) {
            throw new ReadFailure(e);
        }
    }

    /** Where a column may hold more than it should: the database's own number, and what it is if that is 0. */
    private int wideInt(int index) throws SQLException {
        long value = rows.getLong(index + 1);
        return value == 0
                ? (Integer) required(index, columns[index].codec().read(rows, index + 1))
                : columns[index].narrow(value);
    }

    @Override
    public long getLong(int index) {
        if (!isDirect(index)) {
            return otherLong(index);
        }
        try {
            long value = rows.getLong(index + 1);
            if (value == 0 && rows.wasNull()) {
                throw unexpectedNull(index);
            }
            return value;
        } catch (SQLException e) {
            throw new ReadFailure(e);
        }
    }

    /** What was read ahead, or what the driver alone cannot read; apart, so that the compiler takes the usual way as one. */
    private long otherLong(int index) {
        if (index == numberColumn) {
            return requiredNumber();
        }
        if (index == knownColumn) {
            return (Long) required(index, known);
        }
        try {
            long value = columns[index].codec().readLong(rows, index + 1);
            if (value == 0 && rows.wasNull()) {
                throw unexpectedNull(index);
            }
            return value;
        } catch (SQLException e) {
            throw new ReadFailure(e);
        }
    }

    @Override
    public double getDouble(int index) {
        try {
            double value = isDirect(index)
                    ? rows.getDouble(index + 1)
                    : columns[index].codec().readDouble(rows, index + 1);
            if (value == 0 && rows.wasNull()) {
                throw unexpectedNull(index);
            }
            return value;
        } catch (SQLException e) {
            throw new ReadFailure(e);
        }
    }

    @Override
    public boolean getBoolean(int index) {
        try {
            boolean value = isDirect(index)
                    ? rows.getBoolean(index + 1)
                    : columns[index].codec().readBoolean(rows, index + 1);
            if (!value && rows.wasNull()) {
                throw unexpectedNull(index);
            }
            return value;
        } catch (SQLException e) {
            throw new ReadFailure(e);
        }
    }

    @Override
    public String getString(int index) {
        return required(index, getStringOrNull(index));
    }

    @Override
    public @Nullable String getStringOrNull(int index) {
        try {
            return isDirect(index) ? rows.getString(index + 1) : stringOf(index);
        } catch (SQLException e) {
            throw new ReadFailure(e);
        }
    }

    private @Nullable String stringOf(int index) throws SQLException {
        if (index == knownColumn) {
            return known == null ? null : known.toString();
        }
        return columns[index].codec().readString(rows, index + 1);
    }

    @Override
    public @Nullable Object getObject(int index) {
        if (index == knownColumn) {
            return known;
        }
        if (index == numberColumn) {
            return numberObject();
        }
        try {
            return read(rows, columns[index], index + 1);
        } catch (SQLException e) {
            throw new ReadFailure(e);
        }
    }

    @Override
    public @Nullable Object[] getObjects(int count, int size) {
        @Nullable Object[] values = new @Nullable Object[size];
        try {
            for (int i = 0; i < count; i++) {
                boolean ahead = i == knownColumn || i == numberColumn;
                values[i] = ahead ? getObject(i) : read(rows, columns[i], i + 1);
            }
        } catch (SQLException e) {
            throw new ReadFailure(e);
        }
        return values;
    }

    /** The value of a column (from 1), without a detour where the driver's own method will do. */
    static @Nullable Object read(ResultSet rows, Column column, int number) throws SQLException {
        switch (column.getter()) {
            case INT -> {
                int value = rows.getInt(number);
                return value == 0 && rows.wasNull() ? null : value;
            }
            case WIDE_INT -> {
                long value = rows.getLong(number);
                if (value != (int) value) {
                    return value;
                }
                return value == 0 ? column.codec().read(rows, number) : (Object) (int) value;
            }
            case STRING -> {
                return rows.getString(number);
            }
            case BOOLEAN -> {
                boolean value = rows.getBoolean(number);
                return !value && rows.wasNull() ? null : value;
            }
            default -> {
                return column.codec().read(rows, number);
            }
        }
    }

    @Override
    public @Nullable Integer getIntOrNull(int index) {
        Object value = getObject(index);
        return value instanceof Long wide ? (Integer) columns[index].narrow(wide) : (Integer) value;
    }

    @Override
    public @Nullable Long getLongOrNull(int index) {
        return (Long) getObject(index);
    }

    @Override
    public @Nullable Double getDoubleOrNull(int index) {
        return (Double) getObject(index);
    }

    @Override
    public @Nullable Boolean getBooleanOrNull(int index) {
        return (Boolean) getObject(index);
    }

    @Override
    public BigDecimal getBigDecimal(int index) {
        return required(index, getBigDecimalOrNull(index));
    }

    @Override
    public @Nullable BigDecimal getBigDecimalOrNull(int index) {
        return (BigDecimal) getObject(index);
    }

    @Override
    public Instant getInstant(int index) {
        return required(index, getInstantOrNull(index));
    }

    @Override
    public @Nullable Instant getInstantOrNull(int index) {
        return (Instant) getObject(index);
    }

    @Override
    public LocalDate getLocalDate(int index) {
        return required(index, getLocalDateOrNull(index));
    }

    @Override
    public @Nullable LocalDate getLocalDateOrNull(int index) {
        return (LocalDate) getObject(index);
    }

    @Override
    public LocalTime getLocalTime(int index) {
        return required(index, getLocalTimeOrNull(index));
    }

    @Override
    public @Nullable LocalTime getLocalTimeOrNull(int index) {
        return (LocalTime) getObject(index);
    }

    @Override
    public byte[] getBytes(int index) {
        return required(index, getBytesOrNull(index));
    }

    @Override
    public byte @Nullable [] getBytesOrNull(int index) {
        return (byte[]) getObject(index);
    }

    @Override
    public Json getJson(int index) {
        return required(index, getJsonOrNull(index));
    }

    @Override
    public @Nullable Json getJsonOrNull(int index) {
        return (Json) getObject(index);
    }

    @Override
    public UUID getUuid(int index) {
        return required(index, getUuidOrNull(index));
    }

    @Override
    public @Nullable UUID getUuidOrNull(int index) {
        return uuid(getObject(index));
    }

    static @Nullable UUID uuid(@Nullable Object value) {
        return value == null || value instanceof UUID ? (UUID) value : UUID.fromString(value.toString());
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> List<T> getList(int index) {
        Object value = getObject(index);
        return value == null ? List.of() : (List<T>) value;
    }

    @Override
    public <T> @Nullable T one(int read) {
        throw new IndexOutOfBoundsException("the selection has no nested reads");
    }

    @Override
    public <T> List<T> many(int read) {
        throw new IndexOutOfBoundsException("the selection has no nested reads");
    }

    @Override
    public @Nullable Object computed(int index) {
        return getObject(scalars + index);
    }

    @Override
    public long count(int count) {
        return getLong(scalars + count);
    }
}
