// Reads by key that are asked for at about the same time go to the database as one statement.
package dev.prisma4j.client.async;

import dev.prisma4j.client.delegate.Session;
import dev.prisma4j.engine.error.ConnectionException;
import dev.prisma4j.engine.error.PoolTimeoutException;
import dev.prisma4j.engine.error.PrismaException;
import dev.prisma4j.engine.query.Condition;
import dev.prisma4j.engine.query.FindMany;
import dev.prisma4j.engine.query.FindUnique;
import dev.prisma4j.engine.query.ReadArguments;
import dev.prisma4j.engine.query.ReadOptions;
import dev.prisma4j.engine.query.Selection;
import dev.prisma4j.engine.result.Row;
import dev.prisma4j.engine.result.RowReader;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.ScalarField;
import dev.prisma4j.schema.model.ScalarType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Waits a moment after each read for more of the same model, key and selection; sends them when the moment passes, when
 * there are very many, or when somebody waits for one of them.
 */
final class KeyReads {
    private static final int MOST = 1000;
    private static final int MOMENTS = 10;

    /** Starts work on another thread. */
    interface Starter {
        <R extends @Nullable Object> QueryFuture<R> start(Function<Session, R> work);
    }

    /** What reads must share to go together. */
    private record Group(
            Model model,
            List<ScalarField> key,
            List<ScalarField> scalars,
            List<?> reads,
            List<?> counts,
            List<?> computed,
            ReadOptions options) {}

    private static final class Waiting {
        final FindUnique<?> query;
        final QueryFuture<@Nullable Object> future;
        private @Nullable Object found;
        private @Nullable Throwable failure;

        Waiting(FindUnique<?> query, QueryFuture<@Nullable Object> future) {
            this.query = query;
            this.future = future;
        }

        /** Makes its object of the row. If that fails it is nobody else's business. */
        void take(Row row) {
            try {
                found = query.selection().reader().read(row);
            } catch (RuntimeException | Error e) {
                failure = e;
            }
        }

        void answer() {
            if (failure == null) {
                future.finish(found);
            } else {
                future.fail(failure);
            }
        }
    }

    private final Starter starter;
    private final Workers workers;
    private final boolean inTransaction;
    private final Map<Group, List<Waiting>> groups = new LinkedHashMap<>();
    private int waiting;
    private long firstAt;
    private long lastAt;
    private boolean armed;

    KeyReads(Starter starter, Workers workers, boolean inTransaction) {
        this.starter = starter;
        this.workers = workers;
        this.inTransaction = inTransaction;
    }

    Workers workers() {
        return workers;
    }

    /** Whether the rows of several such reads can be told apart without the database: by keys of plain types. */
    static boolean canJoin(FindUnique<?> query) {
        return query.where().and() == null
                && query.options().lock() == null
                && query.where().fields().stream().allMatch(KeyReads::isComparable);
    }

    private static boolean isComparable(ScalarField key) {
        return key.is(ScalarType.INT)
                || key.is(ScalarType.BIG_INT)
                || key.is(ScalarType.STRING)
                || key.is(ScalarType.BOOLEAN)
                || key.scalarType().isEmpty();
    }

    @SuppressWarnings("unchecked")
    <R extends @Nullable Object> QueryFuture<@Nullable R> add(FindUnique<R> query) {
        if (workers.window().isZero()) {
            return starter.start(inside -> inside.execute(query));
        }
        QueryFuture<@Nullable Object> future = new QueryFuture<>(() -> {}, this::send);
        Selection<R> selection = query.selection();
        Group group = new Group(
                query.model(),
                query.where().fields(),
                selection.scalars(),
                selection.reads(),
                selection.counts(),
                selection.computed(),
                query.options());
        boolean full;
        synchronized (groups) {
            groups.computeIfAbsent(group, key -> new ArrayList<>()).add(new Waiting(query, future));
            lastAt = System.nanoTime();
            if (waiting++ == 0) {
                firstAt = lastAt;
            }
            full = waiting >= MOST;
            if (!armed && !full) {
                armed = true;
                arm();
            }
        }
        if (full) {
            send();
        }
        return (QueryFuture<@Nullable R>) (QueryFuture<?>) future;
    }

