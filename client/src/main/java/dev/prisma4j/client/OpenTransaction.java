package dev.prisma4j.client;

import dev.prisma4j.client.tree.ChangedModels;
import dev.prisma4j.engine.Transaction;
import dev.prisma4j.engine.query.Query;
import dev.prisma4j.schema.model.Model;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One attempt at a transaction, and what it has changed so far: caches learn of it once it is committed. */
final class OpenTransaction {
    private final Transaction engine;
    private final Set<Model> changed = new LinkedHashSet<>();
    private boolean wrote;
    private boolean anything;

    OpenTransaction(Transaction engine) {
        this.engine = engine;
    }

    Transaction engine() {
        return engine;
    }

    boolean isOpen() {
        return engine.isOpen();
    }

    /**
     * Takes note of a write.
     *
     * @param cached whether anybody keeps answers, so that it matters what exactly has changed; whoever begins to do so
     *     before the transaction is over forgets all of them
     */
    synchronized void changed(Query<?> write, boolean cached) {
        if (ChangedModels.isNothing(write)) {
            return;
        }
        wrote = true;
        if (!cached) {
            anything = true;
        }
        if (anything) {
            return;
        }
        Optional<Set<Model>> models = ChangedModels.of(write);
        models.ifPresentOrElse(changed::addAll, () -> anything = true);
    }

    synchronized boolean hasWritten() {
        return wrote;
    }

    /** The models whose rows may have changed; null where nobody knows which. */
    synchronized @Nullable Set<Model> changedModels() {
        return anything ? null : Set.copyOf(changed);
    }
}
