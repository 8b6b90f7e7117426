package dev.prisma4j.schema.validate.relation;

import dev.prisma4j.schema.database.Database;
import dev.prisma4j.schema.model.ReferentialAction;
import dev.prisma4j.schema.model.RelationMode;
import dev.prisma4j.schema.validate.config.Configuration;
import dev.prisma4j.schema.validate.draft.DraftField;
import dev.prisma4j.schema.validate.draft.DraftReference;
import java.util.List;

/** The referential actions of a relation, said or by default. */
public final class ReferentialActions {
    private final Database database;
    private final RelationMode mode;

    public ReferentialActions(Configuration configuration) {
        this.database = configuration.database();
        this.mode = configuration.relationMode();
    }

    /** {@return what happens on a delete} */
    public ReferentialAction onDelete(DraftField forward) {
        DraftReference.Action explicit = forward.reference().onDelete;
        if (explicit != null) {
            return explicit.action();
        }
        if (isRequired(forward)) {
            return database.actions(mode).contains(ReferentialAction.RESTRICT)
                    ? ReferentialAction.RESTRICT
                    : ReferentialAction.NO_ACTION;
        }
        return ReferentialAction.SET_NULL;
    }

    /** {@return what happens on a change of the key} */
    public ReferentialAction onUpdate(DraftField forward) {
        DraftReference.Action explicit = forward.reference().onUpdate;
        return explicit == null ? ReferentialAction.CASCADE : explicit.action();
    }

    /** One required field is enough to forbid null, whatever the relation field says. */
    private static boolean isRequired(DraftField forward) {
        List<DraftField> fields = forward.reference().fields;
        return fields == null || fields.isEmpty()
                ? forward.isRequired()
                : fields.stream().anyMatch(DraftField::isRequired);
    }
}
