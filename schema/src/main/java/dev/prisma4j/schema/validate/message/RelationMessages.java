package dev.prisma4j.schema.validate.message;

import dev.prisma4j.schema.database.Database;
import dev.prisma4j.schema.diagnostic.Diagnostic;
import dev.prisma4j.schema.model.ReferentialAction;
import dev.prisma4j.schema.source.Span;
import dev.prisma4j.schema.validate.draft.DraftField;
import dev.prisma4j.schema.validate.draft.DraftModel;
import dev.prisma4j.schema.validate.draft.DraftRelation;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Messages about relations. */
public final class RelationMessages {
    private RelationMessages() {}

    private static List<String> names(Collection<DraftField> fields) {
        return fields.stream().map(DraftField::name).toList();
    }

    private static String quoted(Collection<DraftField> fields) {
        return ConfigMessages.quoted(names(fields));
    }

    public static Diagnostic ambiguousRelation(
            DraftModel model, DraftField field, List<DraftField> group, boolean named) {
        return Diagnostic.error(
                field.span(),
                "The fields " + quoted(group) + " of `" + model.name() + "` all refer to `" + field.typeName()
                        + "` with " + (named ? "the same relation name" : "no relation name")
                        + ", so it is not clear which fields of `" + field.typeName() + "` are their other sides.",
                "Give each relation a name of its own: `@relation(\"..\")` on both sides.");
    }

    public static Diagnostic ambiguousSelfRelation(DraftModel model, DraftField field, List<DraftField> group) {
        return Diagnostic.error(
                field.span(),
                "The fields " + quoted(group) + " of `" + model.name()
                        + "` both refer to the model itself; it is not clear whether they are one relation or two.",
                "If they are the two sides of one relation, give both the same name: `@relation(\"..\")`.");
    }

    public static Diagnostic severalSelfRelations(
            DraftModel model, DraftField field, List<DraftField> group, boolean named) {
        return Diagnostic.error(
                field.span(),
                "The fields " + quoted(group) + " of `" + model.name() + "` refer to the model itself with "
                        + (named ? "the same relation name" : "no relation name")
                        + ", but a relation has two sides only.",
                "Give each relation a name of its own: `@relation(\"..\")` on both sides.");
    }

    public static Diagnostic missingOpposite(DraftField field) {
        return Diagnostic.error(
                field.span(),
                "`" + field.name() + "` refers to `" + field.typeName() + "`, which has no field that refers back to `"
                        + field.owner.name() + "`" + withName(field) + ".",
                "Run `prisma4j format`, or add a field such as `" + lowerCase(field.owner.name()) + " "
                        + field.owner.name() + (field.isList() ? "?`" : "[]`") + " to `" + field.typeName() + "`.");
    }

    private static String withName(DraftField field) {
        String name = field.reference().name;
        return name == null ? "" : " with the relation name \"" + name + "\"";
    }

