package dev.prisma4j.schema.validate.message;

import dev.prisma4j.schema.diagnostic.Diagnostic;
import dev.prisma4j.schema.source.Span;
import dev.prisma4j.schema.syntax.Argument;
import dev.prisma4j.schema.syntax.Attribute;
import dev.prisma4j.schema.syntax.Identifier;
import dev.prisma4j.schema.validate.draft.DraftField;
import dev.prisma4j.schema.validate.draft.DraftModel;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Messages about attributes and their arguments in general, and about the small attributes. */
public final class AttributeMessages {
    private AttributeMessages() {}

    public static Diagnostic unknownAttribute(String written, Span span, Collection<String> known) {
        return Diagnostic.error(
                span, "There is no attribute `" + written + "` here.", ConfigMessages.didYouMean(written, known));
    }

    public static Diagnostic duplicateAttribute(String written, Span span) {
        return Diagnostic.error(
                span, "`" + written + "` stands here more than once.", "Keep one of them and remove the others.");
    }

    public static Diagnostic argumentWithoutValue(Identifier name) {
        return Diagnostic.error(
                name.span(), "The argument `" + name.text() + "` has no value.", "Write a value after the colon.");
    }

    public static Diagnostic trailingComma(Span comma) {
        return Diagnostic.error(comma, "A comma needs an argument after it.", "Remove the comma.");
    }

    public static Diagnostic severalUnnamedArguments(Attribute attribute, List<Argument> unnamed) {
        String values = unnamed.stream().map(argument -> argument.span().text()).collect(Collectors.joining(", "));
        return Diagnostic.error(
                attribute.span(),
                "Only one argument can stand without a name, but there are " + unnamed.size() + ".",
                "Did you mean the list `[" + ValueMessages.shortened(values) + "]`?");
    }

    public static Diagnostic duplicateArgument(Identifier name, Span span) {
        return Diagnostic.error(span, "The argument `" + name.text() + "` is given twice.", "Remove one of them.");
    }

    public static Diagnostic namedAndUnnamed(Argument named, String name) {
        return Diagnostic.error(
                named.span(),
                "The argument `" + name + "` is given twice: with its name and without.",
                "Remove one of them.");
    }

    public static Diagnostic missingArgument(Attribute attribute, String name) {
        return Diagnostic.error(
                attribute.span(), "`@" + attribute.name().text() + "` needs the argument `" + name + "`.", null);
    }

    public static Diagnostic unknownArgument(Argument argument, Attribute attribute, Collection<String> known) {
        Identifier name = argument.name();
        return Diagnostic.error(
                argument.span(),
                name == null
                        ? "`@" + attribute.name().text() + "` takes no argument without a name here."
                        : "`@" + attribute.name().text() + "` has no argument `" + name.text() + "` here.",
                name == null ? null : ConfigMessages.didYouMean(name.text(), known));
    }

    public static Diagnostic emptyText(String attribute, String argument, Span span) {
        return Diagnostic.error(
                span, "The argument `" + argument + "` of `" + attribute + "` must not be empty.", null);
    }

    public static Diagnostic mapOnRelation(DraftField field, Attribute attribute) {
        return Diagnostic.error(
                attribute.span(),
                "`" + field.name() + "` is a relation field and has no column that `@map` could name.",
                "Put `@map` on the fields listed in `fields:`.");
    }

    public static Diagnostic idOnRelation(DraftField field, Attribute attribute) {
        return Diagnostic.error(
                attribute.span(),
                "`" + field.name() + "` is a relation field and cannot be the id.",
                "Put `@id` on the field that stores the reference, or use `@@id([..])`.");
    }

    public static Diagnostic idNotRequired(DraftField field, Attribute attribute) {
        return Diagnostic.error(
                attribute.span(),
                "`" + field.name() + "` is the id and must therefore have exactly one value.",
                field.isList() ? "Remove the brackets." : "Remove the question mark.");
    }

    public static Diagnostic severalIds(DraftModel model) {
        return Diagnostic.error(
                model.span(),
                "The " + model.kind() + " `" + model.name() + "` marks more than one field with `@id`.",
                "For an id of several fields use `@@id([first, second])`.");
    }

    public static Diagnostic idTwice(DraftModel model) {
        return Diagnostic.error(
                model.span(),
                "The " + model.kind() + " `" + model.name() + "` has both `@id` and `@@id`.",
                "Keep one of them; the other can become `@unique` or `@@unique`.");
    }

    public static Diagnostic uniqueOnRelation(DraftField field, Attribute attribute, List<String> columns) {
        String help = null;
        if (columns.size() == 1) {
            help = "Did you mean to put it on `" + columns.get(0) + "`?";
        } else if (columns.size() > 1) {
            help = "Did you mean `@@unique([" + String.join(", ", columns) + "])`?";
        }
        return Diagnostic.error(
                attribute.span(),
                "`" + field.name() + "` is a relation field; only fields with a column can be unique.",
                help);
    }

