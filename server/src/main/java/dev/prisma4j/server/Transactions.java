package dev.prisma4j.server;

import dev.prisma4j.engine.Engine;
import dev.prisma4j.engine.Transaction;
import dev.prisma4j.engine.TransactionOptions;
import dev.prisma4j.engine.error.Errors;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The interactive transactions of one engine, by their ids. Ended ones are remembered for a while, so that a late call
 * is told what became of its transaction.
 */
final class Transactions implements AutoCloseable {
    private static final int REMEMBERED = 1000;

    private final Engine engine;
    private final Map<String, Transaction> byId = new LinkedHashMap<>();

    Transactions(Engine engine) {
        this.engine = engine;
    }

    Transaction begin(TransactionOptions options) {
        Transaction transaction = engine.begin(options);
        synchronized (byId) {
            byId.put(transaction.id(), transaction);
            if (byId.size() > REMEMBERED) {
                byId.values().removeIf(known -> byId.size() > REMEMBERED && !known.isOpen());
            }
        }
        return transaction;
    }

    /**
     * The transaction of that id, open or not.
     *
     * @throws dev.prisma4j.engine.error.PrismaException P2028 if there is none
     */
    Transaction get(String id) {
        synchronized (byId) {
            Transaction transaction = byId.get(id);
            if (transaction == null) {
                throw Errors.transaction("Transaction not found. Transaction ID is invalid, refers to an old closed"
                        + " transaction Prisma doesn't have information about anymore, or was obtained before"
                        + " disconnecting.");
            }
            return transaction;
        }
    }

    @Override
    public void close() {
        synchronized (byId) {
            byId.values().forEach(Transaction::close);
            byId.clear();
        }
    }
}