    private void arm() {
        try {
            workers.clock().schedule(this::moment, workers.window().toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            armed = false;
        }
    }

    /** A moment has passed: sends what waits, unless more is coming in and it has not waited for long. */
    private void moment() {
        long window = workers.window().toNanos();
        synchronized (groups) {
            long now = System.nanoTime();
            if (waiting > 0 && now - lastAt < window && now - firstAt < window * MOMENTS) {
                arm();
                return;
            }
            armed = false;
        }
        send();
    }

    /** Sends everything that waits. */
    void send() {
        List<List<Waiting>> all;
        synchronized (groups) {
            all = new ArrayList<>(groups.values());
            groups.clear();
            waiting = 0;
        }
        all.forEach(this::send);
    }

    private void send(List<Waiting> together) {
        List<Waiting> wanted =
                together.stream().filter(one -> !one.future.isDone()).toList();
        if (wanted.isEmpty()) {
            return;
        }
        if (wanted.size() == 1 || !distinguishable(wanted)) {
            wanted.forEach(one -> start(List.of(one), inside -> readAlone(inside, one)));
        } else {
            start(wanted, inside -> readTogether(inside, wanted));
        }
    }

    /**
     * Reads on another thread. The statement is cancelled when nobody wants any of its rows any more. (Callers have futures
     * made of these, which pass on as a cancel whatever they are completed with from outside.)
     */
    private void start(List<Waiting> wanted, Consumer<Session> read) {
        CompletableFuture<?> running = starter.start(inside -> {
            read.accept(inside);
            return Boolean.TRUE;
        });
        running.whenComplete((done, failure) -> {
            if (failure != null) {
                wanted.forEach(one -> one.future.fail(failure));
            }
        });
        AtomicInteger interested = new AtomicInteger(wanted.size());
        for (Waiting one : wanted) {
            one.future.whenComplete((row, failure) -> {
                if (failure != null && interested.decrementAndGet() == 0) {
                    running.cancel(true);
                }
            });
        }
    }

    /** Databases may take texts for equal that differ in letter case, so such keys are read one by one. */
    private static boolean distinguishable(List<Waiting> wanted) {
        long exact = wanted.stream().map(one -> key(one.query)).distinct().count();
        long loose =
                wanted.stream().map(one -> loose(key(one.query))).distinct().count();
        return exact == loose;
    }

    private static void readAlone(Session inside, Waiting one) {
        try {
            one.future.finish(inside.execute(one.query));
        } catch (RuntimeException | Error e) {
            one.future.fail(e);
        }
    }

    /** One statement for all; each by itself if that fails for what may be wrong with one of them only. */
    private void readTogether(Session inside, List<Waiting> wanted) {
        try {
            read(inside, wanted);
        } catch (RuntimeException e) {
            if (!mayBeOfOneOnly(e)) {
                throw e;
            }
            for (Waiting one : wanted) {
                if (!one.future.isDone()) {
                    readAlone(inside, one);
                }
            }
        }
    }

    /** A failed statement may have ended the transaction that it was in; without a database no read succeeds. */
    private boolean mayBeOfOneOnly(RuntimeException failure) {
        return !(failure instanceof PrismaException told)
                || !inTransaction
                        && !(told instanceof ConnectionException)
                        && !(told instanceof PoolTimeoutException)
                        && !told.code().equals("P1008");
    }

    private static void read(Session inside, List<Waiting> wanted) {
        Map<Object, List<Waiting>> byKey = new HashMap<>();
        Map<Object, List<Waiting>> byLooseKey = new HashMap<>();
        Map<Object, FindUnique<?>> distinct = new LinkedHashMap<>();
        for (Waiting one : wanted) {
            Object key = key(one.query);
            byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(one);
            byLooseKey.computeIfAbsent(loose(key), k -> new ArrayList<>()).add(one);
            distinct.putIfAbsent(key, one.query);
        }
        FindUnique<?> first = wanted.get(0).query;
        List<ScalarField> fields = first.where().fields();
        Selection<?> selection = first.selection();
        List<ScalarField> scalars = new ArrayList<>(selection.scalars());
        int keysAt = scalars.size();
        scalars.addAll(fields);
        RowReader<Boolean> reader = row -> {
            Object key = key(row, keysAt, fields.size());
            List<Waiting> askers = byKey.containsKey(key) ? byKey.get(key) : byLooseKey.get(loose(key));
            if (askers != null) {
                askers.forEach(asker -> asker.take(row));
            }
            return Boolean.TRUE;
        };
        FindMany<Boolean> all = new FindMany<>(
                first.model(),
                ReadArguments.where(condition(fields, List.copyOf(distinct.values()))),
                selection.with(scalars, reader),
                first.options());
        inside.execute(first.options().deleted() ? all.withDeleted() : all);
        wanted.forEach(Waiting::answer);
    }

    private static Condition condition(List<ScalarField> fields, List<FindUnique<?>> queries) {
        if (fields.size() == 1) {
            return Condition.in(
                    fields.get(0),
                    queries.stream().map(query -> query.where().values().get(0)).toList());
        }
        List<Condition> rows = new ArrayList<>();
        for (FindUnique<?> query : queries) {
            List<Condition> parts = new ArrayList<>();
            for (int i = 0; i < fields.size(); i++) {
                parts.add(Condition.eq(fields.get(i), query.where().values().get(i)));
            }
            rows.add(new Condition.And(parts));
        }
        return new Condition.Or(rows);
    }

    private static Object key(FindUnique<?> query) {
        return query.where().values().stream().map(KeyReads::plain).toList();
    }

    private static Object key(Row row, int from, int count) {
        List<Object> key = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            key.add(plain(Objects.requireNonNull(row.getObject(from + i))));
        }
        return key;
    }

    /** One form for values that are equal in the database. */
    private static Object plain(Object value) {
        return value instanceof Number number
                ? new BigDecimal(number.toString()).stripTrailingZeros()
                : value.toString();
    }

    private static Object loose(Object key) {
        return key.toString().toLowerCase(Locale.ROOT);
    }
}