    public static Diagnostic updatedAtNotDateTime(DraftField field, Attribute attribute) {
        return Diagnostic.error(
                attribute.span(),
                "`@updatedAt` sets a point in time, but `" + field.name() + "` is of type `" + field.typeName() + "`.",
                "Make the type `DateTime`.");
    }

    public static Diagnostic updatedAtOnList(DraftField field, Attribute attribute) {
        return Diagnostic.error(
                attribute.span(),
                "`@updatedAt` sets one point in time, but `" + field.name() + "` is a list.",
                "Remove the brackets.");
    }

    public static Diagnostic ignoreOnUnsupported(DraftField field, Attribute attribute) {
        return Diagnostic.error(
                attribute.span(),
                "`" + field.name() + "` is of an unsupported type and is ignored by clients anyway.",
                "Remove `@ignore`.");
    }

    public static Diagnostic ignoreWithinIgnored(DraftModel model, Attribute attribute) {
        return Diagnostic.error(
                attribute.span(),
                "The whole " + model.kind() + " `" + model.name() + "` is ignored already.",
                "Remove `@ignore` from the field.");
    }

    public static Diagnostic relationOnScalar(DraftField field, Attribute attribute) {
        return Diagnostic.error(
                attribute.span(),
                "`@relation` belongs to a field whose type is a model, but `" + field.name() + "` is of type `"
                        + field.typeName() + "`.",
                "Make the type a model, or remove the attribute.");
    }

    public static Diagnostic emptyRelationName(Attribute attribute) {
        return Diagnostic.error(attribute.span(), "The name of a relation must not be empty.", null);
    }

    public static Diagnostic unknownAction(String action, Span span) {
        return Diagnostic.error(
                span,
                "There is no referential action `" + action + "`.",
                ConfigMessages.didYouMean(action, List.of("Cascade", "Restrict", "NoAction", "SetNull", "SetDefault")));
    }

    public static Diagnostic unknownRelationFields(Span span, Collection<String> names, DraftModel model) {
        return Diagnostic.error(
                span,
                "`fields` lists " + ConfigMessages.quoted(names) + ", which the model `" + model.name()
                        + "` does not have.",
                suggestion(names, model));
    }

    public static Diagnostic relationFieldsNotScalar(Span span, Collection<String> names) {
        return Diagnostic.error(
                span,
                "`fields` must list fields with a column, but " + ConfigMessages.quoted(names)
                        + (names.size() == 1 ? " is a relation field." : " are relation fields."),
                null);
    }

    public static Diagnostic repeatedRelationFields(Span span, Collection<String> names) {
        return Diagnostic.error(span, "`fields` lists " + ConfigMessages.quoted(names) + " more than once.", null);
    }

    public static Diagnostic unknownReferences(Span span, Collection<String> names, DraftModel model) {
        return Diagnostic.error(
                span,
                "`references` lists " + ConfigMessages.quoted(names) + ", which the model `" + model.name()
                        + "` does not have.",
                suggestion(names, model));
    }

    public static Diagnostic referencesNotScalar(Span span, Collection<String> names, DraftModel model) {
        return Diagnostic.error(
                span,
                "`references` must list fields with a column, but " + ConfigMessages.quoted(names) + " of `"
                        + model.name() + "` " + (names.size() == 1 ? "is a relation field." : "are relation fields."),
                null);
    }

    private static String suggestion(Collection<String> names, DraftModel model) {
        StringBuilder help = new StringBuilder();
        for (String name : names) {
            String near = ConfigMessages.didYouMean(name, model.byName.keySet());
            if (near != null) {
                help.append(help.isEmpty() ? "" : " ").append(near);
            }
        }
        return help.isEmpty() ? "Add the missing field, or correct the name." : help.toString();
    }

    public static Diagnostic shardKeyNeedsPreview(Attribute attribute) {
        return Diagnostic.error(
                attribute.span(),
                "Shard keys need the preview feature `shardKeys`.",
                "Add `previewFeatures = [\"shardKeys\"]` to a generator.");
    }

    public static Diagnostic shardKeyNotRequired(DraftField field, Attribute attribute) {
        return Diagnostic.error(
                attribute.span(),
                "`" + field.name() + "` is the shard key and must therefore have exactly one value.",
                null);
    }

    public static Diagnostic severalShardKeys(DraftModel model, boolean onFieldsOnly) {
        return Diagnostic.error(
                model.span(),
                onFieldsOnly
                        ? "The model `" + model.name() + "` marks more than one field with `@shardKey`."
                        : "The model `" + model.name() + "` has both `@shardKey` and `@@shardKey`.",
                "Keep one; for a key of several fields use `@@shardKey([first, second])`.");
    }

    public static Diagnostic schemasNotSupported(Span span) {
        return Diagnostic.error(span, "`@@schema` cannot be used with this database.", "Remove it.");
    }
}
