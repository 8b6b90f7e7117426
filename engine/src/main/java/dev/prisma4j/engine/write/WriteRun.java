package dev.prisma4j.engine.write;

import dev.prisma4j.engine.defaults.Defaults;
import dev.prisma4j.engine.query.FieldUpdate;
import dev.prisma4j.engine.softdelete.SoftDeletes;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.ScalarField;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One write operation under way: its statements, its one moment, and the kinds of work that call each other as deep
 * as the data goes.
 */
final class WriteRun {
    final Statements statements;
    final Defaults defaults;
    final Instant now;
    final Targets targets;
    final NewRows newRows;
    final ChangedRows changedRows;
    final RemovedRows removedRows;
    final RelatedRows relatedRows;
    final Ties ties;
    final @Nullable SoftDeletes softDeletes;

    /**
     * @param rowByRow whether rows must be made in the order in which the data names them, depth first
     * @param emulatesActions whether referential actions are the engine's business ({@code relationMode = "prisma"})
     * @param softDeletes the models whose rows stay when they are deleted, or null if all go
     */
    WriteRun(
            Statements statements,
            Defaults defaults,
            boolean rowByRow,
            boolean emulatesActions,
            @Nullable SoftDeletes softDeletes) {
        this.statements = statements;
        this.softDeletes = softDeletes;
        this.defaults = defaults;
        this.now = defaults.moment();
        this.targets = new Targets(statements);
        this.newRows = new NewRows(this, rowByRow);
        this.changedRows = new ChangedRows(this, emulatesActions);
        this.removedRows = new RemovedRows(this, emulatesActions);
        this.relatedRows = new RelatedRows(this);
        this.ties = new Ties(this);
    }

    /** The changes, and the fields that note the time of a change and count changes. */
    List<FieldUpdate> touched(Model model, List<FieldUpdate> changes) {
        return touched(defaults, model, changes, now);
    }

    /** The same without a run; the moment is taken if it is needed. */
    static List<FieldUpdate> touched(
            Defaults defaults, Model model, List<FieldUpdate> changes, @Nullable Instant moment) {
        List<ScalarField> times = defaults.of(model).updateFields();
        ScalarField version = defaults.of(model).version();
        if (changes.isEmpty() || times.isEmpty() && version == null) {
            return changes;
        }
        Instant now = moment == null ? defaults.moment() : moment;
        List<FieldUpdate> all = new ArrayList<>(changes);
        if (version != null && changes.stream().noneMatch(change -> change.field() == version)) {
            all.add(new FieldUpdate(version, FieldUpdate.Operation.INCREMENT, 1));
        }
        for (ScalarField time : times) {
            if (changes.stream().noneMatch(change -> change.field() == time)) {
                all.add(FieldUpdate.set(time, now));
            }
        }
        return all;
    }
}
