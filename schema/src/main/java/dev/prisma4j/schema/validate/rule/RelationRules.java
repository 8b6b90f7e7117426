package dev.prisma4j.schema.validate.rule;

import dev.prisma4j.schema.database.Capability;
import dev.prisma4j.schema.database.Database;
import dev.prisma4j.schema.diagnostic.Diagnostics;
import dev.prisma4j.schema.model.ReferentialAction;
import dev.prisma4j.schema.model.RelationMode;
import dev.prisma4j.schema.validate.config.Configuration;
import dev.prisma4j.schema.validate.draft.DraftField;
import dev.prisma4j.schema.validate.draft.DraftReference;
import dev.prisma4j.schema.validate.draft.DraftRelation;
import dev.prisma4j.schema.validate.draft.DraftSchema;
import dev.prisma4j.schema.validate.draft.DraftType;
import dev.prisma4j.schema.validate.message.RelationMessages;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Relations with a foreign key: arguments on the right side, keys that fit, actions that the database has. */
final class RelationRules {
    private final DraftSchema schema;
    private final Database database;
    private final RelationMode mode;
    private final ManyToManyRules manyToMany;
    private final OneSideRules oneSide;
    private final ReferenceRules references;
    private final Diagnostics diagnostics;

    RelationRules(DraftSchema schema, Configuration configuration, Diagnostics diagnostics) {
        this.schema = schema;
        this.database = configuration.database();
        this.mode = configuration.relationMode();
        this.manyToMany = new ManyToManyRules(configuration, diagnostics);
        this.oneSide = new OneSideRules(diagnostics);
        this.references = new ReferenceRules(database, diagnostics);
        this.diagnostics = diagnostics;
    }

    void check() {
        for (DraftRelation relation : schema.relations) {
            a_field_that_refers_to_an_ignored_model_is_ignored(relation.forward);
            if (relation.back != null) {
                a_field_that_refers_to_an_ignored_model_is_ignored(relation.back);
            }
            DraftField back = relation.back;
            if (back == null) {
                diagnostics.add(RelationMessages.missingOpposite(relation.forward));
                if (!relation.forward.isList()) {
                    actions_are_supported(relation.forward);
                    referringSide(relation);
                }
            } else if (relation.isManyToMany()) {
                manyToMany.check(relation, back);
            } else {
                withForeignKey(relation, back);
            }
        }
    }

    private void a_field_that_refers_to_an_ignored_model_is_ignored(DraftField field) {
        if (field.relatedModel().ignored && !field.ignored && !field.model().ignored) {
            diagnostics.add(RelationMessages.ignoredTarget(field));
        }
    }

    private void withForeignKey(DraftRelation relation, DraftField back) {
        actions_are_supported(relation.forward);
        actions_are_supported(back);
        if (relation.shape == DraftRelation.Shape.ONE_TO_ONE) {
            oneSide.oneToOne(relation.forward, back);
        } else {
            oneSide.oneToMany(relation.forward, back);
        }
        referringSide(relation);
    }

    private void referringSide(DraftRelation relation) {
        references.check(relation);
        the_name_is_supported(relation.forward);
        set_null_needs_optional_fields(relation.forward);
    }

    private void the_name_is_supported(DraftField field) {
        boolean named = database.can(Capability.NAMED_FOREIGN_KEYS);
        if (field.reference().mappedName != null && !named) {
            diagnostics.add(RelationMessages.namedForeignKeyNotSupported(field, database));
        }
    }

    private void actions_are_supported(DraftField field) {
        DraftReference reference = field.reference();
        Set<ReferentialAction> allowed = database.actions(mode);
        for (DraftReference.Action action : actions(reference)) {
            if (!allowed.contains(action.action())) {
                diagnostics.add(RelationMessages.actionNotSupported(
                        action.argument(), action.action(), database, allowed, mode == RelationMode.PRISMA));
            }
        }
    }

    private static List<DraftReference.Action> actions(DraftReference reference) {
        if (reference.onDelete == null) {
            return reference.onUpdate == null ? List.of() : List.of(reference.onUpdate);
        }
        return reference.onUpdate == null
                ? List.of(reference.onDelete)
                : List.of(reference.onDelete, reference.onUpdate);
    }

    private void set_null_needs_optional_fields(DraftField field) {
        DraftReference reference = field.reference();
        List<DraftField> columns = reference.fields;
        boolean allOptional =
                columns != null && !columns.isEmpty() && columns.stream().noneMatch(DraftField::isRequired);
        if (allOptional) {
            return;
        }
        setNull(field, "onDelete", reference.onDelete);
        setNull(field, "onUpdate", reference.onUpdate);
    }

    private void setNull(DraftField field, String argument, DraftReference.@Nullable Action action) {
        if (action == null || action.action() != ReferentialAction.SET_NULL) {
            return;
        }
        boolean onlyAWarning = database.can(Capability.SET_NULL_ON_REQUIRED) && mode == RelationMode.FOREIGN_KEYS;
        diagnostics.add(
                onlyAWarning
                        ? RelationMessages.setNullOnRequiredWarning(field, argument)
                        : RelationMessages.setNullOnRequired(field, argument));
    }

    /** {@return whether two fields can hold the same values} */
    static boolean sameType(DraftField a, DraftField b) {
        return a.type instanceof DraftType.Unsupported x && b.type instanceof DraftType.Unsupported y
                ? x.equals(y)
                : a.type.equals(b.type);
    }

    static Set<DraftField> set(List<DraftField> fields) {
        return new HashSet<>(fields);
    }
}
