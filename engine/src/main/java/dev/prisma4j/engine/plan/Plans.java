package dev.prisma4j.engine.plan;

import dev.prisma4j.engine.query.Query;
import dev.prisma4j.engine.sql.dialect.Dialect;

/** The plans of one engine: found by shape, made where there is none yet. */
public final class Plans {
    private final Dialect dialect;
    private final PlanCache<ReadPlan> reads;
    private final PlanCache<AggregatePlan> aggregates;

    /** @param limit how many plans of each kind are kept */
    public Plans(Dialect dialect, int limit) {
        this.dialect = dialect;
        this.reads = new PlanCache<>(limit);
        this.aggregates = new PlanCache<>(limit);
    }

    public Dialect dialect() {
        return dialect;
    }

    /** The plan of a find. */
    public Planned<ReadPlan> find(Query<?> query) {
        Shaper shaper = new Shaper(false);
        shaper.read(query);
        Shape shape = shaper.shape();
        ReadPlan plan = reads.get(shape);
        if (plan == null) {
            plan = reads.put(shape, () -> {
                Shaper copier = new Shaper(true);
                Query<?> copy = copier.read(query);
                return new ReadPlanner(dialect, copier.valueCount()).plan(copy);
            });
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
