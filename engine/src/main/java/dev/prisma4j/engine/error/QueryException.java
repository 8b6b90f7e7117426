package dev.prisma4j.engine.error;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** P2009, P2012, P2019, P2020 and the like: the query itself cannot be run. */
public final class QueryException extends PrismaException {
    private static final long serialVersionUID = 1L;

    QueryException(
            String code, String message, Map<String, ? extends @Nullable Object> meta, @Nullable Throwable cause) {
        super(code, message, meta, cause);
    }
}
