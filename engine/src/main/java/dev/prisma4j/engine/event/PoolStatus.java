package dev.prisma4j.engine.event;

/**
 * How busy the connections of an engine are.
 *
 * @param open how many there are, or -1 where a {@code DataSource} of the user's does not tell
 * @param busy how many are being used by this engine
 * @param idle how many are open and unused, or -1 where a {@code DataSource} of the user's does not tell
 * @param waiting how many callers wait for one
 * @param opened how many this engine has seen open so far
 */
public record PoolStatus(int open, int busy, int idle, int waiting, long opened) {}
