// What all clients on one database share: engines, threads, cache, and the way out.
package dev.prisma4j.client.runtime;

import dev.prisma4j.client.async.Workers;
import dev.prisma4j.client.cache.CacheOptions;
import dev.prisma4j.client.cache.ResultCache;
import dev.prisma4j.client.log.ClientLog;
import dev.prisma4j.client.log.LogLevel;
import dev.prisma4j.client.replica.Replicas;
import dev.prisma4j.client.trace.Instrumentation;
import dev.prisma4j.client.trace.Instrumentation.Step;
import dev.prisma4j.client.trace.Instrumentations;
import dev.prisma4j.engine.Engine;
import dev.prisma4j.engine.TransactionOptions;
import dev.prisma4j.engine.error.PrismaException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Made by the builder, closed by the first client that is closed. */
public final class ClientRuntime {
    private final Engine engine;
    private final @Nullable Replicas replicas;
    private final Settings settings;
    private final Gate gate = new Gate();
    private final AtomicLong wroteAt = new AtomicLong();
    private volatile boolean wrote;
    private volatile @Nullable ResultCache cache;

    /**
     * What the builder was told.
     *
     * @param transactions the options of transactions that do not say
     * @param retries how often single operations are tried again
     * @param cache where answers are kept
     * @param instrumentations what watches
     * @param log what is told
     * @param workers where asynchronous work runs
     * @param readYourWrites for how long after a write reads go to the primary
     * @param closing how long closing waits for what runs
     */
    public record Settings(
            TransactionOptions transactions,
            RetryPolicy retries,
            CacheOptions cache,
            Instrumentations instrumentations,
            ClientLog log,
            Workers workers,
            Duration readYourWrites,
            Duration closing) {}

    /** On that engine, with replicas or none. */
    public ClientRuntime(Engine engine, @Nullable Replicas replicas, Settings settings) {
        this.engine = engine;
        this.replicas = replicas;
        this.settings = settings;
        String provider = engine.schema().provider().text();
        settings.instrumentations().opened(provider, engine::pool);
        settings.log().tell(LogLevel.INFO, "client", "The client is open on " + provider + ".", null);
    }

    public Engine engine() {
        return engine;
    }

    public Settings settings() {
        return settings;
    }

    /** The replicas, for reads that may go there now: not right after a write, where the builder says so. */
    public @Nullable Replicas replicas(boolean evenAfterWrites) {
        if (replicas == null || evenAfterWrites || !wrote) {
            return replicas;
        }
        long since = System.nanoTime() - wroteAt.get();
        return since < settings.readYourWrites().toNanos() ? null : replicas;
    }

    /** Something was written just now. */
    public void wrote() {
        if (replicas != null) {
            wroteAt.set(System.nanoTime());
            wrote = true;
        }
    }

    /** The cache, made when it is first needed. */
    public ResultCache cache() {
        ResultCache known = cache;
        if (known == null) {
            synchronized (this) {
                known = cache;
                if (known == null) {
                    known = new ResultCache(
                            settings.cache(),
                            engine::address,
                            task -> settings.workers().executor().execute(task),
                            (message, failure) -> settings.log().tell(LogLevel.WARN, "cache", message, failure));
                    cache = known;
                }
            }
        }
        return known;
    }

    /** The cache, if anybody has needed it yet. */
    public @Nullable ResultCache cacheIfUsed() {
        return cache;
    }

    // ---- running

    /** Begins something that closing waits for. */
    public void enter() {
        gate.enter();
    }

    /** Ends it. */
    public void leave() {
        gate.leave();
    }

    /** Whether the client was closed. */
    public boolean isClosed() {
        return gate.isClosed();
    }

    /** Runs something that others watch. */
    public <R extends @Nullable Object> R watched(
            Step step, @Nullable String operation, @Nullable String model, Supplier<R> work) {
        if (settings.instrumentations().isEmpty()) {
            return work.get();
        }
        Instrumentation.Running span = settings.instrumentations().start(step, operation, model);
        try {
            return work.get();
        } catch (RuntimeException | Error e) {
            span.failed(e);
            throw e;
        } finally {
            span.close();
        }
    }

    /** Runs a single operation outside of transactions, again where that may help. */
    public <R extends @Nullable Object> R retried(boolean read, Supplier<R> work) {
        RetryPolicy policy = settings.retries();
        for (int attempt = 0; ; attempt++) {
            try {
                return work.get();
            } catch (PrismaException e) {
                if (attempt >= policy.retries() || !policy.helps(e, read)) {
                    throw e;
                }
                settings.log()
                        .tell(
                                LogLevel.WARN,
                                "client",
                                "Trying again after " + e.code() + ", attempt " + (attempt + 2),
                                e);
                if (!policy.await(attempt)) {
                    throw e;
                }
            }
        }
    }

    // ---- state

    /** Asks the databases for a sign of life. */
    public Health health(Duration time) {
        return new Health(
                health(engine, time),
                replicas == null
                        ? List.of()
                        : replicas.engines().stream()
                                .map(replica -> health(replica, time))
                                .toList());
    }

    private Health.Database health(Engine database, Duration time) {
        long start = System.nanoTime();
        String problem = null;
        if (isClosed()) {
            problem = "The client is closed.";
        } else {
            try {
                database.ping(time);
            } catch (PrismaException e) {
                problem = e.code() + ": " + e.getMessage();
            }
        }
        return new Health.Database(Duration.ofNanos(System.nanoTime() - start), problem, database.pool());
    }

    /** Closes, after waiting for what runs; again has no effect. */
    public void close(Duration time) {
        if (!gate.close()) {
            return;
        }
        boolean calm = gate.awaitEmpty(time);
        if (!calm) {
            settings.log().tell(LogLevel.WARN, "client", "The client is closed while operations still run.", null);
        }
        settings.workers().close();
        closeCache();
        if (replicas != null) {
            replicas.close();
        }
        engine.close();
        settings.instrumentations().closed();
        settings.log().tell(LogLevel.INFO, "client", "The client is closed.", null);
    }

    private void closeCache() {
        ResultCache used = cache;
        try {
            if (used != null) {
                used.close();
            } else {
                settings.cache().closeUnused();
            }
        } catch (RuntimeException e) {
            settings.log().tell(LogLevel.WARN, "cache", "The cache could not be closed", e);
        }
    }
}
