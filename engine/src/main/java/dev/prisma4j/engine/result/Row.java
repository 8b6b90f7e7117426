package dev.prisma4j.engine.result;

import dev.prisma4j.engine.value.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of a result, read by position: scalars, nested reads and relation counts each in the order of their selection,
 * from 0. Only valid during the call of {@link RowReader#read}.
 *
 * <p>The plain getters are for values that are always there. They throw a {@link dev.prisma4j.engine.error.PrismaException}
 * with code P2032 where the database holds NULL against the schema's word; for optional fields use the {@code OrNull}
 * getters or {@link #getObject}.
 */
public interface Row {
    /** Whether the value is NULL. */
    boolean isNull(int index);

    /** An Int. */
    int getInt(int index);

    /** A BigInt. */
    long getLong(int index);

    /** A Float. */
    double getDouble(int index);

    /** A Boolean. */
    boolean getBoolean(int index);

    /** A String, and an enum value by its name in the schema. */
    String getString(int index);

    /** A Decimal. */
    BigDecimal getBigDecimal(int index);

    /** A DateTime. */
    Instant getInstant(int index);

    /** A DateTime of {@code @db.Date}. */
    LocalDate getLocalDate(int index);

    /** A DateTime of {@code @db.Time} or {@code @db.Timetz} (in UTC). */
    LocalTime getLocalTime(int index);

    /** A Bytes value: an array of its own. */
    byte[] getBytes(int index);

    /** A Json value. */
    Json getJson(int index);

    /** A {@code @db.Uuid}; text columns with the text of a UUID too. */
    UUID getUuid(int index);

    /** A scalar list, its elements as {@link #getObject} gives them. NULL in the database is the empty list. */
    <T> List<T> getList(int index);

    /**
     * The value in the type of its field: Integer, Long, Double, Boolean, String (also enums), BigDecimal, Instant,
     * LocalDate ({@code @db.Date}), LocalTime ({@code @db.Time}), byte[], Json, UUID ({@code @db.Uuid} of PostgreSQL),
     * or a List of these; null for NULL.
     */
    @Nullable
    Object getObject(int index);

    /**
     * The first values, each as {@link #getObject} gives it.
     *
     * @param count how many values
     * @param size how long the array is to be, which is the caller's from then on
     */
    default @Nullable Object[] getObjects(int count, int size) {
        @Nullable Object[] values = new @Nullable Object[size];
        for (int i = 0; i < count; i++) {
            values[i] = getObject(i);
        }
        return values;
    }

    /** An optional Int. */
    default @Nullable Integer getIntOrNull(int index) {
        return isNull(index) ? null : getInt(index);
    }

    /** An optional BigInt. */
    default @Nullable Long getLongOrNull(int index) {
        return isNull(index) ? null : getLong(index);
    }

    /** An optional Float. */
    default @Nullable Double getDoubleOrNull(int index) {
        return isNull(index) ? null : getDouble(index);
    }

    /** An optional Boolean. */
    default @Nullable Boolean getBooleanOrNull(int index) {
        return isNull(index) ? null : getBoolean(index);
    }

    /** An optional String or enum value. */
    default @Nullable String getStringOrNull(int index) {
        return isNull(index) ? null : getString(index);
    }

    /** An optional Decimal. */
    default @Nullable BigDecimal getBigDecimalOrNull(int index) {
        return isNull(index) ? null : getBigDecimal(index);
    }

    /** An optional DateTime. */
    default @Nullable Instant getInstantOrNull(int index) {
        return isNull(index) ? null : getInstant(index);
    }

    /** An optional {@code @db.Date}. */
    default @Nullable LocalDate getLocalDateOrNull(int index) {
        return isNull(index) ? null : getLocalDate(index);
    }

    /** An optional {@code @db.Time}. */
    default @Nullable LocalTime getLocalTimeOrNull(int index) {
        return isNull(index) ? null : getLocalTime(index);
    }

    /** An optional Bytes value. */
    default byte @Nullable [] getBytesOrNull(int index) {
        return isNull(index) ? null : getBytes(index);
    }

    /** An optional Json value: Java's null is the database's NULL, {@link Json#NULL} the JSON value null. */
    default @Nullable Json getJsonOrNull(int index) {
        return isNull(index) ? null : getJson(index);
    }

    /** An optional UUID. */
    default @Nullable UUID getUuidOrNull(int index) {
        return isNull(index) ? null : getUuid(index);
    }

    /**
     * The related object of a to-one read: what its reader made, or null where there is none.
     *
     * @param read the position among the nested reads of the selection
     */
    <T> @Nullable T one(int read);

    /**
     * The related objects of a to-many read, in their order; unmodifiable.
     *
     * @param read the position among the nested reads of the selection
     */
    <T> List<T> many(int read);

    /**
     * How many related rows there are.
     *
     * @param count the position among the relation counts of the selection
     */
    long count(int count);

    /**
     * A computed value, in the Java type of its own type.
     *
     * @param index the position among the relation counts and the computed values of the selection: those come after these
     */
    @Nullable
    Object computed(int index);
}
