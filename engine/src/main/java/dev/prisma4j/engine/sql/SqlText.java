package dev.prisma4j.engine.sql;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A statement's text and what is to be bound to it. Lists leave a gap in the text that is filled by their length; the
 * texts are kept per (padded) length, so that running a statement again builds no string.
 */
public final class SqlText {
    /** Texts of statements with longer lists are not kept. */
    private static final int LONGEST_KEPT = 512;
    /** So many different numbers become part of a text; programs write page sizes in their code. */
    private static final int MOST_NUMBERS = 8;

    private final String[] pieces;
    private final Bind[] binds;
    private final int gaps;
    private final @Nullable Bind onlyGap;
    /** Whether there are lists among what fills the gaps. */
    private final boolean hasLists;

    private final Map<Object, String> texts = new ConcurrentHashMap<>();
    /** The text that was asked for last, where there is one gap: most often the next one, too. */
    private @Nullable Filled last;
    /** The numbers that are part of texts; each stays, so that text and parameters always agree. */
    private volatile int[] numbers = {};

    /** One parameter, or a list of them. */
    public sealed interface Bind {
        /** The place of the value in the query's values. */
        int slot();

        /** One value. */
        record Value(int slot, Codec codec, Transform transform) implements Bind {}

        /** A List as one parameter. */
        record Array(int slot, Codec codec, Transform transform) implements Bind {}

        /** A List that fills a gap, one parameter per element or as one where the style says so. */
        record Gap(int slot, Codec codec, ListStyle style) implements Bind {}

        /** A List of {@code Object[]} that fills a gap. */
        record RowGap(int slot, List<Codec> codecs, ListStyle style) implements Bind {}

        /**
         * A number of rows that fills a gap with its digits, for the first few numbers that come, and with a parameter for
         * all others: where the database plans better if it knows the number, but should not keep a plan for each. Of a
         * negative number the sign is left out, as by {@link Transform#ABSOLUTE}.
         */
        record Number(int slot, Codec codec) implements Bind {
            private long of(@Nullable Object[] values) {
                return Math.abs(((java.lang.Number) Objects.requireNonNull(values[slot])).longValue());
            }
        }

        /** One column of a List of {@code Object[]} as one parameter. */
        record Column(int slot, int column, Codec codec) implements Bind {}
    }

    /**
     * @param pieces the text around the gaps, one more than there are gaps
     * @param binds the parameters in order
     */
    public SqlText(List<String> pieces, List<Bind> binds) {
        this.pieces = pieces.toArray(String[]::new);
        this.binds = binds.toArray(Bind[]::new);
        this.gaps = pieces.size() - 1;
        this.onlyGap =
                gaps == 1 ? binds.stream().filter(SqlText::fillsGap).findFirst().orElseThrow() : null;
        this.hasLists = binds.stream().anyMatch(SqlText::isList);
    }

    private record Filled(int room, String text) {}

    /** The text for these values. */
    public String text(@Nullable Object[] values) {
        if (gaps == 0) {
            return pieces[0];
        }
        if (onlyGap != null) {
            int room = room(onlyGap, values);
            Filled last = this.last;
            if (last != null && last.room == room) {
                return last.text;
            }
            String known = texts.get(room);
            if (known != null) {
                this.last = new Filled(room, known);
                return known;
            }
        }
        List<Integer> rooms = new ArrayList<>(gaps);
        int most = 0;
        for (Bind bind : binds) {
            if (fillsGap(bind)) {
                int room = room(bind, values);
                rooms.add(room);
                most = bind instanceof Bind.Number ? most : Math.max(most, room);
            }
        }
        Object key = gaps == 1 ? rooms.get(0) : rooms;
        String known = texts.get(key);
        if (known == null) {
            known = fill(rooms);
            if (most <= LONGEST_KEPT && texts.size() < 100) {
                texts.put(key, known);
            }
        }
        return known;
    }

    /** Whether the text is worth preparing once: long lists make texts that hardly come again. */
    public boolean isReusable(@Nullable Object[] values) {
        return !hasLists || areListsShort(values);
    }

    private boolean areListsShort(@Nullable Object[] values) {
        for (Bind bind : binds) {
            if (isList(bind) && room(bind, values) > LONGEST_KEPT) {
                return false;
            }
        }
        return true;
    }

    private static boolean isList(Bind bind) {
        return bind instanceof Bind.Gap || bind instanceof Bind.RowGap;
    }

    private static boolean fillsGap(Bind bind) {
        return isList(bind) || bind instanceof Bind.Number;
    }

    /** The room for a list; lists that travel as one have the room -1. For a number itself, or -1 if it is a parameter. */
    private int room(Bind bind, @Nullable Object[] values) {
        if (bind instanceof Bind.Number number) {
            long rows = number.of(values);
            return rows <= Integer.MAX_VALUE && isWritten((int) rows) ? (int) rows : -1;
        }
        int size = list(values[bind.slot()]).size();
        ListStyle style = bind instanceof Bind.Gap gap ? gap.style() : ((Bind.RowGap) bind).style();
        return bind instanceof Bind.Gap && style.asOne(size) ? -1 : style.room(size);
    }

