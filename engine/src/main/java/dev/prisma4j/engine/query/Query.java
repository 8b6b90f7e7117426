package dev.prisma4j.engine.query;

import dev.prisma4j.schema.model.Model;
import org.jspecify.annotations.Nullable;

/**
 * One operation, ready to run: resolved against the datamodel, immutable, its values inside. The engine plans it once
 * per shape, which is everything but the values and the readers.
 *
 * <p>Values are plain Java objects by the field's type:
 *
 * <table>
 * <caption>What a value of each type may be</caption>
 * <tr><td>Int</td><td>Integer</td></tr>
 * <tr><td>BigInt</td><td>Long (or Integer)</td></tr>
 * <tr><td>Float</td><td>Double (or Integer, Long, BigDecimal)</td></tr>
 * <tr><td>Decimal</td><td>BigDecimal (or Integer, Long, Double)</td></tr>
 * <tr><td>Boolean</td><td>Boolean</td></tr>
 * <tr><td>String</td><td>String; a UUID or String where the column is {@code @db.Uuid}</td></tr>
 * <tr><td>DateTime</td><td>Instant; for {@code @db.Date} LocalDate or Instant, for {@code @db.Time} LocalTime or Instant</td></tr>
 * <tr><td>Bytes</td><td>byte[]</td></tr>
 * <tr><td>Json</td><td>{@link dev.prisma4j.engine.value.Json} or {@link dev.prisma4j.engine.value.JsonNull}</td></tr>
 * <tr><td>enum</td><td>String: the value's name in the schema</td></tr>
 * <tr><td>scalar list</td><td>List of these</td></tr>
 * </table>
 *
 * In conditions a value may also be a {@link FieldReference}. A value of another type is refused with P2009.
 *
 * @param <R> what running it gives
 */
public sealed interface Query<R extends @Nullable Object>
        permits FindUnique,
                FindFirst,
                FindMany,
                FindUniqueAll,
                Count,
                Aggregate,
                GroupBy,
                Create,
                CreateMany,
                CreateManyAndReturn,
                Update,
                UpdateMany,
                UpdateManyAndReturn,
                UpdateEach,
                Upsert,
                UpsertMany,
                Delete,
                DeleteMany,
                DeleteManyAndReturn,
                RawQuery,
                RawExecute {
    /** Whether it only reads. A raw query counts as writing, since nobody knows. */
    default boolean isRead() {
        return false;
    }

    /** The model that it is about; null for raw SQL. */
    default @Nullable Model model() {
        return null;
    }

    /** The operation's name as users know it, for example {@code findMany}. */
    String operation();
}
