package dev.prisma4j.client.extend;

import dev.prisma4j.client.model.ModelType;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Interceptors under a name. Generated code has {@code PrismaExtension}, which also knows the models:
 *
 * <pre>{@code
 * var audited = prisma.extend(PrismaExtension.named("audit")
 *     .after((call, result) -> log.info("{}", call))
 *     .user(u -> u.where(f -> f.active().eq(true))));
 * }</pre>
 *
 * @param <S> the type of this object
 */
public abstract class Extension<S extends Extension<S>> extends Hooks<S> {
    private final String name;

    /** For generated code. */
    protected Extension(String name) {
        this.name = name;
    }

    @Override
    @Nullable
    String model() {
        return null;
    }

    /** Its name, for messages. */
    public final String name() {
        return name;
    }

    /** For generated code: interceptors of one model, in their place among the others. */
    @SuppressWarnings("unchecked")
    protected final <M, F> S model(ModelType<M> type, Consumer<ModelHooks<M, F>> more) {
        ModelHooks<M, F> model = new ModelHooks<>(type);
        more.accept(model);
        hooks.addAll(model.hooks);
        return (S) this;
    }

    final List<Hook> all() {
        return List.copyOf(hooks);
    }

    @Override
    public final String toString() {
        return name;
    }
}
