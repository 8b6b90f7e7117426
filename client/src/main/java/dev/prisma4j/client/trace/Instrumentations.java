package dev.prisma4j.client.trace;

import dev.prisma4j.engine.event.PoolStatus;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Several that watch, as one. For the library. */
public final class Instrumentations {
    private final List<Instrumentation> all;

    /** In that order. */
    public Instrumentations(List<Instrumentation> all) {
        this.all = List.copyOf(all);
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** Something begins. */
    public Instrumentation.Running start(
            Instrumentation.Step step, @Nullable String operation, @Nullable String model) {
        if (all.isEmpty()) {
            return Instrumentation.Running.NONE;
        }
        if (all.size() == 1) {
            return all.get(0).start(step, operation, model);
        }
        List<Instrumentation.Running> spans =
                all.stream().map(one -> one.start(step, operation, model)).toList();
        return new Instrumentation.Running() {
            @Override
            public void failed(Throwable failure) {
                spans.forEach(span -> span.failed(failure));
            }

            @Override
            public void close() {
                for (int i = spans.size() - 1; i >= 0; i--) {
                    spans.get(i).close();
                }
            }
        };
    }

    /** The client is open. */
    public void opened(String provider, Supplier<PoolStatus> pool) {
        all.forEach(one -> one.opened(provider, pool));
    }

    /** The client was closed. */
    public void closed() {
        all.forEach(Instrumentation::closed);
    }
}
