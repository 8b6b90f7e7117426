package dev.prisma4j.engine.error;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** P4J01: the row was changed or deleted by somebody else since it was read; its version is another one. */
public final class OptimisticLockException extends PrismaException {
    private static final long serialVersionUID = 1L;

    OptimisticLockException(
            String code, String message, Map<String, ? extends @Nullable Object> meta, @Nullable Throwable cause) {
        super(code, message, meta, cause);
    }
}
