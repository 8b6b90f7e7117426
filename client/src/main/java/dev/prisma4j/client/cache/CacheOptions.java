package dev.prisma4j.client.cache;

import java.util.function.Supplier;

/** Where a client keeps answers, and when it forgets them by itself. */
public final class CacheOptions {
    private final Supplier<CacheStore> store;
    private final boolean shared;
    private final boolean forgetsOnWrites;

    private CacheOptions(Supplier<CacheStore> store, boolean shared, boolean forgetsOnWrites) {
        this.store = store;
        this.shared = shared;
        this.forgetsOnWrites = forgetsOnWrites;
    }

    /** In the memory of this process, at most 10,000 answers: what clients do that say nothing. */
    public static CacheOptions local() {
        return local(10_000);
    }

    /** In the memory of this process, at most so many answers. */
    public static CacheOptions local(long answers) {
        return new CacheOptions(() -> new LocalStore(answers), false, false);
    }

    /**
     * In another store, for example {@code RedisStore.connect("redis://localhost")}. Clients on different databases may share
     * it: each database, user and schema of it has its own answers. It is closed with the client, with the first of several.
     */
    public static CacheOptions in(CacheStore store) {
        return new CacheOptions(() -> store, true, false);
    }

    /**
     * The same, forgetting by itself: a write through this client, once it is committed, makes it forget every answer that
     * depends on a model whose rows the write may have changed, cascades included; raw SQL makes it forget everything.
     * What other programs write is still seen only when an answer's time is up.
     */
    public CacheOptions forgettingOnWrites() {
        return new CacheOptions(store, shared, true);
    }

    /** For the library: whether others may have kept answers that this client's writes make stale. */
    public boolean mustTellOthers() {
        return shared && forgetsOnWrites;
    }

    /** For the library: whether keys must say which database they are about. */
    boolean isShared() {
        return shared;
    }

    CacheStore open() {
        return store.get();
    }

    /** For the library: lets go of a store that was handed in and never needed. */
    public void closeUnused() {
        if (shared) {
            store.get().close();
        }
    }

    boolean forgetsOnWrites() {
        return forgetsOnWrites;
    }
}
