// New rows of the same fields, which is what most new rows are.
package dev.prisma4j.engine.write;

import dev.prisma4j.engine.defaults.ModelDefaults;
import dev.prisma4j.engine.query.CreateData;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.ScalarField;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * New rows that are given the same fields in the same order, and no related rows. Where the value of each column comes from
 * is then worked out once, and a row becomes an array of values when its statement runs, not before: of a hundred thousand
 * rows only some hundred are held twice.
 */
final class AlikeRows {
    private static final int DEFAULT = -1;
    private static final int TIE = -2;

    /** The columns of every row, in the model's order. */
    final List<ScalarField> columns;

    private final List<CreateData> rows;

    /** For each column its place in the data, {@link #DEFAULT}, or {@link #TIE} - its place in the tie. */
    private final int[] sources;

    private final @Nullable Object[] tie;
    private final ModelDefaults defaults;
    private final Instant now;

    private AlikeRows(
            List<ScalarField> columns,
            List<CreateData> rows,
            int[] sources,
            @Nullable Object[] tie,
            ModelDefaults defaults,
            Instant now) {
        this.columns = columns;
        this.rows = rows;
        this.sources = sources;
        this.tie = tie;
        this.defaults = defaults;
        this.now = now;
    }

    /**
     * The rows as such, or null if they are not alike.
     *
     * @param rows at least one; what they say of related rows is not looked at
     * @param key the foreign key that a parent determines for all of them, whatever the data says
     * @param tie its values
     */
    static @Nullable AlikeRows of(
            WriteRun run, Model model, List<CreateData> rows, List<ScalarField> key, @Nullable Object[] tie) {
        List<ScalarField> given = rows.get(0).fields();
        for (CreateData row : rows) {
            if (row.fields() != given && !row.fields().equals(given)) {
                return null;
            }
        }
        ModelDefaults defaults = run.defaults.of(model);
        List<ScalarField> all = model.scalarFields();
        List<ScalarField> columns = new ArrayList<>(all.size());
        int[] sources = new int[all.size()];
        for (ScalarField field : all) {
            int tied = key.indexOf(field);
            int place = tied >= 0 ? TIE - tied : given.indexOf(field);
            if (place != -1 || defaults.fillsOnCreate(field)) {
                sources[columns.size()] = place;
                columns.add(field);
            }
        }
        return new AlikeRows(columns, rows, sources, tie, defaults, run.now);
    }

    int size() {
        return rows.size();
    }

    /** The values of some of the rows, as statements take them. */
    List<@Nullable Object[]> values(int from, int to) {
        List<@Nullable Object[]> values = new ArrayList<>(to - from);
        for (int i = from; i < to; i++) {
            values.add(values(rows.get(i).values()));
        }
        return values;
    }

    private @Nullable Object[] values(List<@Nullable Object> given) {
        @Nullable Object[] row = new @Nullable Object[columns.size()];
        for (int i = 0; i < row.length; i++) {
            int source = sources[i];
            row[i] = source >= 0
                    ? NewRow.stored(given.get(source))
                    : source == DEFAULT ? defaults.valueOnCreate(columns.get(i), now) : tie[TIE - source];
        }
        return row;
    }
}
