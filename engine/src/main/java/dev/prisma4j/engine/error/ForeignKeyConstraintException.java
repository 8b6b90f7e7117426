package dev.prisma4j.engine.error;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** P2003: a row refers to one that does not exist, or is referred to and cannot go. */
public final class ForeignKeyConstraintException extends PrismaException {
    private static final long serialVersionUID = 1L;

    ForeignKeyConstraintException(
            String code, String message, Map<String, ? extends @Nullable Object> meta, @Nullable Throwable cause) {
        super(code, message, meta, cause);
    }
}
