package dev.prisma4j.client.async;

import dev.prisma4j.client.cache.CacheStrategy;
import dev.prisma4j.client.delegate.Session;
import dev.prisma4j.engine.Cancellation;
import dev.prisma4j.engine.TransactionOptions;
import dev.prisma4j.engine.query.FindMany;
import dev.prisma4j.engine.query.FindUnique;
import dev.prisma4j.engine.query.Query;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes note of the one query that a call makes, instead of running it. */
final class AskedQuery implements Session {
    private @Nullable Query<?> query;
    private @Nullable CacheStrategy cache;

    private AskedQuery() {}

    /** The query of a {@code findUnique}; null if its answer may be kept, since then it does not go with others. */
    @SuppressWarnings("unchecked")
    static <R> @Nullable FindUnique<R> of(Function<Session, Optional<R>> call) {
        AskedQuery asked = new AskedQuery();
        boolean nothing = call.apply(asked).isEmpty();
        return nothing && asked.cache == null && asked.query instanceof FindUnique<?> find
                ? (FindUnique<R>) find
                : null;
    }

    @Override
    @SuppressWarnings("NullAway") // findUnique takes null for no row
    public <R extends @Nullable Object> R execute(Query<R> asked, @Nullable CacheStrategy strategy) {
        query = asked;
        cache = strategy;
        return null;
    }

    @Override
    public <T extends @Nullable Object> Stream<T> stream(FindMany<T> asked) {
        throw moreThanOneQuery();
    }

    @Override
    public <R extends @Nullable Object> R atomically(Function<Session, R> steps) {
        throw moreThanOneQuery();
    }

    @Override
    public <R extends @Nullable Object> R transaction(TransactionOptions options, Function<Session, R> work) {
        throw moreThanOneQuery();
    }

    private static IllegalStateException moreThanOneQuery() {
        return new IllegalStateException("a findUnique asks one query");
    }

    @Override
    public Session cancelledBy(Cancellation cancellation) {
        return this;
    }

    @Override
    public boolean isCancelled() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public boolean mayJoin(FindUnique<?> asked) {
        return false;
    }
}
