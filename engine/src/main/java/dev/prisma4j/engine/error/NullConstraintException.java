package dev.prisma4j.engine.error;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** P2011: the database wants a value where there is none. */
public final class NullConstraintException extends PrismaException {
    private static final long serialVersionUID = 1L;

    NullConstraintException(
            String code, String message, Map<String, ? extends @Nullable Object> meta, @Nullable Throwable cause) {
        super(code, message, meta, cause);
    }
}
