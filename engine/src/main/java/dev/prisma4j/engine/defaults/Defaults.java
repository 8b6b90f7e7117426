package dev.prisma4j.engine.defaults;

import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.Schema;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.IdentityHashMap;
import java.util.Map;

/** The defaults of every model of a schema, resolved once, and the clock behind {@code now()} and {@code @updatedAt}. */
public final class Defaults {
    private final Map<Model, ModelDefaults> byModel = new IdentityHashMap<>();
    private final Clock clock;

    public Defaults(Schema schema, Clock clock) {
        this.clock = clock;
        schema.models().forEach(model -> byModel.put(model, new ModelDefaults(model)));
    }

    /** What is filled in for a model of the schema. */
    public ModelDefaults of(Model model) {
        ModelDefaults defaults = byModel.get(model);
        if (defaults == null) {
            throw new IllegalArgumentException("The model " + model + " is not of this schema.");
        }
        return defaults;
    }

    /** The moment of an operation that starts now: all of its writes share it. In milliseconds, as Prisma's clock. */
    public Instant moment() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
