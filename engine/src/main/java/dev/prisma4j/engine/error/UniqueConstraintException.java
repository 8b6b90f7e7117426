package dev.prisma4j.engine.error;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** P2002: a row with these values exists already. */
public final class UniqueConstraintException extends PrismaException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> fields;

    UniqueConstraintException(
            String message,
            List<String> fields,
            Map<String, ? extends @Nullable Object> meta,
            @Nullable Throwable cause) {
        super("P2002", message, meta, cause);
        this.fields = List.copyOf(fields);
    }

    /** The fields that must be unique together, by their names in the schema; empty if the database does not tell. */
    public List<String> fields() {
        return fields;
    }
}
