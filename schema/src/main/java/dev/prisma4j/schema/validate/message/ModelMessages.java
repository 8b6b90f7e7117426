package dev.prisma4j.schema.validate.message;

import dev.prisma4j.schema.database.Database;
import dev.prisma4j.schema.diagnostic.Diagnostic;
import dev.prisma4j.schema.source.Span;
import dev.prisma4j.schema.validate.draft.DraftComposite;
import dev.prisma4j.schema.validate.draft.DraftEnum;
import dev.prisma4j.schema.validate.draft.DraftField;
import dev.prisma4j.schema.validate.draft.DraftIndex;
import dev.prisma4j.schema.validate.draft.DraftModel;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Messages about models, views, enums and composite types as a whole. */
public final class ModelMessages {
    private ModelMessages() {}

    public static Diagnostic noUniqueCriterion(DraftModel model, List<String> optional) {
        String help = optional.isEmpty()
                ? "Mark a field with `@id`, or add `@@id([..])` or `@@unique([..])`."
                : "Not enough are " + ConfigMessages.quoted(optional) + ", since of them a field can be null.";
        return Diagnostic.error(
                model.span(),
                "The model `" + model.name()
                        + "` has nothing that identifies a record: no id and no unique fields that are all required.",
                help);
    }

    public static Diagnostic databaseNameTaken(DraftModel model, DraftModel first, Span span) {
        return Diagnostic.error(
                span,
                "The " + model.kind() + " `" + model.name() + "` is stored as `" + model.databaseName()
                        + "`, as is the " + first.kind() + " `" + first.name() + "`.",
                "Give one of them another name with `@@map`.");
    }

    public static Diagnostic enumDatabaseNameTaken(DraftEnum type, DraftEnum first) {
        return Diagnostic.error(
                type.span(),
                "The enum `" + type.name() + "` is stored as `" + type.databaseName() + "`, as is the enum `"
                        + first.name() + "`.",
                "Give one of them another name with `@@map`.");
    }

    public static Diagnostic schemaMissing(String kind, String name, Span span, Collection<String> schemas) {
        return Diagnostic.error(
                span,
                "The " + kind + " `" + name + "` does not say which schema holds it, but the datasource lists several.",
                schemas.isEmpty()
                        ? null
                        : "Add `@@schema(\"" + schemas.iterator().next() + "\")`.");
    }

    public static Diagnostic unknownSchema(String schema, Span span, Collection<String> schemas) {
        String near = ConfigMessages.didYouMean(schema, schemas);
        return Diagnostic.error(
                span,
                "The datasource has no schema `" + schema + "`.",
                near != null ? near : "Add it to `schemas` of the datasource.");
    }

    public static Diagnostic viewsNeedPreview(DraftModel view) {
        return Diagnostic.error(
                view.span(),
                "Views need the preview feature `views`.",
                "Add `previewFeatures = [\"views\"]` to a generator.");
    }

    public static Diagnostic viewWithId(Span span) {
        return Diagnostic.error(
                span, "A view has no primary key.", "Mark what identifies a row with `@unique` or `@@unique`.");
    }

    public static Diagnostic viewWithIndex(Span span) {
        return Diagnostic.error(span, "A view has no indexes.", "Remove it; index the tables behind the view.");
    }

    public static Diagnostic viewWithNamedUnique(Span span) {
        return Diagnostic.error(
                span, "`unique` on a view makes no index, so there is nothing that `map` could name.", "Remove `map`.");
    }

    public static Diagnostic viewWithClusteredUnique(Span span) {
        return Diagnostic.error(
                span, "`unique` on a view makes no index, so nothing can be clustered.", "Remove `clustered`.");
    }

    public static Diagnostic viewWithFieldArguments(Span span) {
        return Diagnostic.error(
                span, "`unique` on a view makes no index, so its fields have no arguments.", "Remove them.");
    }

    public static Diagnostic shardKeyNotSupported(Span span, Database database) {
        return Diagnostic.error(span, "Shard keys cannot be used with " + database.displayName() + ".", null);
    }

    public static Diagnostic compositesNotSupported(DraftComposite composite, Database database) {
        return Diagnostic.error(
                composite.span(),
                "The composite type `" + composite.name() + "` cannot be used: " + database.displayName()
                        + " stores no records within records.",
                "Make it a model with a relation, or use `Json`.");
    }

    public static Diagnostic emptyComposite(DraftComposite composite) {
        return Diagnostic.error(
                composite.span(), "The composite type `" + composite.name() + "` has no fields.", "Add at least one.");
    }

    public static Diagnostic compositeCycle(DraftField field, List<String> path) {
        return Diagnostic.error(
                field.span(),
                path.size() <= 2
                        ? "`" + field + "` contains itself, without end."
                        : "The composite types contain each other without end: " + String.join(" → ", path) + ".",
                "Make one of the fields optional or a list.");
    }

    public static Diagnostic mongoIdMissing(DraftModel model) {
        return Diagnostic.error(
                model.span(),
                "The model `" + model.name() + "` has no `@id`; MongoDB needs exactly one.",
                "Add `id String @id @default(auto()) @map(\"_id\") @db.ObjectId`.");
    }

    public static Diagnostic mongoIdName(DraftField field) {
        return Diagnostic.error(field.span(), "MongoDB calls the id of every record `_id`.", "Add `@map(\"_id\")`.");
    }

    public static Diagnostic mongoIdUnique(DraftIndex index) {
        return Diagnostic.error(
                index.span(),
                "The id of a record is unique in MongoDB anyway.",
                "Remove `" + index.attributeName() + "`.");
    }

    public static Diagnostic mongoFieldName(Span span, @Nullable String character) {
        return Diagnostic.error(
                span,
                ".".equals(character)
                        ? "The name of a field in MongoDB cannot contain a dot."
                        : "The name of a field in MongoDB cannot begin with `$`.",
                null);
    }
}
