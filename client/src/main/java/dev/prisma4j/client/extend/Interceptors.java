package dev.prisma4j.client.extend;

import dev.prisma4j.client.extend.Hooks.Hook;
import dev.prisma4j.engine.query.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All interceptors of a client, the first outermost. For the library. */
public final class Interceptors {
    /** None. */
    public static final Interceptors NONE = new Interceptors(List.of());

    private final List<Hook> hooks;

    private Interceptors(List<Hook> hooks) {
        this.hooks = hooks;
    }

    /** These, and those of one more extension within them. */
    public Interceptors with(Extension<?> extension) {
        List<Hook> all = new ArrayList<>(hooks);
        all.addAll(extension.all());
        return new Interceptors(List.copyOf(all));
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return hooks.isEmpty();
    }

    /** Runs an operation through them, at last through {@code database}. */
    public @Nullable Object run(
            Query<?> query, boolean inTransaction, boolean streaming, Function<Query<?>, @Nullable Object> database) {
        return from(0, query, inTransaction, streaming, database);
    }

    private @Nullable Object from(
            int first,
            Query<?> query,
            boolean inTransaction,
            boolean streaming,
            Function<Query<?>, @Nullable Object> database) {
        for (int i = first; i < hooks.size(); i++) {
            int next = i + 1;
            QueryCall call = new QueryCall(
                    query,
                    inTransaction,
                    streaming,
                    changed -> from(next, changed, inTransaction, streaming, database));
            if (hooks.get(i).fits(call)) {
                return hooks.get(i).interceptor().around(call);
            }
        }
        return database.apply(query);
    }
}
