package dev.prisma4j.engine.plan;

/** Names for tables within one statement: {@code t0}, {@code t1}, .. */
final class Aliases {
    private int next;

    String next() {
        return "t" + next++;
    }
}
