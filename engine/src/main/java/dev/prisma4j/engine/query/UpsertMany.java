package dev.prisma4j.engine.query;

import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.ScalarField;
import java.util.List;

/**
 * Makes rows, or changes those that exist, with one statement for as many as fit into one, and tells how many rows were
 * given. Rows are taken in order: a later one with the same key changes what an earlier one made.
 *
 * @param key the fields of the unique criterion by which rows are known; every row's data must give them
 * @param rows the rows, without relations
 */
public record UpsertMany(Model model, List<ScalarField> key, List<Row> rows) implements Query<Long> {
    public UpsertMany {
        key = List.copyOf(key);
        rows = List.copyOf(rows);
    }

    /**
     * A row.
     *
     * @param create its data if there is none
     * @param update its changes if there is one
     */
    public record Row(CreateData create, UpdateData update) {}

    @Override
    public String operation() {
        return "upsertMany";
    }
}
