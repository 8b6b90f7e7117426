package dev.prisma4j.engine.error;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** P2024: no connection became free in time. */
public final class PoolTimeoutException extends PrismaException {
    private static final long serialVersionUID = 1L;

    PoolTimeoutException(
            String code, String message, Map<String, ? extends @Nullable Object> meta, @Nullable Throwable cause) {
        super(code, message, meta, cause);
    }
}
