// Says why a database cannot be had on this machine, and what to do about it.
package dev.prisma4j.testkit.server;

/** A database server cannot be started or reached on this machine; the message says why and what helps. */
public final class ServerUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ServerUnavailable(String message) {
        super(message);
    }

    public ServerUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
