package dev.prisma4j.client.log;

import dev.prisma4j.engine.event.StatementEvent;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What logs show of the values of statements. */
@FunctionalInterface
public interface Redaction {
    /** Values are left out: what clients do that say nothing. */
    Redaction HIDDEN = (event, position, value) -> "?";

    /** Values are shown as they are. */
    Redaction SHOWN = (event, position, value) -> value;

    /** Numbers, booleans, dates and the like are shown; texts, bytes and JSON are not, only how long they are. */
    Redaction TEXTS_HIDDEN = hiding(value -> !(value instanceof Number
            || value instanceof Boolean
            || value instanceof java.time.temporal.Temporal
            || value instanceof java.util.UUID));

    /**
     * What is shown in place of a value.
     *
     * @param event the statement
     * @param position the value's position among its values, from 0
     */
    @Nullable
    Object shown(StatementEvent event, int position, @Nullable Object value);

    /** Hides the values that a test names; of texts and bytes their length is shown. */
    static Redaction hiding(Predicate<Object> secret) {
        return (event, position, value) -> {
            if (value == null || !secret.test(value)) {
                return value;
            } else if (value instanceof CharSequence text) {
                return "<" + text.length() + " characters>";
            }
            return value instanceof byte[] bytes ? "<" + bytes.length + " bytes>" : "?";
        };
    }
}
