package dev.prisma4j.migrate.error;

import org.jspecify.annotations.Nullable;

/** A migration command that cannot be carried out. The message says what happened to what, and what to do next. */
public final class MigrateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final @Nullable String code;

    MigrateException(@Nullable String code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** Prisma's code, for example {@code P3009}, or null where Prisma has none. */
    public @Nullable String code() {
        return code;
    }
}
