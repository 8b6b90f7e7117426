package dev.prisma4j.engine.error;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Any other failure that the database reports, by its code. */
public final class DatabaseException extends PrismaException {
    private static final long serialVersionUID = 1L;

    DatabaseException(
            String code, String message, Map<String, ? extends @Nullable Object> meta, @Nullable Throwable cause) {
        super(code, message, meta, cause);
    }
}
