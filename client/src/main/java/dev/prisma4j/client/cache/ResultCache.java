// Reads through a cache: fresh answers, stale ones with a read in the background, and one read per key at a time.
package dev.prisma4j.client.cache;

import dev.prisma4j.client.tree.QueryModels;
import dev.prisma4j.engine.query.Query;
import dev.prisma4j.schema.model.Model;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The cache of a client: {@code prisma.cache()}. Answers get into it by {@code cache(..)} on reads. */
public final class ResultCache implements AutoCloseable {
    private static final String ALL = "*";
    private static final int SCOPE_LENGTH = 16;

    private final CacheStore store;
    private final boolean forgetsOnWrites;
    private final Supplier<String> address;
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

    private volatile @Nullable String scope;

    /** For the library: where answers come from that are not kept. */
    public interface Source {
        /** Reads from the database. */
        @Nullable
        Object read(Query<?> query);

        /** Whether whoever asks does not want the answer any more. */
        boolean isCancelled();

        /** Whether it is a replica, whose answers may be older than the primary's. */
        boolean isReplica();

        /** The same for a read that nobody waits for. */
        Source inBackground();
    }

    /**
     * For the library.
     *
     * @param address tells databases apart; asked only where a store is shared
     * @param background runs reads that nobody waits for
     * @param onFailure is told of the store's failures
     */
    public ResultCache(
            CacheOptions options,
            Supplier<String> address,
            Executor background,
            BiConsumer<String, Throwable> onFailure) {
        this.store = options.open();
        this.forgetsOnWrites = options.forgetsOnWrites();
        this.address = address;
        this.scope = options.isShared() ? null : "";
        this.background = background;
        this.onFailure = onFailure;
    }

    /** For the library: the answer of a read, from here or from the database. */
    @SuppressWarnings({"unchecked", "NullAway"}) // R is nullable where the answer is
    public <R extends @Nullable Object> R read(Query<R> query, CacheStrategy strategy, Source source) {
        List<String> names = names(query, strategy);
        List<Long> versions = quietly("read", () -> store.versions(scoped(names)));
        if (versions == null) {
            return (R) source.read(query);
        }
        CacheKey key = CacheKey.of(query, List.of(scope(), source.isReplica()));
        CachedAnswer kept = quietly("read", () -> store.get(key));
        if (kept != null && kept.versions().equals(versions)) {
            long age = System.currentTimeMillis() - kept.readAt();
            if (age < strategy.ttl().toMillis()) {
                hits.increment();
                return (R) Captured.answer(query, kept.rows());
            } else if (age < strategy.whole().toMillis()) {
                staleHits.increment();
                refresh(query, strategy, new Flight(key, versions), source.inBackground());
                return (R) Captured.answer(query, kept.rows());
            }
        }
        misses.increment();
        return (R) Captured.answer(query, load(query, strategy, new Flight(key, versions), source));
    }

    private List<CapturedRow> load(Query<?> query, CacheStrategy strategy, Flight flight, Source source) {
        while (true) {
            CompletableFuture<List<CapturedRow>> mine = new CompletableFuture<>();
            CompletableFuture<List<CapturedRow>> others = flights.putIfAbsent(flight, mine);
            if (others == null) {
                return lead(query, strategy, flight, source, mine);
            }
            joined.increment();
            try {
                return others.join();
            } catch (CancellationException e) {
                // Whoever read it does not want it any more; we do, so we read it ourselves, or join the next.
            } catch (CompletionException e) {
                if (e.getCause() instanceof RuntimeException failure) {
                    throw failure;
                }
                throw e;
            }
        }
    }

    private List<CapturedRow> lead(
            Query<?> query,
            CacheStrategy strategy,
            Flight flight,
            Source source,
            CompletableFuture<List<CapturedRow>> mine) {
        try {
            List<CapturedRow> rows = fetch(query, strategy, flight, source);
            mine.complete(rows);
            return rows;
        } catch (RuntimeException | Error e) {
            flights.remove(flight, mine);
            mine.completeExceptionally(source.isCancelled() ? new CancellationException() : e);
            throw e;
        } finally {
            flights.remove(flight, mine);
        }
    }

    private List<CapturedRow> fetch(Query<?> query, CacheStrategy strategy, Flight flight, Source source) {
        long readAt = System.currentTimeMillis();
        loads.increment();
        List<CapturedRow> rows = Captured.load(query, source::read);
        quietly("write", () -> {
            store.put(flight.key(), new CachedAnswer(rows, readAt, flight.versions()), strategy.whole());
            return rows;
        });
        return rows;
    }

    private void refresh(Query<?> query, CacheStrategy strategy, Flight flight, Source source) {
        if (flights.containsKey(flight)) {
            return;
        }
        try {
            background.execute(() -> {
                try {
                    load(query, strategy, flight, source);
                } catch (RuntimeException e) {
                    onFailure.accept("An answer could not be read again in the background", e);
                }
            });
        } catch (RejectedExecutionException e) {
            // The client is being closed.
        }
    }

    /** What tells this database from others in the same store; empty where the store is this client's own. */
    private String scope() {
        String known = scope;
        if (known == null) {
            known = KeyText.of(List.of(address.get())).substring(0, SCOPE_LENGTH);
            scope = known;
        }
        return known;
    }

    private List<String> scoped(List<String> names) {
        String prefix = scope();
        return prefix.isEmpty()
                ? names
                : names.stream().map(name -> prefix + ":" + name).toList();
    }

    private List<String> names(Query<?> query, CacheStrategy strategy) {
        List<String> names = new ArrayList<>();
        names.add(ALL);
        strategy.tags().forEach(tag -> names.add("tag:" + tag));
        QueryModels.of(query).forEach(model -> names.add("model:" + model.name()));
        return names;
    }

    private <T> @Nullable T quietly(String what, Supplier<@Nullable T> work) {
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
                store.renew(scoped(names));
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
