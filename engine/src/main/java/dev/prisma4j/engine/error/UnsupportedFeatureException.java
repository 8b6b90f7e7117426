package dev.prisma4j.engine.error;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** P2026: this database cannot do that. */
public final class UnsupportedFeatureException extends PrismaException {
    private static final long serialVersionUID = 1L;

    UnsupportedFeatureException(
            String code, String message, Map<String, ? extends @Nullable Object> meta, @Nullable Throwable cause) {
        super(code, message, meta, cause);
    }
}
