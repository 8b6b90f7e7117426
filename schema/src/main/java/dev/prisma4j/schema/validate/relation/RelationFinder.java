package dev.prisma4j.schema.validate.relation;

import dev.prisma4j.schema.diagnostic.Diagnostics;
import dev.prisma4j.schema.validate.draft.DraftField;
import dev.prisma4j.schema.validate.draft.DraftModel;
import dev.prisma4j.schema.validate.draft.DraftReference;
import dev.prisma4j.schema.validate.draft.DraftRelation;
import dev.prisma4j.schema.validate.draft.DraftRelation.Shape;
import dev.prisma4j.schema.validate.draft.DraftSchema;
import dev.prisma4j.schema.validate.message.RelationMessages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds the two fields of every relation: fields of two models that refer to each other and have the same name of the
 * relation, or none.
 */
public final class RelationFinder {
    private final DraftSchema schema;
    private final Diagnostics diagnostics;
    private final Map<DraftModel, Map<Group, List<DraftField>>> groups = new HashMap<>();

    public RelationFinder(DraftSchema schema, Diagnostics diagnostics) {
        this.schema = schema;
        this.diagnostics = diagnostics;
        for (DraftModel model : schema.models) {
            groups.put(model, groups(model));
        }
    }

    /** The fields of one model with the same target and name. */
    private record Group(DraftModel target, String name) {}

    /** Fills {@link DraftSchema#relations}. No model may be {@linkplain #isAmbiguous ambiguous}. */
    public void link() {
        for (DraftModel model : schema.models) {
            for (DraftField field : model.fields) {
                if (field.isRelation() && field.relation == null) {
                    link(field, opposite(field));
                }
            }
        }
    }

    private static Map<Group, List<DraftField>> groups(DraftModel model) {
        Map<Group, List<DraftField>> groups = new HashMap<>();
        for (DraftField field : model.fields) {
            if (field.isRelation()) {
                groups.computeIfAbsent(group(field), group -> new ArrayList<>(2))
                        .add(field);
            }
        }
        return groups;
    }

    private static Group group(DraftField field) {
        return new Group(field.relatedModel(), DraftRelation.nameOf(field));
    }

    /** {@return whether more than two fields could be one relation, which is reported once} */
    public boolean isAmbiguous(DraftModel model) {
        for (DraftField field : model.fields) {
            if (!field.isRelation()) {
                continue;
            }
            List<DraftField> group = members(model, group(field));
            boolean named = field.reference().name != null;
            boolean self = field.relatedModel() == model;
            if (self && group.size() > 2) {
                diagnostics.add(RelationMessages.severalSelfRelations(model, field, group, named));
                return true;
            }
            if (self && group.size() == 2 && !named) {
                diagnostics.add(RelationMessages.ambiguousSelfRelation(model, field, group));
                return true;
            }
            if (!self && group.size() > 1) {
                diagnostics.add(RelationMessages.ambiguousRelation(model, field, group, named));
                return true;
            }
        }
        return false;
    }

    private List<DraftField> members(DraftModel model, Group group) {
        return groups.getOrDefault(model, Map.of()).getOrDefault(group, List.of());
    }

    private @Nullable DraftField opposite(DraftField field) {
        DraftModel other = field.relatedModel();
        Group group = new Group(field.model(), DraftRelation.nameOf(field));
        for (DraftField candidate : members(other, group)) {
            if (candidate != field) {
                return candidate;
            }
        }
        return null;
    }

    private void link(DraftField field, @Nullable DraftField opposite) {
        DraftRelation relation = opposite == null ? incomplete(field) : complete(field, opposite);
        field.relation = relation;
        if (opposite != null) {
            opposite.relation = relation;
        }
        schema.relations.add(relation);
    }

    private static DraftRelation incomplete(DraftField field) {
        return new DraftRelation(Shape.ONE_TO_MANY, field.reference().name, field, null);
    }

    private static DraftRelation complete(DraftField a, DraftField b) {
        String name = a.reference().name;
        if (a.isList() && b.isList()) {
            boolean embedded = a.reference().fields != null || b.reference().fields != null;
            DraftField first = comesFirst(a, b) ? a : b;
            return new DraftRelation(
                    embedded ? Shape.EMBEDDED_MANY_TO_MANY : Shape.MANY_TO_MANY, name, first, first == a ? b : a);
        }
        if (a.isList() || b.isList()) {
            return new DraftRelation(Shape.ONE_TO_MANY, name, a.isList() ? b : a, a.isList() ? a : b);
        }
        DraftField forward = refers(a) || !refers(b) ? a : b;
        return new DraftRelation(Shape.ONE_TO_ONE, name, forward, forward == a ? b : a);
    }

    private static boolean refers(DraftField field) {
        DraftReference reference = Objects.requireNonNull(field.reference);
        return reference.fields != null || reference.references != null;
    }

    /** Column {@code A} of a join table holds the ids of the model whose name is first; of one model, of the field. */
    private static boolean comesFirst(DraftField a, DraftField b) {
        int byModel = a.model().name().compareTo(b.model().name());
        return byModel != 0 ? byModel < 0 : a.name().compareTo(b.name()) <= 0;
    }
}
