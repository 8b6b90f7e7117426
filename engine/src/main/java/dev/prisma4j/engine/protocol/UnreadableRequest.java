package dev.prisma4j.engine.protocol;

/** A request that is not a query at all: malformed JSON, an unknown model or action. Such errors have no Prisma code. */
final class UnreadableRequest extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableRequest(String message) {
        super(message);
    }
}
