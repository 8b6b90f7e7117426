package dev.prisma4j.client.extend;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where interceptors are put: around all operations, or around some. They run in the order in which they are added, the
 * first outermost.
 *
 * @param <S> the type of this object
 */
public abstract class Hooks<S extends Hooks<S>> {
    final List<Hook> hooks = new ArrayList<>();

    /** An interceptor, and the operations that it is for. */
    record Hook(@Nullable String model, Set<Operation> operations, Interceptor interceptor) {
        boolean fits(QueryCall call) {
            return (model == null || model.equals(call.model())) && operations.contains(call.operation());
        }
    }

    Hooks() {}

    /** The model that the interceptors of this object are for, or null. */
    abstract @Nullable String model();

    /** Around all operations. */
    public final S onAll(Interceptor interceptor) {
        return add(EnumSet.allOf(Operation.class), interceptor);
    }

    /** Around operations of that kind. */
    public final S on(Operation operation, Interceptor interceptor) {
        return add(EnumSet.of(operation), interceptor);
    }

    /** Around operations of those kinds. */
    public final S on(Set<Operation> operations, Interceptor interceptor) {
        return add(EnumSet.copyOf(operations), interceptor);
    }

    /** Before all operations; what it throws refuses the operation. */
    public final S before(Consumer<QueryCall> action) {
        return onAll(call -> {
            action.accept(call);
            return call.proceed();
        });
    }

    /** After all operations that succeed, with their results. */
    public final S after(BiConsumer<QueryCall, @Nullable Object> action) {
        return onAll(call -> {
            Object result = call.proceed();
            action.accept(call, result);
            return result;
        });
    }

    @SuppressWarnings("unchecked")
    final S add(Set<Operation> operations, Interceptor interceptor) {
        hooks.add(new Hook(model(), Set.copyOf(operations), interceptor));
        return (S) this;
    }
}
