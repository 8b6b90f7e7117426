package dev.prisma4j.engine.error;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** P1000 to P1017: the database cannot be reached or does not let us in. */
public final class ConnectionException extends PrismaException {
    private static final long serialVersionUID = 1L;

    ConnectionException(
            String code, String message, Map<String, ? extends @Nullable Object> meta, @Nullable Throwable cause) {
        super(code, message, meta, cause);
    }
}
