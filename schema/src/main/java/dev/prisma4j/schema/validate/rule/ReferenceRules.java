package dev.prisma4j.schema.validate.rule;

import dev.prisma4j.schema.database.Capability;
import dev.prisma4j.schema.database.Database;
import dev.prisma4j.schema.diagnostic.Diagnostics;
import dev.prisma4j.schema.validate.draft.DraftField;
import dev.prisma4j.schema.validate.draft.DraftIndex;
import dev.prisma4j.schema.validate.draft.DraftIndexField;
import dev.prisma4j.schema.validate.draft.DraftKey;
import dev.prisma4j.schema.validate.draft.DraftModel;
import dev.prisma4j.schema.validate.draft.DraftReference;
import dev.prisma4j.schema.validate.draft.DraftRelation;
import dev.prisma4j.schema.validate.message.RelationMessages;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The foreign key itself: its fields and the fields that they refer to. */
final class ReferenceRules {
    private final Database database;
    private final Diagnostics diagnostics;

    ReferenceRules(Database database, Diagnostics diagnostics) {
        this.database = database;
        this.diagnostics = diagnostics;
    }

    void check(DraftRelation relation) {
        DraftField field = relation.forward;
        DraftReference reference = field.reference();
        List<DraftField> fields = reference.fields;
        List<DraftField> references = reference.references;
        if (fields != null && !fields.isEmpty()) {
            a_required_field_has_required_columns(field, fields);
        }
        if (references != null && !references.isEmpty()) {
            references_are_unique(field, references);
        }
        if (fields != null && !fields.isEmpty()) {
            types_are_the_same(field, fields, references);
        }
        boolean onThisSideOnly = relation.back != null && relation.back.reference().fields == null;
        if (relation.shape == DraftRelation.Shape.ONE_TO_ONE && onThisSideOnly && fields != null && !fields.isEmpty()) {
            one_to_one_is_unique(field, fields);
        }
    }

    private void a_required_field_has_required_columns(DraftField field, List<DraftField> fields) {
        if (field.isRequired() && fields.stream().anyMatch(DraftField::isOptional)) {
            diagnostics.add(RelationMessages.optionalColumns(field, fields));
        }
    }

    /** Without {@code references} it is the id that is meant. */
    private void types_are_the_same(DraftField field, List<DraftField> fields, @Nullable List<DraftField> given) {
        List<DraftField> references = given;
        if (references == null || references.isEmpty()) {
            DraftKey key = field.relatedModel().key;
            references = key == null ? List.of() : fields(key.fields());
        } else if (fields.size() != references.size()) {
            diagnostics.add(RelationMessages.otherNumberOfFields(field, fields.size(), references.size()));
        }
        for (int i = 0; i < Math.min(fields.size(), references.size()); i++) {
            if (!RelationRules.sameType(fields.get(i), references.get(i))) {
                diagnostics.add(RelationMessages.otherTypes(field, fields.get(i), references.get(i)));
            }
        }
    }

    private void references_are_unique(DraftField field, List<DraftField> references) {
        List<List<DraftField>> criteria = criteria(field.relatedModel());
        if (criteria.stream().anyMatch(criterion -> criterion.equals(references))) {
            return;
        }
        boolean otherOrder = criteria.stream()
                .anyMatch(criterion -> criterion.size() == references.size()
                        && RelationRules.set(criterion).equals(RelationRules.set(references)));
        if (!otherOrder) {
            diagnostics.add(RelationMessages.notUnique(field, references));
        } else if (!database.can(Capability.REFERENCES_IN_ANY_ORDER)) {
            diagnostics.add(RelationMessages.uniqueInOtherOrder(field, references));
        }
    }

    private void one_to_one_is_unique(DraftField field, List<DraftField> fields) {
        if (field.model().isView()) {
            return;
        }
        if (criteria(field.model()).stream().noneMatch(criterion -> criterion.equals(fields))) {
            diagnostics.add(RelationMessages.oneToOneNotUnique(field, fields));
        }
    }

    private static List<List<DraftField>> criteria(DraftModel model) {
        List<List<DraftField>> criteria = new ArrayList<>();
        if (model.key != null) {
            criteria.add(fields(model.key.fields()));
        }
        for (DraftIndex index : model.indexes) {
            if (index.isUnique() && index.predicate == null) {
                criteria.add(fields(index.fields));
            }
        }
        return criteria;
    }

    private static List<DraftField> fields(List<DraftIndexField> fields) {
        return fields.stream().map(DraftIndexField::field).toList();
    }
}
