package dev.prisma4j.schema.validate.rule;

import dev.prisma4j.schema.database.Capability;
import dev.prisma4j.schema.database.Database;
import dev.prisma4j.schema.diagnostic.Diagnostics;
import dev.prisma4j.schema.source.Span;
import dev.prisma4j.schema.syntax.Argument;
import dev.prisma4j.schema.validate.config.Configuration;
import dev.prisma4j.schema.validate.draft.DraftField;
import dev.prisma4j.schema.validate.draft.DraftKey;
import dev.prisma4j.schema.validate.draft.DraftReference;
import dev.prisma4j.schema.validate.draft.DraftRelation;
import dev.prisma4j.schema.validate.message.RelationMessages;
import java.util.List;
import java.util.Objects;

/** Many-to-many relations: through a table that is made by itself, or through lists of ids on both sides. */
final class ManyToManyRules {
    private final Database database;
    private final Diagnostics diagnostics;

    ManyToManyRules(Configuration configuration, Diagnostics diagnostics) {
        this.database = configuration.database();
        this.diagnostics = diagnostics;
    }

    void check(DraftRelation relation, DraftField back) {
        boolean implicit = relation.shape == DraftRelation.Shape.MANY_TO_MANY;
        for (DraftField field : List.of(relation.forward, back)) {
            if (implicit) {
                implicit(field);
            } else {
                embedded(field);
            }
        }
    }

    private void implicit(DraftField field) {
        if (!database.can(Capability.IMPLICIT_MANY_TO_MANY)) {
            diagnostics.add(RelationMessages.implicitManyToManyNotSupported(field, database));
            return;
        }
        DraftReference reference = field.reference();
        if (reference.onDelete != null) {
            diagnostics.add(RelationMessages.actionsOnManyToMany(reference.onDelete.value()));
        }
        if (reference.onUpdate != null) {
            diagnostics.add(RelationMessages.actionsOnManyToMany(reference.onUpdate.value()));
        }
        if (reference.references != null) {
            diagnostics.add(RelationMessages.referencesOnManyToMany(field));
        }
        if (field.model().isView() || field.relatedModel().isView()) {
            diagnostics.add(RelationMessages.manyToManyOfView(field));
        }
        DraftKey key = field.relatedModel().key;
        if (key == null || key.fields().size() != 1) {
            diagnostics.add(RelationMessages.manyToManyWithoutId(field));
        }
    }

    private void embedded(DraftField field) {
        if (!database.can(Capability.EMBEDDED_MANY_TO_MANY)) {
            diagnostics.add(RelationMessages.embeddedManyToManyNotSupported(field, database));
            return;
        }
        DraftReference reference = field.reference();
        List<DraftField> fields = reference.fields;
        List<DraftField> references = reference.references;
        if (fields == null || fields.size() != 1) {
            diagnostics.add(RelationMessages.embeddedNeedsFields(field));
        }
        if (references == null || references.size() != 1) {
            diagnostics.add(RelationMessages.embeddedNeedsReference(field));
        }
        if (references != null && references.size() == 1) {
            DraftKey key = field.relatedModel().key;
            boolean id = key != null
                    && key.fields().size() == 1
                    && key.fields().get(0).field() == references.get(0);
            if (!id) {
                diagnostics.add(RelationMessages.embeddedReferencesId(field, argument(field, "references")));
            }
            if (fields != null && fields.size() == 1) {
                DraftField ids = fields.get(0);
                boolean same = RelationRules.sameType(ids, references.get(0))
                        && Objects.equals(ids.nativeType, references.get(0).nativeType);
                if (!ids.isList() || !same) {
                    diagnostics.add(RelationMessages.embeddedOtherTypes(field));
                }
            }
        }
    }

    private static Span argument(DraftField field, String name) {
        DraftReference reference = field.reference();
        if (reference.attribute != null) {
            for (Argument argument : reference.attribute.argumentsOrNone()) {
                if (argument.name() != null && argument.name().text().equals(name)) {
                    return argument.span();
                }
            }
        }
        return reference.span(field);
    }
}
