package dev.prisma4j.engine.plan;

import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Plans by shape, at most so many: when there are more, the tenth that was not used for longest goes.
 *
 * @param <P> the kind of plan
 */
public final class PlanCache<P> {
    private final int limit;
    private final Map<Shape, Entry<P>> entries = new ConcurrentHashMap<>();
    private final AtomicLong clock = new AtomicLong();

    /** A plan and its shape. */
    static final class Entry<P> {
        final Shape shape;
        final P plan;
        private volatile long used;

        private Entry(Shape shape, P plan, long used) {
            this.shape = shape;
            this.plan = plan;
            this.used = used;
        }
    }

    public PlanCache(int limit) {
        this.limit = Math.max(1, limit);
    }

    /** The plan of a shape, or null. */
    public @Nullable P get(Shape shape) {
        Entry<P> entry = entry(shape);
        return entry == null ? null : entry.plan;
    }

    /** The plan of a shape with the shape as it is kept, or null. */
    @Nullable
    Entry<P> entry(Shape shape) {
        Entry<P> entry = entries.get(shape);
        if (entry != null) {
            use(entry);
        }
        return entry;
    }

    /** Takes note that somebody uses a plan. */
    void use(Entry<P> entry) {
        long now = clock.get();
        if (entry.used != now) {
            entry.used = now;
        }
    }

    /** Makes the plan of a shape and keeps it, unless it is of a size that hardly comes twice. */
    public P put(Shape shape, Supplier<P> planning) {
        P plan = planning.get();
        if (shape.isLarge()) {
            return plan;
        }
        Shape kept = shape.kept();
        entries.put(kept, new Entry<>(kept, plan, clock.incrementAndGet()));
        if (entries.size() > limit) {
            evict();
        }
        return plan;
    }

    private synchronized void evict() {
        int surplus = entries.size() - limit;
        if (surplus <= 0) {
            return;
        }
        record Aged<P>(Shape shape, Entry<P> entry, long used) {}
        entries.entrySet().stream()
                .map(entry -> new Aged<>(entry.getKey(), entry.getValue(), entry.getValue().used))
                .sorted(Comparator.comparingLong(Aged::used))
                .limit(surplus + limit / 10)
                .toList()
                .forEach(aged -> entries.remove(aged.shape(), aged.entry()));
    }

    /** How many plans are kept. */
    public int size() {
        return entries.size();
    }
}
