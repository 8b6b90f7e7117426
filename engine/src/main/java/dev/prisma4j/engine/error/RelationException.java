package dev.prisma4j.engine.error;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** P2014, P2017, P2018: related rows are not as the operation needs them. */
public final class RelationException extends PrismaException {
    private static final long serialVersionUID = 1L;

    RelationException(
            String code, String message, Map<String, ? extends @Nullable Object> meta, @Nullable Throwable cause) {
        super(code, message, meta, cause);
    }
}
