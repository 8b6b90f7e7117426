package dev.prisma4j.client.cache;

import dev.prisma4j.engine.result.Row;
import dev.prisma4j.engine.value.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A kept row, read again. Arrays are handed out as copies. */
final class ReplayedRow implements Row {
    private final List<@Nullable Object> values;
    private final List<@Nullable Object> related;
    private final List<Long> counts;
    private final List<@Nullable Object> computed;

    ReplayedRow(
            List<@Nullable Object> values,
            List<@Nullable Object> related,
            List<Long> counts,
            List<@Nullable Object> computed) {
        this.values = values;
        this.related = related;
        this.counts = counts;
        this.computed = computed;
    }

    private <T> T value(int index, Class<T> type) {
        Object value = values.get(index);
        if (value == null) {
            throw new IllegalStateException("A value that must not be missing is missing.");
        }
        return type.cast(value);
    }

    @Override
    public boolean isNull(int index) {
        return values.get(index) == null;
    }

    @Override
    public int getInt(int index) {
        return Math.toIntExact(value(index, Number.class).longValue());
    }

    @Override
    public long getLong(int index) {
        return value(index, Number.class).longValue();
    }

    @Override
    public double getDouble(int index) {
        return value(index, Number.class).doubleValue();
    }

    @Override
    public boolean getBoolean(int index) {
        return value(index, Boolean.class);
    }

    @Override
    public String getString(int index) {
        return value(index, Object.class).toString();
    }

    @Override
    public BigDecimal getBigDecimal(int index) {
        return value(index, BigDecimal.class);
    }

    @Override
    public Instant getInstant(int index) {
        return value(index, Instant.class);
    }

    @Override
    public LocalDate getLocalDate(int index) {
        return value(index, LocalDate.class);
    }

    @Override
    public LocalTime getLocalTime(int index) {
        return value(index, LocalTime.class);
    }

    @Override
    public byte[] getBytes(int index) {
        return value(index, byte[].class).clone();
    }

    @Override
    public Json getJson(int index) {
        return value(index, Json.class);
    }

    @Override
    public UUID getUuid(int index) {
        Object value = value(index, Object.class);
        return value instanceof UUID uuid ? uuid : UUID.fromString(value.toString());
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> List<T> getList(int index) {
        Object value = values.get(index);
        return value == null ? List.of() : (List<T>) value;
    }

    @Override
    public @Nullable Object getObject(int index) {
        Object value = values.get(index);
        return value instanceof byte[] bytes ? bytes.clone() : value;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable T one(int read) {
        return (T) related.get(read);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> List<T> many(int read) {
        Object rows = related.get(read);
        return rows == null ? List.of() : (List<T>) rows;
    }

    @Override
    public long count(int count) {
        return counts.get(count);
    }

    @Override
    public @Nullable Object computed(int index) {
        return computed.get(index - counts.size());
    }
}
