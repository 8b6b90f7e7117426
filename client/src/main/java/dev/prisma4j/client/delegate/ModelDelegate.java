package dev.prisma4j.client.delegate;

import dev.prisma4j.client.model.ModelType;
import dev.prisma4j.client.query.Key;
import dev.prisma4j.client.query.Reading;
import dev.prisma4j.client.write.CreateInput;
import dev.prisma4j.client.write.CreateRows;
import dev.prisma4j.engine.query.Create;
import dev.prisma4j.engine.query.CreateData;
import dev.prisma4j.engine.query.CreateMany;
import dev.prisma4j.engine.query.CreateManyAndReturn;
import dev.prisma4j.engine.query.Selection;
import dev.prisma4j.engine.query.Unique;
import dev.prisma4j.engine.query.Upsert;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All operations of a model.
 *
 * @param <M> the model's record
 * @param <F> the model's fields
 * @param <U> what names the model's unique criteria
 * @param <Q> an empty read
 * @param <P> the changes of one row
 * @param <PM> the changes of many rows
 * @param <C> the data of a new row, empty
 * @param <D> the data of a new row, complete
 */
public abstract class ModelDelegate<M, F, U, Q, P, PM, C, D> extends ChangeDelegate<M, F, U, Q, P, PM> {
    /** For generated code. */
    protected ModelDelegate(Session session, ModelType<M> type) {
        super(session, type);
    }

    /**
     * Makes a row.
     *
     * @return the new row
     * @throws dev.prisma4j.engine.error.UniqueConstraintException P2002 if a row with these values exists already
     */
    public final M create(Function<C, D> row) {
        return session.execute(new Create<>(type.model(), data(row), type.all()));
    }

    /**
     * Makes a row.
     *
     * @return the new row in the shape of the query
     * @throws dev.prisma4j.engine.error.UniqueConstraintException P2002 if a row with these values exists already
     */
    public final <R> R create(Function<C, D> row, Function<Q, Reading<M, R>> shape) {
        return session.execute(new Create<>(type.model(), data(row), shape("create", shape)));
    }

    /**
     * Changes the row that the key names, or makes it where there is none.
     *
     * @return the row
     */
    public final M upsert(Function<U, Key<M, F>> key, Function<C, D> row, Consumer<P> changes) {
        return session.execute(new Upsert<>(type.model(), unique(key), data(row), changes(changes), type.all()));
    }

    /**
     * Changes the row that the key names, or makes it where there is none.
     *
     * @return the row in the shape of the query
     */
    public final <R> R upsert(
            Function<U, Key<M, F>> key, Function<C, D> row, Consumer<P> changes, Function<Q, Reading<M, R>> shape) {
        return session.execute(
                new Upsert<>(type.model(), unique(key), data(row), changes(changes), shape("upsert", shape)));
    }

    /**
     * Makes many rows, in few statements as long as they have no related rows.
     *
     * @return how many
     */
    public final long createMany(Consumer<CreateRows<C, D>> rows) {
        CreateRows<C, D> gathered = gather(rows);
        if (gathered.relates()) {
            return createEach(gathered, idOnly()).size();
        }
        return session.execute(new CreateMany(type.model(), gathered.rows(), gathered.skipsDuplicates()));
    }

    /**
     * Makes a row for each item, in few statements as long as they have no related rows.
     *
     * @return how many
     */
    public final <T> long createMany(Iterable<? extends T> items, BiFunction<C, ? super T, D> row) {
        return createMany(rows -> rows.rows(items, row));
    }

    /**
     * Makes many rows.
     *
     * @return the new rows
     */
    public final List<M> createManyAndReturn(Consumer<CreateRows<C, D>> rows) {
        return createAndReturn(gather(rows), type.all());
    }

    /**
     * Makes many rows.
     *
     * @return the new rows in the shape of the query
     */
    public final <R> List<R> createManyAndReturn(Consumer<CreateRows<C, D>> rows, Function<Q, Reading<M, R>> shape) {
        return createAndReturn(gather(rows), shape("createManyAndReturn", shape));
    }

    private <R> List<R> createAndReturn(CreateRows<C, D> rows, Selection<R> selection) {
        if (rows.relates()) {
            return createEach(rows, selection);
        }
        return session.execute(new CreateManyAndReturn<>(type.model(), rows.rows(), rows.skipsDuplicates(), selection));
    }

