package dev.prisma4j.client;

import dev.prisma4j.client.model.Values;
import dev.prisma4j.engine.query.RawSql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * SQL of the user's own, with values apart from it: {@code Sql.of("SELECT * FROM \"User\" WHERE id = {}", id)}. Each
 * {@code {}} is one bound parameter, never text in the statement, so values cannot inject anything. A value that is
 * itself an {@code Sql} is inserted as SQL with its own values; a generated enum is what the database has for it. {@code {{}}} is a literal {@code {}}.
 */
public final class Sql {
    private static final Sql EMPTY = new Sql(List.of(""), List.of());

    /** Where a list of values is about to be written out. */
    private static final Pattern IN = Pattern.compile("\\bin\\s*\\(\\s*$", Pattern.CASE_INSENSITIVE);

    private final List<String> pieces;
    private final List<@Nullable Object> values;

    private Sql(List<String> pieces, List<@Nullable Object> values) {
        this.pieces = pieces;
        this.values = values;
    }

    /**
     * A statement or a part of one.
     *
     * @param text the SQL with {@code {}} for each value
     * @param values the values; {@code null} is NULL
     * @throws IllegalArgumentException if there are more or fewer values than places
     */
    public static Sql of(String text, @Nullable Object... values) {
        Builder builder = new Builder();
        int next = 0;
        int at = 0;
        while (at < text.length()) {
            if (text.startsWith("{{}}", at)) {
                builder.text("{}");
                at += 4;
            } else if (text.startsWith("{}", at)) {
                if (next == values.length) {
                    throw wrongCount(text, values.length);
                }
                if (values[next] instanceof Collection<?>
                        && IN.matcher(text.substring(0, at)).find()) {
                    throw new IllegalArgumentException("IN ({}) takes single values, and was given a list: write"
                            + " Sql.join(list) in the list's place. " + text);
                }
                builder.value(values[next++]);
                at += 2;
            } else {
                builder.text(text.charAt(at++));
            }
        }
        if (next != values.length) {
            throw wrongCount(text, values.length);
        }
        return builder.build();
    }

    /** A list of values or parts with commas between them, as {@code IN ({})} wants it. */
    public static Sql join(Collection<?> parts) {
        return join(parts, ", ");
    }

    /**
     * A list of values or parts with a separator between them.
     *
     * @param separator SQL, which must not come from outside
     * @throws IllegalArgumentException if there are no parts, because {@code IN ()} is no SQL
     */
    public static Sql join(Collection<?> parts, String separator) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("Sql.join needs at least one part: SQL has no empty list.");
        }
        Builder builder = new Builder();
        boolean first = true;
        for (Object part : parts) {
            if (!first) {
                builder.text(separator);
            }
            builder.value(part);
            first = false;
        }
        return builder.build();
    }

    /** SQL text as it is. It must not come from outside: nothing in it is escaped. */
    public static Sql raw(String text) {
        return new Sql(List.of(text), List.of());
    }

    /** Nothing, for parts that may be absent. */
    public static Sql empty() {
        return EMPTY;
    }

    /** The values that will be bound, in order. */
    public List<@Nullable Object> values() {
        return values;
    }

    /** The statement with {@code ?} for each value, for logs. */
    @Override
    public String toString() {
        return String.join("?", pieces);
    }

    RawSql engine() {
        return new RawSql.Pieces(pieces, values);
    }

    private static IllegalArgumentException wrongCount(String text, int count) {
        return new IllegalArgumentException(
                "The SQL has another number of {} than the " + count + " values given: " + text);
    }

    private static final class Builder {
        private final List<String> pieces = new ArrayList<>();
        private final List<@Nullable Object> values = new ArrayList<>();
        private final StringBuilder piece = new StringBuilder();

        void text(String text) {
            piece.append(text);
        }

        void text(char c) {
            piece.append(c);
        }

        void value(@Nullable Object value) {
            if (value instanceof Sql part) {
                for (int i = 0; i < part.pieces.size(); i++) {
                    piece.append(part.pieces.get(i));
                    if (i < part.values.size()) {
                        close(part.values.get(i));
                    }
                }
            } else {
                close(value);
            }
        }

        private void close(@Nullable Object value) {
            pieces.add(piece.toString());
            piece.setLength(0);
            values.add(Values.toSql(value));
        }

        Sql build() {
            pieces.add(piece.toString());
            return new Sql(List.copyOf(pieces), Collections.unmodifiableList(new ArrayList<>(values)));
        }
    }
}
