package dev.prisma4j.client.replica;

/** Which database an operation outside of transactions goes to. */
public enum Route {
    /** Reads to a replica, if there is one, everything else to the primary. */
    AUTO,
    /** Everything to the primary. */
    PRIMARY,
    /** Everything to a replica; writes are refused. */
    REPLICA
}
