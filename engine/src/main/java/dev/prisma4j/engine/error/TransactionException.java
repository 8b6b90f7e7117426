package dev.prisma4j.engine.error;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** P2028: a transaction could not be started, has ended, or ran out of time. */
public final class TransactionException extends PrismaException {
    private static final long serialVersionUID = 1L;

    TransactionException(
            String code, String message, Map<String, ? extends @Nullable Object> meta, @Nullable Throwable cause) {
        super(code, message, meta, cause);
    }
}
