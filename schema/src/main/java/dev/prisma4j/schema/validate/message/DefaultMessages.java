package dev.prisma4j.schema.validate.message;

import dev.prisma4j.schema.database.Database;
import dev.prisma4j.schema.diagnostic.Diagnostic;
import dev.prisma4j.schema.source.Span;
import dev.prisma4j.schema.syntax.Attribute;
import dev.prisma4j.schema.syntax.Expression;
import dev.prisma4j.schema.validate.draft.DraftEnum;
import dev.prisma4j.schema.validate.draft.DraftField;
import dev.prisma4j.schema.validate.draft.DraftModel;
import java.util.Collection;

/** Messages about {@code @default}. */
public final class DefaultMessages {
    private DefaultMessages() {}

    public static Diagnostic onRelation(DraftField field, Attribute attribute) {
        return Diagnostic.error(
                attribute.span(),
                "`" + field.name() + "` is a relation field and cannot have a default.",
                "Put `@default` on the field that stores the reference.");
    }

    public static Diagnostic onComposite(DraftField field, Attribute attribute) {
        return Diagnostic.error(
                attribute.span(),
                "`" + field.name() + "` is of the composite type `" + field.typeName() + "` and cannot have a default.",
                "Remove it; the fields of the composite type can have defaults.");
    }

    public static Diagnostic onUnsupported(Attribute attribute) {
        return Diagnostic.error(
                attribute.span(),
                "A field of an unsupported type can only have a default of the database.",
                "Write `@default(dbgenerated(\"..\"))`.");
    }

    public static Diagnostic unsupportedInComposite(DraftField field, Attribute attribute) {
        return Diagnostic.error(
                attribute.span(),
                "`" + field.name() + "` is of an unsupported type within a composite type and cannot have a default.",
                "Remove it.");
    }

    public static Diagnostic mapInComposite(Attribute attribute) {
        return Diagnostic.error(
                attribute.span(),
                "Defaults within composite types have no constraint that `map` could name.",
                "Remove `map`.");
    }

    public static Diagnostic functionInComposite(Attribute attribute, String function) {
        return Diagnostic.error(
                attribute.span(),
                "`" + function
                        + "()` cannot be the default of a field of a composite type, since the database makes it.",
                "Use a literal, or a function such as `uuid()` or `now()`.");
    }

    public static Diagnostic listExpected(DraftField field, Attribute attribute) {
        return Diagnostic.error(
                attribute.span(),
                "`" + field.name() + "` is a list, so its default must be a list too.",
                "Put it in brackets: `@default([..])`.");
    }

    public static Diagnostic listNotExpected(DraftField field, Attribute attribute) {
        return Diagnostic.error(
                attribute.span(),
                "`" + field.name() + "` is not a list, so its default cannot be one.",
                "Remove the brackets of the default, or make the type `" + field.typeName() + "[]`.");
    }

    public static Diagnostic otherType(DraftField field, Attribute attribute, Expression value) {
        return Diagnostic.error(
                attribute.span(),
                "The default of `" + field.name() + "` must be of type `" + field.typeName() + "`, but it is "
                        + ValueMessages.describe(value) + ".",
                null);
    }

    public static Diagnostic booleanExpected(Expression value) {
        return Diagnostic.error(
                value.span(),
                "The default of a `Boolean` is `true` or `false`, but this is " + ValueMessages.describe(value) + ".",
                null);
    }

    public static Diagnostic malformed(Expression value, String type, String expected) {
        return Diagnostic.error(
                value.span(),
                ValueMessages.describe(value).replaceFirst("^t", "T") + " cannot be read as a `" + type + "`.",
                expected);
    }

    public static Diagnostic enumValueExpected(DraftField field, Attribute attribute, Expression value) {
        return Diagnostic.error(
                attribute.span(),
                "The default of `" + field.name() + "` must be a value of the enum `" + field.typeName()
                        + "`, but it is " + ValueMessages.describe(value) + ".",
                "Write the value as a plain word.");
    }

