package dev.prisma4j.client.replica;

import dev.prisma4j.engine.Engine;
import dev.prisma4j.engine.error.ConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Databases that follow the primary. Reads take turns among those that answer; one that cannot be reached is left alone
 * for a while, and the read goes to the next, at last to the primary. For the library.
 */
public final class Replicas implements AutoCloseable {
    private final List<Replica> replicas;
    private final Duration rest;
    private final BiConsumer<Integer, ConnectionException> onFailure;
    private final AtomicInteger turn = new AtomicInteger();

    private static final class Replica {
        final Engine engine;
        final AtomicLong restsUntil = new AtomicLong(System.nanoTime());

        Replica(Engine engine) {
            this.engine = engine;
        }
    }

    /**
     * Replicas by their engines.
     *
     * @param rest how long one that failed is left alone
     * @param onFailure is told the position of one that failed, and why
     */
    public Replicas(List<Engine> engines, Duration rest, BiConsumer<Integer, ConnectionException> onFailure) {
        this.replicas = engines.stream().map(Replica::new).toList();
        this.rest = rest;
        this.onFailure = onFailure;
    }

    /** Their engines. */
    public List<Engine> engines() {
        return replicas.stream().map(replica -> replica.engine).toList();
    }

    /**
     * Reads from one of them.
     *
     * @param primary what reads where none of them answers; null to fail instead
     */
    public <R extends @Nullable Object> R read(Function<Engine, R> read, @Nullable Engine primary) {
        ConnectionException last = null;
        for (Replica replica : inTurn(primary == null)) {
            try {
                return read.apply(replica.engine);
            } catch (ConnectionException e) {
                replica.restsUntil.set(System.nanoTime() + rest.toNanos());
                onFailure.accept(replicas.indexOf(replica), e);
                last = e;
            }
        }
        if (primary != null) {
            return read.apply(primary);
        }
        throw last == null ? new IllegalStateException("There is no replica.") : last;
    }

    /** Those that are awake, beginning with the next in turn; those that rest too where there is nothing else. */
    private List<Replica> inTurn(boolean nothingElse) {
        int start = Math.floorMod(turn.getAndIncrement(), replicas.size());
        long now = System.nanoTime();
        List<Replica> awake = new ArrayList<>(replicas.size());
        List<Replica> resting = new ArrayList<>();
        for (int i = 0; i < replicas.size(); i++) {
            Replica replica = replicas.get((start + i) % replicas.size());
            (now - replica.restsUntil.get() >= 0 ? awake : resting).add(replica);
        }
        return awake.isEmpty() && nothingElse ? resting : awake;
    }

    @Override
    public void close() {
        replicas.forEach(replica -> replica.engine.close());
    }
}
