package dev.prisma4j.engine.error;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** P2025: a row that the operation needs does not exist. */
public final class RecordNotFoundException extends PrismaException {
    private static final long serialVersionUID = 1L;

    RecordNotFoundException(
            String code, String message, Map<String, ? extends @Nullable Object> meta, @Nullable Throwable cause) {
        super(code, message, meta, cause);
    }
}
