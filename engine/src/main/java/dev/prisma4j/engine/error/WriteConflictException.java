package dev.prisma4j.engine.error;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** P2034: the database gave up a transaction because of a conflict or deadlock; it can be tried again. */
public final class WriteConflictException extends PrismaException {
    private static final long serialVersionUID = 1L;

    WriteConflictException(
            String code, String message, Map<String, ? extends @Nullable Object> meta, @Nullable Throwable cause) {
        super(code, message, meta, cause);
    }
}
