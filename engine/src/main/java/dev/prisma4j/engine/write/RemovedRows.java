package dev.prisma4j.engine.write;

import dev.prisma4j.engine.query.Condition;
import dev.prisma4j.engine.query.FieldUpdate;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.ReferentialAction;
import dev.prisma4j.schema.model.Relation;
import dev.prisma4j.schema.model.RelationField;
import dev.prisma4j.schema.model.ScalarField;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Deletes rows, with what the relations to them demand where the database does not see to it. Rows of models with soft
 * deletion stay and note the time; so do the rows that would go with them.
 */
final class RemovedRows {
    private final WriteRun run;
    private final EmulatedActions actions;

    RemovedRows(WriteRun run, boolean emulatesActions) {
        this.run = run;
        this.actions = new EmulatedActions(run, emulatesActions);
    }

    /** Deletes all rows that meet the condition and tells how many. */
    long remove(Model model, Condition where) {
        ScalarField deleted = run.softDeletes == null ? null : run.softDeletes.field(model);
        return deleted == null
                ? run.statements.delete(model, actions.beforeDelete(model, where))
                : mark(model, deleted, Condition.and(where, Condition.isNull(deleted)));
    }

    /** First the rows themselves, so that a circle of relations comes to an end. */
    private long mark(Model model, ScalarField deleted, Condition where) {
        List<FieldUpdate> change = List.of(FieldUpdate.set(deleted, run.now));
        List<Relation.ForeignKey> followers = followers(model);
        if (followers.isEmpty()) {
            return run.changedRows.changeMany(model, where, change);
        }
        List<ScalarField> identity = ChangedRows.identity(model);
        Set<ScalarField> read = new LinkedHashSet<>(identity);
        followers.forEach(key -> read.addAll(key.references()));
        List<ScalarField> fields = List.copyOf(read);
        List<@Nullable Object[]> rows = run.statements.select(model, where, fields);
        if (rows.isEmpty()) {
            return 0;
        }
        run.changedRows.changeMany(model, Conditions.anyOf(identity, values(rows, fields, identity)), change);
        for (Relation.ForeignKey key : followers) {
            remove(key.field().model(), Conditions.anyOf(key.fields(), values(rows, fields, key.references())));
        }
        return rows.size();
    }

    /** The foreign keys of rows that go with the model's rows and stay, too. */
    private List<Relation.ForeignKey> followers(Model model) {
        List<Relation.ForeignKey> followers = new ArrayList<>();
        for (RelationField field : model.relationFields()) {
            Relation.ForeignKey key = field.relation().foreignKey();
            if (key != null
                    && key.field() != field
                    && key.onDelete() == ReferentialAction.CASCADE
                    && run.softDeletes != null
                    && run.softDeletes.field(key.field().model()) != null) {
                followers.add(key);
            }
        }
        return followers;
    }

    private static List<@Nullable Object[]> values(
            List<@Nullable Object[]> rows, List<ScalarField> fields, List<ScalarField> wanted) {
        List<@Nullable Object[]> all = new ArrayList<>(rows.size());
        for (@Nullable Object[] row : rows) {
            all.add(NewRows.values(RowValues.of(fields, row), wanted));
        }
        return all;
    }
}
