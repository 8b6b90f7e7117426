package dev.prisma4j.engine.error;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** P2010: the user's own SQL failed; meta has the database's code and message. */
public final class RawQueryException extends PrismaException {
    private static final long serialVersionUID = 1L;

    RawQueryException(
            String code, String message, Map<String, ? extends @Nullable Object> meta, @Nullable Throwable cause) {
        super(code, message, meta, cause);
    }
}
