package dev.prisma4j.engine.error;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the database itself said about a failure, in the form in which Prisma 7 tells it: {@code meta.driverAdapterError}.
 *
 * @param code the database's code
 * @param message the database's message
 * @param details what there is besides, such as the constraint; by Prisma's names
 * @param other what is told, the kind first, of a failure that Prisma has no kind of its own for
 */
public record DriverCause(
        String code,
        String message,
        Map<String, ? extends @Nullable Object> details,
        Map<String, ? extends @Nullable Object> other) {
    /** Adds this to a failure that nobody has seen yet. */
    public PrismaException addTo(PrismaException failure) {
        String kind = kind(failure.code());
        if (kind == null && !failure.code().equals("P2039")) {
            return failure;
        }
        Map<String, @Nullable Object> cause = new LinkedHashMap<>();
        cause.put("originalCode", code);
        cause.put("originalMessage", message);
        if (kind == null) {
            cause.putAll(other);
        } else {
            cause.put("kind", kind);
            named(failure, "P2021", "table", cause);
            named(failure, "P2022", "column", cause);
            cause.putAll(details);
        }
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("name", "DriverAdapterError");
        error.put("cause", cause);
        failure.add("driverAdapterError", error);
        Object table = details.get("table");
        if (table != null) {
            failure.add("table", table);
        }
        return failure;
    }

    /** What does not exist is named in the cause too. */
    private static void named(PrismaException failure, String code, String key, Map<String, @Nullable Object> cause) {
        if (failure.code().equals(code)) {
            cause.put(key, failure.meta().get(key));
        }
    }

    private static @Nullable String kind(String code) {
        return switch (code) {
            case "P2000" -> "LengthMismatch";
            case "P2002" -> "UniqueConstraintViolation";
            case "P2003" -> "ForeignKeyConstraintViolation";
            case "P2007" -> "InvalidInputValue";
            case "P2011" -> "NullConstraintViolation";
            case "P2020" -> "ValueOutOfRange";
            case "P2021" -> "TableDoesNotExist";
            case "P2022" -> "ColumnNotFound";
            case "P2030" -> "MissingFullTextSearchIndex";
            default -> null;
        };
    }
}
