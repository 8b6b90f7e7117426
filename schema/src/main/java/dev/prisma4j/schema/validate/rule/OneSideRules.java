package dev.prisma4j.schema.validate.rule;

import dev.prisma4j.schema.diagnostic.Diagnostics;
import dev.prisma4j.schema.validate.draft.DraftField;
import dev.prisma4j.schema.validate.draft.DraftReference;
import dev.prisma4j.schema.validate.message.RelationMessages;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Relations with a foreign key: exactly one side, the right one, has {@code fields} and {@code references}. */
final class OneSideRules {
    private final Diagnostics diagnostics;

    OneSideRules(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    private static boolean says(@Nullable List<DraftField> fields) {
        return fields != null;
    }

    private static boolean isEmpty(@Nullable List<DraftField> fields) {
        return fields == null || fields.isEmpty();
    }

    private static boolean hasActions(DraftReference reference) {
        return reference.onDelete != null || reference.onUpdate != null;
    }

    void oneToMany(DraftField forward, DraftField back) {
        DraftReference reference = forward.reference();
        if (isEmpty(reference.fields)) {
            diagnostics.add(RelationMessages.missingArgument(forward, "fields"));
        }
        if (isEmpty(reference.references)) {
            diagnostics.add(RelationMessages.missingArgument(forward, "references"));
        }
        DraftReference other = back.reference();
        if (says(other.fields) || says(other.references)) {
            diagnostics.add(RelationMessages.referenceOnListSide(back, forward));
        }
        if (hasActions(other)) {
            diagnostics.add(RelationMessages.actionsOnOtherSide(back, forward));
        }
    }

    void oneToOne(DraftField forward, DraftField back) {
        DraftReference a = forward.reference();
        DraftReference b = back.reference();
        boolean split = isEmpty(a.fields) != isEmpty(b.fields)
                && isEmpty(a.references) != isEmpty(b.references)
                && isEmpty(a.fields) != isEmpty(a.references);
        if (split) {
            DraftField withFields = isEmpty(a.fields) ? back : forward;
            DraftField withReferences = withFields == forward ? back : forward;
            diagnostics.add(RelationMessages.argumentsOnDifferentSides(forward, withFields, withReferences));
            diagnostics.add(RelationMessages.argumentsOnDifferentSides(back, withFields, withReferences));
            return;
        }
        argument(forward, back, "fields", a.fields, b.fields);
        argument(forward, back, "references", a.references, b.references);
        if (hasActions(b) && !(says(b.fields) || says(b.references))) {
            diagnostics.add(RelationMessages.actionsOnOtherSide(back, forward));
        }
        boolean oneSide = !isEmpty(a.fields) && isEmpty(b.fields);
        if (oneSide && back.isRequired()) {
            diagnostics.add(
                    forward.isRequired()
                            ? RelationMessages.requiredOtherSide(second(forward, back))
                            : RelationMessages.referenceOnOptionalSide(forward, back));
        }
    }

    /** Where both sides are required, it is the second one of the alphabet that should not be. */
    private static DraftField second(DraftField a, DraftField b) {
        int byModel = a.model().name().compareTo(b.model().name());
        return (byModel != 0 ? byModel : a.name().compareTo(b.name())) > 0 ? a : b;
    }

    private void argument(
            DraftField forward,
            DraftField back,
            String name,
            @Nullable List<DraftField> ofForward,
            @Nullable List<DraftField> ofBack) {
        if (isEmpty(ofForward) && isEmpty(ofBack)) {
            diagnostics.add(RelationMessages.missingOnBothSides(forward, back, name));
            diagnostics.add(RelationMessages.missingOnBothSides(back, forward, name));
        } else if (!isEmpty(ofForward) && !isEmpty(ofBack)) {
            diagnostics.add(RelationMessages.givenOnBothSides(forward, back, name));
            diagnostics.add(RelationMessages.givenOnBothSides(back, forward, name));
        }
    }
}