    private static String lowerCase(String name) {
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    public static Diagnostic missingArgument(DraftField field, String argument) {
        return Diagnostic.error(
                field.span(),
                "The relation field `" + field.name() + "` must say its `" + argument + "`, since it is the side that"
                        + " stores the reference.",
                "Run `prisma4j format`, or write `@relation(fields: [..], references: [..])`.");
    }

    public static Diagnostic missingOnBothSides(DraftField field, DraftField other, String argument) {
        return Diagnostic.error(
                field.span(),
                "Neither `" + field + "` nor `" + other + "` says the `" + argument
                        + "` of the relation, so it is not clear which side stores the reference.",
                "Write `@relation(fields: [..], references: [..])` on one of them.");
    }

    public static Diagnostic givenOnBothSides(DraftField field, DraftField other, String argument) {
        return Diagnostic.error(
                field.span(),
                "Both `" + field + "` and `" + other + "` say `" + argument + "`, but one side only stores the"
                        + " reference.",
                "Remove the arguments from one of them.");
    }

    public static Diagnostic argumentsOnDifferentSides(DraftField field, DraftField withFields, DraftField withRefs) {
        return Diagnostic.error(
                field.span(),
                "`" + withFields + "` says `fields` and `" + withRefs
                        + "` says `references`, but both belong to the same side.",
                "Move `references` to `" + withFields + "`.");
    }

    public static Diagnostic referenceOnListSide(DraftField field, DraftField other) {
        return Diagnostic.error(
                field.span(),
                "`" + field.name() + "` is a list and stores no reference, so `fields` and `references` belong to `"
                        + other + "`.",
                "Remove them here.");
    }

    public static Diagnostic actionsOnOtherSide(DraftField field, DraftField other) {
        return Diagnostic.error(
                field.span(),
                "`onDelete` and `onUpdate` belong to the side that stores the reference, `" + other + "`.",
                "Move them there.");
    }

    public static Diagnostic actionsOnManyToMany(Span span) {
        return Diagnostic.error(
                span,
                "A many-to-many relation without a model between has no referential actions to choose.",
                "Remove it, or write the model between the two.");
    }

    public static Diagnostic requiredOtherSide(DraftField field) {
        return Diagnostic.error(
                field.span(),
                "`" + field.name() + "` cannot be required: nothing in the database makes sure that a `"
                        + field.typeName() + "` is there.",
                "Make it `" + field.typeName() + "?`.");
    }

    public static Diagnostic referenceOnOptionalSide(DraftField field, DraftField other) {
        return Diagnostic.error(
                field.span(),
                "`" + field + "` is optional and stores the reference, but the required side, `" + other
                        + "`, should store it.",
                "Move `fields` and `references` to `" + other + "`, or make that side optional.");
    }

    public static Diagnostic optionalColumns(DraftField field, Collection<DraftField> columns) {
        return Diagnostic.error(
                field.span(),
                "`" + field.name() + "` is required, but of its fields " + quoted(columns)
                        + " at least one is optional.",
                "Make the relation field optional, or the fields required.");
    }

    public static Diagnostic otherNumberOfFields(DraftField field, int fields, int references) {
        return Diagnostic.error(
                field.reference().span(field),
                "`fields` lists " + fields + " and `references` " + references + ", but they must correspond.",
                null);
    }

    public static Diagnostic otherTypes(DraftField field, DraftField column, DraftField reference) {
        return Diagnostic.error(
                field.span(),
                "`" + column + "` is of type `" + column.typeName() + "`, but refers to `" + reference + "` of type `"
                        + reference.typeName() + "`.",
                "Give both the same type.");
    }

    public static Diagnostic notUnique(DraftField field, Collection<DraftField> references) {
        String model = field.typeName();
        return Diagnostic.error(
                field.span(),
                "`" + field.name() + "` refers to " + quoted(references) + " of `" + model + "`, which "
                        + (references.size() == 1 ? "is" : "are together") + " not unique.",
                references.size() == 1
                        ? "Add `@unique` to `" + model + "."
                                + references.iterator().next().name() + "`."
                        : "Add `@@unique([" + String.join(", ", names(references)) + "])` to `" + model + "`.");
    }

    public static Diagnostic uniqueInOtherOrder(DraftField field, Collection<DraftField> references) {
        return Diagnostic.error(
                field.span(),
                "`references` lists " + quoted(references) + " in another order than the key of `" + field.typeName()
                        + "`.",
                "List them in the order of the key.");
    }

    public static Diagnostic oneToOneNotUnique(DraftField field, Collection<DraftField> columns) {
        return Diagnostic.error(
                field.span(),
                "`" + field.name() + "` is one side of a one-to-one relation, but " + quoted(columns)
                        + (columns.size() == 1 ? " is" : " are together") + " not unique.",
                columns.size() == 1
                        ? "Add `@unique` to `" + columns.iterator().next().name() + "`, or make the other side a list."
                        : "Add `@@unique([" + String.join(", ", names(columns))
                                + "])`, or make the other side a list.");
    }

    public static Diagnostic referencesOnManyToMany(DraftField field) {
        return Diagnostic.error(
                field.span(),
                "`" + field.name() + "` belongs to a many-to-many relation whose table is made by itself; it has no"
                        + " `references`.",
                "Remove `references`.");
    }

    public static Diagnostic manyToManyWithoutId(DraftField field) {
        return Diagnostic.error(
                field.span(),
                "`" + field.name() + "` belongs to a many-to-many relation, which needs an `@id` of one field in `"
                        + field.typeName() + "`.",
                "Give `" + field.typeName() + "` an `@id`, or write the model between the two.");
    }

    public static Diagnostic manyToManyOfView(DraftField field) {
        return Diagnostic.error(
                field.span(),
                "`" + field.name() + "`: views cannot be part of a many-to-many relation without a model between.",
                "Write the model between the two.");
    }

    public static Diagnostic implicitManyToManyNotSupported(DraftField field, Database database) {
        return Diagnostic.error(
                field.span(),
                "`" + field.name() + "`: " + database.displayName()
                        + " needs a list of ids on both sides of a many-to-many relation.",
                "Write `" + field.name() + "Ids String[]` and `@relation(fields: [" + field.name()
                        + "Ids], references: [id])` on both sides.");
    }

    public static Diagnostic embeddedManyToManyNotSupported(DraftField field, Database database) {
        return Diagnostic.error(
                field.span(),
                "`" + field.name() + "`: " + database.displayName()
                        + " keeps many-to-many relations in a table, not in lists of ids.",
                "Remove `fields` and `references`, or write the model between the two.");
    }

    public static Diagnostic embeddedNeedsFields(DraftField field) {
        return Diagnostic.error(
                field.reference().span(field),
                "`fields` of a many-to-many relation must list exactly one field, a list of ids.",
                null);
    }

    public static Diagnostic embeddedNeedsReference(DraftField field) {
        return Diagnostic.error(
                field.reference().span(field),
                "`references` of a many-to-many relation must list exactly one field, the id.",
                null);
    }

    public static Diagnostic embeddedReferencesId(DraftField field, Span span) {
        return Diagnostic.error(
                span, "`references` of a many-to-many relation must list the id of `" + field.typeName() + "`.", null);
    }

    public static Diagnostic embeddedOtherTypes(DraftField field) {
        return Diagnostic.error(
                field.reference().span(field),
                "The field in `fields` must be a list of the same type as the field in `references`.",
                null);
    }

    public static Diagnostic actionNotSupported(
            Span span,
            ReferentialAction action,
            Database database,
            Collection<ReferentialAction> allowed,
            boolean emulated) {
        String help = "Use "
                + ConfigMessages.quotedOr(
                        allowed.stream().map(ReferentialAction::text).toList()) + ".";
        return Diagnostic.error(
                span,
                "`" + action.text() + "` cannot be used with " + database.displayName()
                        + (emulated ? " under `relationMode = \"prisma\"`." : "."),
                help);
    }

    public static Diagnostic setNullOnRequired(DraftField field, String argument) {
        return Diagnostic.error(
                field.span(),
                "`" + argument + ": SetNull` would set a required field to null.",
                "Choose another action, or make all fields of the relation optional.");
    }

    public static Diagnostic setNullOnRequiredWarning(DraftField field, String argument) {
        return Diagnostic.warning(
                field.span(),
                "`" + argument + ": SetNull` would set a required field to null, which fails when it happens.",
                "Choose another action, or make all fields of the relation optional.");
    }

    public static Diagnostic setDefaultOnMySql(Span span) {
        return Diagnostic.warning(
                span,
                "MySQL accepts `SetDefault` but does not do it: the statement fails when it happens.",
                "Choose another action.");
    }

    public static Diagnostic missingIndex(DraftField field) {
        return Diagnostic.warning(
                field.reference().span(field),
                "Without foreign keys (`relationMode = \"prisma\"`) the database makes no index on the fields of `"
                        + field.name() + "`, so queries that follow the relation can be slow.",
                "Add `@@index([" + columnList(field) + "])`.");
    }

    private static String columnList(DraftField field) {
        List<DraftField> fields = field.reference().fields;
        return fields == null ? "" : String.join(", ", names(fields));
    }

    public static Diagnostic namedForeignKeyNotSupported(DraftField field, Database database) {
        return Diagnostic.error(
                field.reference().span(field),
                "The relation has a `map`, but " + database.displayName() + " does not name foreign keys.",
                "Remove `map`.");
    }

    public static Diagnostic ignoredTarget(DraftField field) {
        return Diagnostic.error(
                field.span(),
                "`" + field.name() + "` refers to `" + field.typeName() + "`, which clients do not see.",
                "Add `@ignore` to the field.");
    }

    private static String implicit(@Nullable String onDelete, @Nullable String onUpdate) {
        if (onDelete == null && onUpdate == null) {
            return "";
        }
        String text = onDelete == null ? "" : "`onDelete` is `" + onDelete + "`";
        if (onUpdate != null) {
            text += (text.isEmpty() ? "" : " and ") + "`onUpdate` is `" + onUpdate + "`";
        }
        return " (by default " + text + ")";
    }

    public static Diagnostic selfCycle(
            DraftField field, @Nullable String implicitOnDelete, @Nullable String implicitOnUpdate, Database database) {
        return Diagnostic.error(
                field.span(),
                "The actions of `" + field.name() + "` reach a model that refers to itself and acts on itself"
                        + implicit(implicitOnDelete, implicitOnUpdate) + ", which " + database.displayName()
                        + " refuses.",
                "Write `onDelete: NoAction, onUpdate: NoAction`.");
    }

    public static Diagnostic cycle(
            DraftField field,
            List<DraftRelation> path,
            @Nullable String implicitOnDelete,
            @Nullable String implicitOnUpdate,
            Database database) {
        List<String> steps = path.stream().map(step -> step.forward.toString()).toList();
        return Diagnostic.error(
                field.span(),
                "The referential actions go round in a circle, " + String.join(" → ", steps)
                        + implicit(implicitOnDelete, implicitOnUpdate) + ", which " + database.displayName()
                        + " refuses.",
                "Write `onDelete: NoAction, onUpdate: NoAction` on one of these relations.");
    }

    public static Diagnostic severalPaths(
            DraftField field,
            List<String> from,
            int count,
            @Nullable String implicitOnDelete,
            @Nullable String implicitOnUpdate,
            Database database) {
        return Diagnostic.error(
                field.span(),
                "A change in " + ConfigMessages.quoted(from) + more(count - from.size()) + " reaches `"
                        + field.owner.name()
                        + "` by several paths of referential actions" + implicit(implicitOnDelete, implicitOnUpdate)
                        + ", which " + database.displayName() + " refuses.",
                "Write `onDelete: NoAction, onUpdate: NoAction` on one of the relations on these paths.");
    }

    private static String more(int count) {
        return count == 0 ? "" : " and " + count + (count == 1 ? " other model" : " other models");
    }

    public static Diagnostic otherNativeTypes(
            DraftField relation, DraftField field, DraftField reference, @Nullable String nativeType) {
        return Diagnostic.warning(
                field.span(),
                "`" + field + "` and `" + reference + "` should have the same native type, or MongoDB cannot match them"
                        + " (relation `" + relation.name() + "`).",
                nativeType == null
                        ? "Give both the same native type."
                        : "Add `@db." + nativeType + "` to the one without, or remove it from the other.");
    }
}
