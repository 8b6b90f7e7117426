package dev.prisma4j.client.write;

import dev.prisma4j.client.model.ModelType;
import dev.prisma4j.engine.query.CreateData;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The data of many new rows under construction.
 *
 * @param <C> the data of a row, empty
 * @param <D> the data of a row, complete
 */
public final class CreateRows<C, D> {
    private final ModelType<?> type;
    private final List<CreateData> rows = new ArrayList<>();
    private @Nullable CreateData last;
    private boolean relates;
    private boolean skipDuplicates;

    /** For the library. */
    public CreateRows(ModelType<?> type) {
        this.type = type;
    }

    /** One more row. */
    @SuppressWarnings("unchecked")
    public CreateRows<C, D> row(Function<C, D> row) {
        return add(row.apply((C) type.create()));
    }

    /** One more row for each of some items. */
    @SuppressWarnings("unchecked")
    public <T> CreateRows<C, D> rows(Iterable<? extends T> items, BiFunction<C, ? super T, D> row) {
        for (T item : items) {
            add(row.apply((C) type.create(), item));
        }
        return this;
    }

    /** Leaves out rows that would break a unique constraint. */
    public CreateRows<C, D> skipDuplicates() {
        skipDuplicates = true;
        return this;
    }

    private CreateRows<C, D> add(D row) {
        CreateData data = CreateInput.dataOf(row, last);
        last = data;
        rows.add(data);
        relates |= CreateInput.relatesOf(row);
        return this;
    }

    /** The rows as the engine takes them. For the library, not for users. */
    public List<CreateData> rows() {
        return rows;
    }

    /** Whether a row speaks of related rows, so that one statement cannot make them all. For the library, not for users. */
    public boolean relates() {
        return relates;
    }

    /** Whether {@link #skipDuplicates()} was called. For the library, not for users. */
    public boolean skipsDuplicates() {
        return skipDuplicates;
    }

    /** Says that nested writes and skipped duplicates do not go together. For the library, not for users. */
    public static IllegalArgumentException cannotSkip(ModelType<?> type) {
        return new IllegalArgumentException("createMany of " + type
                + " cannot skip duplicates among rows that have related rows: use connectOrCreate or upsert.");
    }
}
