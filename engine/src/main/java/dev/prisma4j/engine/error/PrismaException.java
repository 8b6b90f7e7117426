package dev.prisma4j.engine.error;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the engine throws, always: with Prisma's code, and what Prisma calls {@code meta}. Subclasses say what kind of
 * failure it was; made only by {@link Errors}.
 */
public class PrismaException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient Map<String, @Nullable Object> details;
    private final transient Map<String, @Nullable Object> meta;

    PrismaException(
            String code, String message, Map<String, ? extends @Nullable Object> meta, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
        this.details = new LinkedHashMap<>(meta);
        this.meta = Collections.unmodifiableMap(details);
    }

    /** Adds what is only known further out, before anybody else sees the exception. */
    final void add(String key, Object value) {
        details.put(key, value);
    }

    /** Prisma's code, for example {@code P2002}. */
    public final String code() {
        return code;
    }

    /** Prisma's details of the failure: strings, numbers, booleans, lists and maps. */
    public final Map<String, @Nullable Object> meta() {
        return meta;
    }

    /** The model of the operation, as far as it is known. */
    public final @Nullable String model() {
        return meta.get("modelName") instanceof String name ? name : null;
    }

    @Override
    public String toString() {
        return getClass().getName() + ": " + code + ": " + getMessage();
    }
}
