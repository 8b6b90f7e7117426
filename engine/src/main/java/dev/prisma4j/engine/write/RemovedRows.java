package dev.prisma4j.engine.write;

import dev.prisma4j.engine.query.Condition;
import dev.prisma4j.schema.model.Model;

/** Deletes rows, with what the relations to them demand where the database does not see to it. */
final class RemovedRows {
    private final WriteRun run;
    private final EmulatedActions actions;

    RemovedRows(WriteRun run, boolean emulatesActions) {
        this.run = run;
        this.actions = new EmulatedActions(run, emulatesActions);
    }

    /** Deletes all rows that meet the condition and tells how many. */
    long remove(Model model, Condition where) {
        return run.statements.delete(model, actions.beforeDelete(model, where));
    }
}