    private <R> List<R> createEach(CreateRows<C, D> rows, Selection<R> selection) {
        if (rows.skipsDuplicates()) {
            throw CreateRows.cannotSkip(type);
        }
        return session.atomically(inside -> {
            List<R> made = new ArrayList<>();
            for (CreateData data : rows.rows()) {
                made.add(inside.execute(new Create<>(type.model(), data, selection)));
            }
            return made;
        });
    }

    /**
     * Makes a row for each item, or changes the one that its key names, with one statement for some hundred rows (INSERT ..
     * ON CONFLICT, on MySQL and MariaDB ON DUPLICATE KEY UPDATE, which there looks at all unique constraints). Items are
     * taken in order: a later one with the same key changes what an earlier one made. Rows whose data speaks of related
     * rows are written one by one, in one transaction.
     *
     * @param key what names an item's row; the same unique criterion for all items
     * @param row the data of a new row, which must give the fields of the key
     * @param changes the changes of a row that exists
     * @return how many items there were
     */
    public final <T> long upsertMany(
            Iterable<? extends T> items,
            BiFunction<U, ? super T, Key<M, F>> key,
            BiFunction<C, ? super T, D> row,
            BiConsumer<P, ? super T> changes) {
        return UpsertRows.of(type.model(), upserts(items, key, row, changes)).run(session);
    }

    /**
     * Makes a row for each item, or gives the row that its key names the same data, as {@link #upsertMany(Iterable,
     * BiFunction, BiFunction, BiConsumer)} does.
     *
     * @return how many items there were
     */
    public final <T> long upsertMany(
            Iterable<? extends T> items, BiFunction<U, ? super T, Key<M, F>> key, BiFunction<C, ? super T, D> row) {
        return UpsertRows.of(type.model(), upserts(items, key, row, null)).run(session);
    }

    /**
     * Makes a row for each item, or changes the one that its key names, as {@link #upsertMany(Iterable, BiFunction,
     * BiFunction, BiConsumer)} does, and reads the rows back.
     *
     * @return the rows in the order of the items
     */
    public final <T> List<M> upsertManyAndReturn(
            Iterable<? extends T> items,
            BiFunction<U, ? super T, Key<M, F>> key,
            BiFunction<C, ? super T, D> row,
            BiConsumer<P, ? super T> changes) {
        return UpsertRows.of(type.model(), upserts(items, key, row, changes)).runAndRead(session, type.all());
    }

    /**
     * Makes a row for each item, or gives the row that its key names the same data, and reads the rows back.
     *
     * @return the rows in the order of the items
     */
    public final <T> List<M> upsertManyAndReturn(
            Iterable<? extends T> items, BiFunction<U, ? super T, Key<M, F>> key, BiFunction<C, ? super T, D> row) {
        return UpsertRows.of(type.model(), upserts(items, key, row, null)).runAndRead(session, type.all());
    }

    @SuppressWarnings("unchecked")
    private <T> List<UpsertRows.Item> upserts(
            Iterable<? extends T> items,
            BiFunction<U, ? super T, Key<M, F>> key,
            BiFunction<C, ? super T, D> row,
            @Nullable BiConsumer<P, ? super T> changes) {
        List<UpsertRows.Item> all = new ArrayList<>();
        for (T item : items) {
            Unique unique = unique(u -> key.apply(u, item));
            CreateData data = CreateInput.dataOf(row.apply((C) type.create(), item));
            all.add(new UpsertRows.Item(
                    unique,
                    data,
                    changes == null ? UpsertRows.sameData(unique, data) : changes(d -> changes.accept(d, item))));
        }
        return all;
    }

    private Selection<Boolean> idOnly() {
        return Selection.of(type.model(), type.key(0), row -> Boolean.TRUE);
    }

    private CreateRows<C, D> gather(Consumer<CreateRows<C, D>> rows) {
        CreateRows<C, D> gathered = new CreateRows<>(type);
        rows.accept(gathered);
        return gathered;
    }

    @SuppressWarnings("unchecked")
    private CreateData data(Function<C, D> row) {
        return CreateInput.dataOf(row.apply((C) type.create()));
    }
}
