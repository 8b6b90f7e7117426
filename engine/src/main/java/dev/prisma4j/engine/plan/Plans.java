package dev.prisma4j.engine.plan;

import dev.prisma4j.engine.query.Query;
import dev.prisma4j.engine.sql.dialect.Dialect;

/** The plans of one engine: found by shape, made where there is none yet. */
public final class Plans {
    private final Dialect dialect;
    private final PlanCache<ReadPlan> reads;
    private final Recent<ReadPlan> recent;
    private final PlanCache<AggregatePlan> aggregates;

    /** @param limit how many plans of each kind are kept */
    public Plans(Dialect dialect, int limit) {
        this.dialect = dialect;
        this.reads = new PlanCache<>(limit);
        this.recent = new Recent<>(limit);
        this.aggregates = new PlanCache<>(limit);
    }

    public Dialect dialect() {
        return dialect;
    }

    /** The plan of a find. */
    public Planned<ReadPlan> find(Query<?> query) {
        int place = recent.place(query);
        PlanCache.Entry<ReadPlan> likely = recent.get(place);
        if (likely != null) {
            Shaper shaper = new Shaper(likely.shape);
            shaper.read(query);
            if (shaper.isAsExpected()) {
                reads.use(likely);
                return new Planned<>(likely.plan, shaper.values(likely.plan.slots()));
            }
        }
        Shaper shaper = new Shaper(false);
        shaper.read(query);
        Shape shape = shaper.shape();
        PlanCache.Entry<ReadPlan> known = reads.entry(shape);
        ReadPlan plan;
        if (known == null) {
            plan = reads.put(shape, () -> {
                Shaper copier = new Shaper(true);
                Query<?> copy = copier.read(query);
                return new ReadPlanner(dialect, copier.valueCount()).plan(copy);
            });
        } else {
            plan = known.plan;
            recent.put(place, known);
        }
        return new Planned<>(plan, shaper.values(plan.slots()));
    }

    /** The plan of a count, aggregate or group. */
    public Planned<AggregatePlan> aggregate(Query<?> query) {
        Shaper shaper = new Shaper(false);
        shaper.read(query);
        Shape shape = shaper.shape();
        AggregatePlan plan = aggregates.get(shape);
        if (plan == null) {
            plan = aggregates.put(shape, () -> {
                Shaper copier = new Shaper(true);
                Query<?> copy = copier.read(query);
                return new AggregatePlanner(dialect, copier.valueCount()).plan(copy);
            });
        }
        return new Planned<>(plan, shaper.values(plan.slots()));
    }
}
