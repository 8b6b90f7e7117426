package dev.prisma4j.client.extend;

import dev.prisma4j.client.expression.Condition;
import dev.prisma4j.client.model.ModelType;
import dev.prisma4j.client.model.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The interceptors of one model.
 *
 * @param <M> the model
 * @param <F> the model's fields
 */
public final class ModelHooks<M, F> extends Hooks<ModelHooks<M, F>> {
    private static final Set<Operation> MAKING =
            EnumSet.of(Operation.CREATE, Operation.CREATE_MANY, Operation.CREATE_MANY_AND_RETURN);

    private final ModelType<M> type;

    ModelHooks(ModelType<M> type) {
        this.type = type;
    }

    @Override
    @Nullable
    String model() {
        return type.model().name();
    }

    /**
     * Adds a condition to every operation of this model that finds, changes or deletes rows: rows that do not meet it are
     * not there for this client. The condition is made anew for each operation, so it may depend on who is asking. As with
     * every interceptor, operations nested in those of other models are not touched.
     */
    @SuppressWarnings("unchecked")
    public ModelHooks<M, F> where(Function<F, Condition<M>> condition) {
        return add(
                EnumSet.complementOf((EnumSet<Operation>) MAKING),
                call -> call.proceed(Narrowing.of(
                        call.query(),
                        condition.apply((F) type.fields(Path.ROOT)).engine())));
    }
}
