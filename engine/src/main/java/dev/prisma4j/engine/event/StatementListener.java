package dev.prisma4j.engine.event;

/** Is told every SQL statement, on the thread that ran it, right after it ran. What it throws is logged and ignored. */
@FunctionalInterface
public interface StatementListener {
    void onStatement(StatementEvent event);

    /** Is told whenever a connection was asked for, on the thread that waited for it. */
    default void onConnection(ConnectionEvent event) {}
}
