package dev.prisma4j.client.log;

/** What a client can tell, as in Prisma's {@code log} option. */
public enum LogLevel {
    /** Every SQL statement. */
    QUERY,
    /** That the client was opened or closed. */
    INFO,
    /** Slow statements, attempts that are made again, replicas that do not answer, a cache that fails. */
    WARN,
    /** Statements that failed. */
    ERROR
}
