package dev.prisma4j.engine.event;

/** Is told every SQL statement, on the thread that ran it, right after it ran. What it throws is logged and ignored. */
@FunctionalInterface
public interface StatementListener {
    void onStatement(StatementEvent event);
}
