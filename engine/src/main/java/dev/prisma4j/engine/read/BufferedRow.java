package dev.prisma4j.engine.read;

import dev.prisma4j.engine.error.Errors;
import dev.prisma4j.engine.plan.Column;
import dev.prisma4j.engine.result.Row;
import dev.prisma4j.engine.value.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** A row that was read before the rows related to it: values by position, related objects by position. */
final class BufferedRow implements Row {
    private final IntFunction<Column> columns;
    private final int scalars;
    private final @Nullable Object[][] related;
    private @Nullable Object[] values = {};
    private int row;

    /**
     * @param columns only asked for where a value is missing
     * @param related for each nested read, the related object or list of each row
     */
    BufferedRow(IntFunction<Column> columns, int scalars, @Nullable Object[][] related) {
        this.columns = columns;
        this.scalars = scalars;
        this.related = related;
    }

    void moveTo(int index, @Nullable Object[] rowValues) {
        row = index;
        values = rowValues;
    }

    private Object required(int index) {
        Object value = values[index];
        if (value == null) {
            Column column = columns.apply(index);
            throw Errors.unexpectedNull(column.model(), column.name(), column.type());
        }
        return value;
    }

    @Override
    public boolean isNull(int index) {
        return values[index] == null;
    }

    @Override
    public int getInt(int index) {
        Object value = required(index);
        return value instanceof Long wide ? columns.apply(index).narrow(wide) : (Integer) value;
    }

    @Override
    public long getLong(int index) {
        return (Long) required(index);
    }

    @Override
    public double getDouble(int index) {
        return (Double) required(index);
    }

    @Override
    public boolean getBoolean(int index) {
        return (Boolean) required(index);
    }

    @Override
    public String getString(int index) {
        return required(index).toString();
    }

    @Override
    public BigDecimal getBigDecimal(int index) {
        return (BigDecimal) required(index);
    }

    @Override
    public Instant getInstant(int index) {
        return (Instant) required(index);
    }

    @Override
    public LocalDate getLocalDate(int index) {
        return (LocalDate) required(index);
    }

    @Override
    public LocalTime getLocalTime(int index) {
        return (LocalTime) required(index);
    }

    @Override
    public byte[] getBytes(int index) {
        return (byte[]) required(index);
    }

    @Override
    public Json getJson(int index) {
        return (Json) required(index);
    }

    @Override
    public UUID getUuid(int index) {
        Object value = required(index);
        return value instanceof UUID uuid ? uuid : UUID.fromString(value.toString());
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> List<T> getList(int index) {
        Object value = values[index];
        return value == null ? List.of() : (List<T>) value;
    }

    @Override
    public @Nullable Object getObject(int index) {
        return values[index];
    }

    @Override
    public @Nullable Object[] getObjects(int count, int size) {
        @Nullable Object[] copy = new @Nullable Object[size];
        System.arraycopy(values, 0, copy, 0, count);
        return copy;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable T one(int read) {
        return (T) related[read][row];
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> List<T> many(int read) {
        Object list = related[read][row];
        if (list == null) {
            return List.of();
        }
        return list instanceof RelatedList ? (List<T>) list : Collections.unmodifiableList((List<T>) list);
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
