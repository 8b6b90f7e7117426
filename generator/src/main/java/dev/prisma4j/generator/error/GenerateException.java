package dev.prisma4j.generator.error;

/** A schema or a generator block that no client can be generated from; the message says what to change. */
public final class GenerateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With that message. */
    public GenerateException(String message) {
        super(message);
    }
}
