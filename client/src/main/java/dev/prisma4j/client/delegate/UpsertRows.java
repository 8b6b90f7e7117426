package dev.prisma4j.client.delegate;

import dev.prisma4j.engine.query.CreateData;
import dev.prisma4j.engine.query.FieldUpdate;
import dev.prisma4j.engine.query.FindUniqueAll;
import dev.prisma4j.engine.query.ReadOptions;
import dev.prisma4j.engine.query.Selection;
import dev.prisma4j.engine.query.Unique;
import dev.prisma4j.engine.query.UpdateData;
import dev.prisma4j.engine.query.Upsert;
import dev.prisma4j.engine.query.UpsertMany;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.ScalarField;
import java.util.ArrayList;
import java.util.List;

/** Many rows to be made or changed: together where the database can, one by one where they speak of related rows. */
final class UpsertRows {
    private final Model model;
    private final List<Item> items;

    private UpsertRows(Model model, List<Item> items) {
        this.model = model;
        this.items = items;
    }

    /** A row: what names it, its data if there is none, its changes if there is one. */
    record Item(Unique key, CreateData row, UpdateData changes) {
        private boolean relates() {
            return !row.relations().isEmpty() || !changes.relations().isEmpty();
        }
    }

    static UpsertRows of(Model model, List<Item> items) {
        for (Item item : items) {
            if (item.key.and() != null) {
                throw new IllegalArgumentException("upsertMany of " + model.name()
                        + " knows rows by their keys alone: further conditions cannot be given.");
            }
            if (!item.key.fields().equals(items.get(0).key.fields())) {
                throw new IllegalArgumentException("upsertMany of " + model.name()
                        + " was given keys of different unique criteria: "
                        + items.get(0).key.fields() + " and "
                        + item.key.fields() + ".");
            }
            for (int i = 0; i < item.key.fields().size(); i++) {
                ScalarField field = item.key.fields().get(i);
                int given = item.row.fields().indexOf(field);
                if (given < 0) {
                    throw new IllegalArgumentException(
                            "upsertMany needs the value of " + field + " in the data of every new row, as in its key.");
                }
            }
        }
        return new UpsertRows(model, items);
    }

    /** The data of a new row as changes of one that exists. */
    static UpdateData sameData(Unique key, CreateData data) {
        List<FieldUpdate> changes = new ArrayList<>();
        for (int i = 0; i < data.fields().size(); i++) {
            ScalarField field = data.fields().get(i);
            if (!key.fields().contains(field)) {
                changes.add(FieldUpdate.set(field, data.values().get(i)));
            }
        }
        return new UpdateData(changes, data.relations());
    }

    long run(Session session) {
        if (items.isEmpty()) {
            return 0;
        }
        if (items.stream().anyMatch(Item::relates)) {
            Selection<Boolean> nothing = Selection.of(model, items.get(0).key.fields(), row -> Boolean.TRUE);
            return session.atomically(inside -> {
                items.forEach(item -> inside.execute(new Upsert<>(model, item.key, item.row, item.changes, nothing)));
                return (long) items.size();
            });
        }
        List<UpsertMany.Row> rows = new ArrayList<>(items.size());
        items.forEach(item -> rows.add(new UpsertMany.Row(item.row, item.changes)));
        return session.execute(new UpsertMany(model, items.get(0).key.fields(), rows));
    }

    <R> List<R> runAndRead(Session session, Selection<R> selection) {
        if (items.stream().anyMatch(item -> ChangeDelegate.isHardToFindAgain(item.key, item.changes))) {
            return session.atomically(inside -> {
                List<R> rows = new ArrayList<>(items.size());
                items.forEach(item ->
                        rows.add(inside.execute(new Upsert<>(model, item.key, item.row, item.changes, selection))));
                return rows;
            });
        }
        return session.atomically(inside -> {
            run(inside);
            List<Unique> keys = items.stream().map(Item::key).toList();
            return ChangeDelegate.present(
                    inside.execute(new FindUniqueAll<>(model, keys, selection, ReadOptions.DEFAULT)));
        });
    }
}
