package dev.prisma4j.schema.url;

/** A database address that cannot be read (P1013). The message never quotes the address, which may hold a password. */
public final class InvalidDatabaseUrlException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    InvalidDatabaseUrlException(String reason) {
        super("The provided database string is invalid. " + reason);
    }

    /** Prisma's code of the error. */
    public String code() {
        return "P1013";
    }
}