    public static Diagnostic unknownEnumValue(DraftEnum type, Attribute attribute, String value) {
        return Diagnostic.error(
                attribute.span(),
                "The enum `" + type.name() + "` has no value `" + value + "`.",
                ConfigMessages.didYouMean(value, type.values.keySet()));
    }

    public static Diagnostic unknownFunction(String function, Span span, Collection<String> known) {
        String near = ConfigMessages.didYouMean(function, known);
        return Diagnostic.error(
                span,
                "There is no function `" + function + "()` for defaults here.",
                near != null ? near : "There are " + ConfigMessages.quoted(known) + ".");
    }

    public static Diagnostic functionOfOtherType(
            DraftField field, Attribute attribute, String function, String wanted) {
        return Diagnostic.error(
                attribute.span(),
                "`" + function + "()` makes a `" + wanted + "`, but `" + field.name() + "` is of type `"
                        + field.typeName() + "`.",
                "Change the type of the field, or the default.");
    }

    public static Diagnostic functionWithoutArguments(Attribute attribute, String function) {
        return Diagnostic.error(
                attribute.span(), "`" + function + "()` takes no arguments.", "Write `" + function + "()`.");
    }

    public static Diagnostic functionArgument(Attribute attribute, String function, String wanted) {
        return Diagnostic.error(attribute.span(), "`" + function + "()` takes " + wanted + ", or nothing.", null);
    }

    public static Diagnostic unknownSequenceArgument(Span span, Collection<String> known) {
        return Diagnostic.error(
                span, "`sequence()` has no such argument.", "Its arguments are " + ConfigMessages.quoted(known) + ".");
    }

    public static Diagnostic functionNotSupported(Span span, String function, Database database) {
        return Diagnostic.error(span, "`" + function + "()` cannot be used with " + database.displayName() + ".", null);
    }

    public static Diagnostic autoincrementNotSupported(Attribute attribute, Database database) {
        return Diagnostic.error(
                attribute.span(),
                "`autoincrement()` cannot be used: " + database.displayName() + " does not count.",
                "Use `auto()` with `@db.ObjectId`, or `cuid()`.");
    }

    public static Diagnostic autoincrementNotId(DraftField field, Database database) {
        return Diagnostic.error(
                field.span(),
                "`autoincrement()` on `" + field.name() + "`: " + database.displayName() + " counts the id only.",
                "Make it the `@id`.");
    }

    public static Diagnostic autoincrementNotIndexed(DraftField field, Database database) {
        return Diagnostic.error(
                field.span(),
                "`autoincrement()` on `" + field.name() + "`: " + database.displayName()
                        + " counts only fields that are the first of an index.",
                "Add `@unique` or `@@index`.");
    }

    public static Diagnostic severalAutoincrements(DraftModel model, Database database) {
        return Diagnostic.error(
                model.span(),
                "`autoincrement()` is used more than once in `" + model.name() + "`, but " + database.displayName()
                        + " counts one field per table.",
                "Keep it on one field.");
    }

    public static Diagnostic autoincrementOnOtherThanBigInt(Attribute attribute) {
        return Diagnostic.error(
                attribute.span(),
                "`autoincrement()` makes numbers of 64 bits on CockroachDB, which do not fit into an `Int`.",
                "Make the type `BigInt`, or use `sequence()`.");
    }

    public static Diagnostic nameNotSupported(Attribute attribute, Database database) {
        return Diagnostic.error(
                attribute.span(),
                "The default has a `map`, but " + database.displayName() + " does not name defaults.",
                "Remove `map`.");
    }

    public static Diagnostic autoNeedsObjectId(DraftField field) {
        return Diagnostic.error(
                field.span(),
                "`auto()` makes object ids, but `" + field.name() + "` is no object id.",
                "Add `@db.ObjectId`.");
    }

    public static Diagnostic autoNeedsId(DraftField field) {
        return Diagnostic.error(
                field.span(), "`auto()` can be used on the id only, but `" + field.name() + "` is not the id.", null);
    }

    public static Diagnostic dbgeneratedOnMongo(DraftField field) {
        return Diagnostic.error(
                field.span(),
                "`dbgenerated()` on `" + field.name() + "`: MongoDB makes no values by itself.",
                "Use `auto()` for ids.");
    }
}