    private boolean isWritten(int number) {
        int[] written = numbers;
        for (int each : written) {
            if (each == number) {
                return true;
            }
        }
        return written.length < MOST_NUMBERS && write(number);
    }

    private synchronized boolean write(int number) {
        int[] written = numbers;
        if (Arrays.stream(written).noneMatch(each -> each == number)) {
            if (written.length == MOST_NUMBERS) {
                return false;
            }
            int[] more = Arrays.copyOf(written, written.length + 1);
            more[written.length] = number;
            numbers = more;
        }
        return true;
    }

    private String fill(List<Integer> rooms) {
        StringBuilder text = new StringBuilder(pieces[0]);
        int gap = 0;
        for (Bind bind : binds) {
            if (bind instanceof Bind.Gap g) {
                text.append(g.style().text(rooms.get(gap++), 1)).append(pieces[gap]);
            } else if (bind instanceof Bind.RowGap g) {
                text.append(g.style().text(rooms.get(gap++), g.codecs().size())).append(pieces[gap]);
            } else if (bind instanceof Bind.Number) {
                int room = rooms.get(gap++);
                text.append(room < 0 ? "?" : Integer.toString(room)).append(pieces[gap]);
            }
        }
        return text.toString();
    }

    /** Binds the values. */
    public void bind(PreparedStatement statement, @Nullable Object[] values) throws SQLException {
        int index = 1;
        for (Bind bind : binds) {
            Object value = values[bind.slot()];
            if (bind instanceof Bind.Value one) {
                bindOne(
                        statement,
                        index++,
                        one.codec(),
                        value == null ? null : one.transform().apply(value));
            } else if (bind instanceof Bind.Array array) {
                array.codec()
                        .bindList(
                                statement,
                                index++,
                                list(value == null ? null : array.transform().apply(value)));
            } else if (bind instanceof Bind.Column column) {
                column.codec().bindList(statement, index++, column(list(value), column.column()));
            } else if (bind instanceof Bind.Number number) {
                if (room(number, values) < 0) {
                    bindOne(statement, index++, number.codec(), number.of(values));
                }
            } else if (bind instanceof Bind.Gap gap) {
                index = bindGap(statement, index, gap, list(value));
            } else if (bind instanceof Bind.RowGap gap) {
                index = bindRows(statement, index, gap, list(value));
            }
        }
    }

    private static void bindOne(PreparedStatement statement, int index, Codec codec, @Nullable Object value)
            throws SQLException {
        if (value == null) {
            codec.bindNull(statement, index);
        } else {
            codec.bind(statement, index, value);
        }
    }

    private static int bindGap(PreparedStatement statement, int first, Bind.Gap gap, List<?> list) throws SQLException {
        int size = list.size();
        if (gap.style().asOne(size)) {
            gap.codec().bindList(statement, first, list);
            return first + 1;
        }
        int room = gap.style().room(size);
        int index = first;
        for (int i = 0; i < room; i++) {
            gap.codec().bind(statement, index++, list.get(Math.min(i, size - 1)));
        }
        return index;
    }

    private static int bindRows(PreparedStatement statement, int first, Bind.RowGap gap, List<?> rows)
            throws SQLException {
        int room = gap.style().room(rows.size());
        int index = first;
        for (int i = 0; i < room; i++) {
            @Nullable Object[] row = (Object[]) rows.get(Math.min(i, rows.size() - 1));
            for (int c = 0; c < gap.codecs().size(); c++) {
                bindOne(statement, index++, gap.codecs().get(c), row[c]);
            }
        }
        return index;
    }

    private static List<@Nullable Object> column(List<?> rows, int column) {
        @Nullable Object[] values = new @Nullable Object[rows.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = ((@Nullable Object[]) rows.get(i))[column];
        }
        return Arrays.asList(values);
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    /** What is bound, in order, for events. */
    public List<@Nullable Object> shown(@Nullable Object[] values) {
        List<@Nullable Object> all = new ArrayList<>();
        for (Bind bind : binds) {
            Object value = values[bind.slot()];
            if (bind instanceof Bind.Value one) {
                all.add(value == null ? null : one.codec().shown(one.transform().apply(value)));
            } else if (bind instanceof Bind.Array array) {
                all.add(list(value == null ? null : array.transform().apply(value)).stream()
                        .map(array.codec()::shown)
                        .toList());
            } else if (bind instanceof Bind.Gap gap) {
                list(value).forEach(element -> all.add(gap.codec().shown(element)));
            } else if (bind instanceof Bind.Column column) {
                all.add(column(list(value), column.column()));
            } else if (bind instanceof Bind.Number number) {
                if (room(number, values) < 0) {
                    all.add(number.codec().shown(number.of(values)));
                }
            } else if (bind instanceof Bind.RowGap) {
                list(value).forEach(row -> all.addAll(Arrays.asList((Object[]) row)));
            }
        }
        return all;
    }

    /** The text with its gaps shown as {@code ...}. */
    @Override
    public String toString() {
        return String.join("...", pieces);
    }
}
