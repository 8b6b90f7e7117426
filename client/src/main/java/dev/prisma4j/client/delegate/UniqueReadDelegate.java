package dev.prisma4j.client.delegate;

import dev.prisma4j.client.model.ModelType;
import dev.prisma4j.client.query.Key;
import dev.prisma4j.client.query.ReadState;
import dev.prisma4j.client.query.Reading;
import dev.prisma4j.engine.error.Errors;
import dev.prisma4j.engine.query.FindUnique;
import dev.prisma4j.engine.query.FindUniqueAll;
import dev.prisma4j.engine.query.ReadOptions;
import dev.prisma4j.engine.query.Selection;
import dev.prisma4j.engine.query.Unique;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The operations of a model that only read.
 *
 * @param <M> the model's record
 * @param <F> the model's fields
 * @param <U> what names the model's unique criteria
 * @param <Q> an empty read
 */
public abstract class UniqueReadDelegate<M, F, U, Q> extends ReadDelegate<M, F, U, Q> {
    /** For generated code. */
    protected UniqueReadDelegate(Session session, ModelType<M> type) {
        super(session, type);
    }

    /** The row that the key names, if there is one. */
    public final Optional<M> findUnique(Function<U, Key<M, F>> key) {
        return Optional.ofNullable(
                session.execute(new FindUnique<>(type.model(), unique(key), type.all(), ReadOptions.DEFAULT)));
    }

    /** The row that the key names, in the shape of the query, if there is one. */
    public final <R> Optional<R> findUnique(Function<U, Key<M, F>> key, Function<Q, Reading<M, R>> shape) {
        ReadState<M> state = state(shape);
        Selection<R> selection = typed(state.onlySelection("findUnique"));
        return Optional.ofNullable(session.execute(
                new FindUnique<>(type.model(), unique(key), selection, state.options()), state.cache()));
    }

    /**
     * The row that the key names.
     *
     * @throws dev.prisma4j.engine.error.RecordNotFoundException P2025 if there is none
     */
    public final M findUniqueOrThrow(Function<U, Key<M, F>> key) {
        return findUnique(key).orElseThrow(() -> Errors.recordNotFound(type.model(), "findUniqueOrThrow"));
    }

    /**
     * The row that the key names, in the shape of the query.
     *
     * @throws dev.prisma4j.engine.error.RecordNotFoundException P2025 if there is none
     */
    public final <R> R findUniqueOrThrow(Function<U, Key<M, F>> key, Function<Q, Reading<M, R>> shape) {
        return findUnique(key, shape).orElseThrow(() -> Errors.recordNotFound(type.model(), "findUniqueOrThrow"));
    }

    /**
     * The rows that the keys name, read with one statement: {@code findUniqueAll(ids, (u, id) -> u.id(id))}.
     *
     * @return each key's row, in the order of the keys; a key that names no row is not in it, one given twice is once
     */
    public final <K> Map<K, M> findUniqueAll(Collection<? extends K> keys, BiFunction<U, ? super K, Key<M, F>> key) {
        return findAll(keys, key, type.all(), ReadOptions.DEFAULT);
    }

    /**
     * The rows that the keys name, in the shape of the query, read with one statement (and one per relation).
     *
     * @return each key's row, in the order of the keys; a key that names no row is not in it, one given twice is once
     */
    public final <K, R> Map<K, R> findUniqueAll(
            Collection<? extends K> keys, BiFunction<U, ? super K, Key<M, F>> key, Function<Q, Reading<M, R>> shape) {
        ReadState<M> state = state(shape);
        Selection<R> selection = typed(state.onlySelection("findUniqueAll"));
        if (state.cache() != null) {
            throw new IllegalArgumentException("findUniqueAll of " + type + " is not kept: leave out cache(..).");
        }
        return findAll(keys, key, selection, state.options());
    }

    private <K, R> Map<K, R> findAll(
            Collection<? extends K> keys,
            BiFunction<U, ? super K, Key<M, F>> key,
            Selection<R> selection,
            ReadOptions options) {
        List<K> distinct = List.copyOf(new LinkedHashSet<>(keys));
        List<Unique> uniques = new ArrayList<>(distinct.size());
        distinct.forEach(item -> uniques.add(unique(u -> key.apply(u, item))));
        Map<K, R> byKey = new LinkedHashMap<>();
        if (!uniques.isEmpty()) {
            FindUniqueAll<R> find = new FindUniqueAll<>(type.model(), uniques, selection, options);
            List<@Nullable R> rows = session.execute(find);
            for (int i = 0; i < rows.size(); i++) {
                R row = rows.get(i);
                if (row != null) {
                    byKey.put(distinct.get(i), row);
                }
            }
        }
        return Collections.unmodifiableMap(byKey);
    }

    @SuppressWarnings("unchecked")
    final Unique unique(Function<U, Key<M, F>> key) {
        return key.apply((U) type.unique()).engine();
    }
}
