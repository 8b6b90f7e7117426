// Reads through a cache: fresh answers, stale ones with a read in the background, and one read per key at a time.
package dev.prisma4j.client.cache;

import dev.prisma4j.client.tree.QueryModels;
import dev.prisma4j.engine.query.Query;
import dev.prisma4j.schema.model.Model;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The cache of a client: {@code prisma.cache()}. Answers get into it by {@code cache(..)} on reads. */
public final class ResultCache implements AutoCloseable {
    private static final String ALL = "*";

    private final CacheStore store;
    private final boolean forgetsOnWrites;
    private final Executor background;
    private final BiConsumer<String, Throwable> onFailure;
    private final ConcurrentMap<Flight, CompletableFuture<List<CapturedRow>>> flights = new ConcurrentHashMap<>();
    private final LongAdder hits = new LongAdder();
    private final LongAdder staleHits = new LongAdder();
    private final LongAdder misses = new LongAdder();
    private final LongAdder joined = new LongAdder();
    private final LongAdder loads = new LongAdder();
    private final LongAdder failures = new LongAdder();

    /** A read at work. Whoever asks after something was forgotten does not join a read from before. */
    private record Flight(CacheKey key, List<Long> versions) {}

    /** For the library: {@code background} runs reads that nobody waits for, {@code onFailure} is told of the store's failures. */
    public ResultCache(CacheOptions options, Executor background, BiConsumer<String, Throwable> onFailure) {
        this.store = options.open();
        this.forgetsOnWrites = options.forgetsOnWrites();
        this.background = background;
        this.onFailure = onFailure;
    }

    /** For the library: the answer of a read, from here or from the database. */
    @SuppressWarnings({"unchecked", "NullAway"}) // R is nullable where the answer is
    public <R extends @Nullable Object> R read(
            Query<R> query, CacheStrategy strategy, Function<Query<?>, @Nullable Object> database) {
        CacheKey key = CacheKey.of(query);
        List<String> names = names(query, strategy);
        List<Long> versions = quietly("read", () -> store.versions(names));
        if (versions == null) {
            return (R) database.apply(query);
        }
        CachedAnswer kept = quietly("read", () -> store.get(key));
        if (kept != null && kept.versions().equals(versions)) {
            long age = System.currentTimeMillis() - kept.readAt();
            if (age < strategy.ttl().toMillis()) {
                hits.increment();
                return (R) Captured.answer(query, kept.rows());
            } else if (age < strategy.whole().toMillis()) {
                staleHits.increment();
                refresh(query, strategy, new Flight(key, versions), database);
                return (R) Captured.answer(query, kept.rows());
            }
        }
        misses.increment();
        return (R) Captured.answer(query, load(query, strategy, new Flight(key, versions), database));
    }

    private List<CapturedRow> load(
            Query<?> query, CacheStrategy strategy, Flight flight, Function<Query<?>, @Nullable Object> database) {
        CompletableFuture<List<CapturedRow>> mine = new CompletableFuture<>();
        CompletableFuture<List<CapturedRow>> others = flights.putIfAbsent(flight, mine);
        if (others != null) {
            joined.increment();
            try {
                return others.join();
            } catch (CompletionException e) {
                if (e.getCause() instanceof RuntimeException failure) {
                    throw failure;
                }
                throw e;
            }
        }
        try {
            List<CapturedRow> rows = fetch(query, strategy, flight, database);
            mine.complete(rows);
            return rows;
        } catch (RuntimeException | Error e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            flights.remove(flight, mine);
        }
    }

    private List<CapturedRow> fetch(
            Query<?> query, CacheStrategy strategy, Flight flight, Function<Query<?>, @Nullable Object> database) {
        long readAt = System.currentTimeMillis();
        loads.increment();
        List<CapturedRow> rows = Captured.load(query, database);
        quietly("write", () -> {
            store.put(flight.key(), new CachedAnswer(rows, readAt, flight.versions()), strategy.whole());
            return rows;
        });
        return rows;
    }

    private void refresh(
            Query<?> query, CacheStrategy strategy, Flight flight, Function<Query<?>, @Nullable Object> database) {
        if (flights.containsKey(flight)) {
            return;
        }
        try {
            background.execute(() -> {
                try {
                    load(query, strategy, flight, database);
                } catch (RuntimeException e) {
                    onFailure.accept("An answer could not be read again in the background", e);
                }
            });
        } catch (RejectedExecutionException e) {
            // The client is being closed.
        }
    }

    private List<String> names(Query<?> query, CacheStrategy strategy) {
        List<String> names = new ArrayList<>();
        names.add(ALL);
        strategy.tags().forEach(tag -> names.add("tag:" + tag));
        QueryModels.of(query).forEach(model -> names.add("model:" + model.name()));
        return names;
    }

    private <T> @Nullable T quietly(String what, java.util.function.Supplier<@Nullable T> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            failures.increment();
            onFailure.accept("The cache could not be " + (what.equals("read") ? "read" : "written"), e);
            return null;
        }
    }

    /** For the library: rows of those models have changed; null where nobody knows which. */
    public void changed(@Nullable Collection<Model> models) {
        if (forgetsOnWrites) {
            renew(
                    models == null
                            ? List.of(ALL)
                            : models.stream()
                                    .map(model -> "model:" + model.name())
                                    .toList());
        }
    }

    private void renew(List<String> names) {
        if (!names.isEmpty()) {
            quietly("written", () -> {
                store.renew(names);
                return names;
            });
        }
    }

    /** Forgets the answers that were given one of these tags. */
    public void invalidate(String... tags) {
        renew(Arrays.stream(tags).map(tag -> "tag:" + tag).toList());
    }

    /** Forgets the answers that depend on one of these models, by their names in the schema. */
    public void invalidateModels(String... models) {
        renew(Arrays.stream(models).map(model -> "model:" + model).toList());
    }

    /** Forgets everything. */
    public void invalidateAll() {
        renew(List.of(ALL));
    }

    /** What it has done so far. */
    public CacheStats stats() {
        Long size = quietly("read", store::size);
        return new CacheStats(
                hits.sum(),
                staleHits.sum(),
                misses.sum(),
                joined.sum(),
                loads.sum(),
                failures.sum(),
                size == null ? -1 : size);
    }

    /** For the library: lets go of the store. */
    @Override
    public void close() {
        store.close();
    }
}
