package dev.prisma4j.schema.validate.message;

import dev.prisma4j.schema.database.Database;
import dev.prisma4j.schema.database.NativeTypeDefinition;
import dev.prisma4j.schema.diagnostic.Diagnostic;
import dev.prisma4j.schema.model.ScalarType;
import dev.prisma4j.schema.source.Span;
import dev.prisma4j.schema.syntax.Attribute;
import dev.prisma4j.schema.validate.draft.DraftField;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Messages about native types: {@code @db.VarChar(255)}. */
public final class NativeTypeMessages {
    private NativeTypeMessages() {}

    public static Diagnostic otherPrefix(Attribute attribute, String prefix, String datasource, String type) {
        return Diagnostic.error(
                attribute.span(),
                "The prefix `" + prefix + "` must be the name of the datasource, which is `" + datasource + "`.",
                "Did you mean `@" + datasource + "." + type + "`?");
    }

    public static Diagnostic unknownType(Attribute attribute, String type, Database database) {
        String near = ConfigMessages.didYouMean(type, database.nativeTypes().names());
        String help = near;
        if (near == null && database.nativeTypes().names().isEmpty()) {
            help = "Remove it; columns are made of the field's type alone.";
        }
        return Diagnostic.error(
                attribute.span(),
                database.provider() == null
                        ? "The native type `" + type + "` means nothing without a datasource."
                        : database.displayName() + " has no native type `" + type + "`.",
                help);
    }

    public static Diagnostic otherScalar(Attribute attribute, NativeTypeDefinition type, DraftField field) {
        List<String> scalars = type.scalars().stream().map(ScalarType::text).toList();
        return Diagnostic.error(
                attribute.span(),
                "The native type `" + type.name() + "` is for fields of type " + ConfigMessages.quotedOr(scalars)
                        + ", but `" + field.name() + "` is of type `" + field.typeName() + "`.",
                "Change one of the two.");
    }

    public static Diagnostic argumentCount(Attribute attribute, NativeTypeDefinition type, int given) {
        int required = type.parameters().required();
        int most = required + type.parameters().optional();
        String wanted = most == 0
                ? "no arguments"
                : (required == most ? "" : "at most ") + most + (most == 1 ? " argument" : " arguments");
        return Diagnostic.error(
                attribute.span(),
                "The native type `" + type.name() + "` takes " + wanted + ", but " + given
                        + (given == 1 ? " is given." : " are given."),
                null);
    }

    public static Diagnostic argumentExpected(Attribute attribute, String wanted, String given) {
        return Diagnostic.error(
                attribute.span(),
                "`@" + attribute.name().text() + "` takes " + wanted + ", but this is `"
                        + ValueMessages.shortened(given) + "`.",
                null);
    }

    public static Diagnostic outOfRange(Span span, String type, String meaning, long minimum, long maximum) {
        String range = maximum == Long.MAX_VALUE
                ? "must be at least " + minimum
                : "must be from " + minimum + " to " + maximum;
        return Diagnostic.error(span, "The " + meaning + " of `" + type + "` " + range + ".", null);
    }

    public static Diagnostic scaleAbovePrecision(Span span, String type) {
        return Diagnostic.error(
                span,
                "The scale of `" + type + "` is bigger than its precision: it would have more digits after the point"
                        + " than altogether.",
                "Write the precision first: `Decimal(10, 2)`.");
    }

    public static Diagnostic bitsOfBoolean(Span span) {
        return Diagnostic.error(span, "A `Boolean` is one bit: only `Bit(1)` can store it.", "Write `Bit(1)`.");
    }

    public static Diagnostic notInKey(
            String attribute, Span span, String type, Database database, boolean lengthWouldHelp) {
        return Diagnostic.error(
                span,
                "A column of the native type `" + type + "` cannot be part of `" + attribute + "` in "
                        + database.displayName() + ".",
                lengthWouldHelp
                        ? "Give a `length` in `" + attribute + "`, or choose another native type."
                        : "Choose another native type.");
    }

    public static Diagnostic unsupportedThatIsSupported(DraftField field, String written, @Nullable String better) {
        return Diagnostic.error(
                field.span(),
                "`Unsupported(\"" + written + "\")` of `" + field.name() + "` is a type that is supported.",
                better == null ? null : "Write `" + better + "`.");
    }

    public static Diagnostic scalarNotSupported(DraftField field, Database database) {
        return Diagnostic.error(
                field.span(),
                "`" + field.name() + "` cannot be of type `" + field.typeName() + "`: " + database.displayName()
                        + " has no such type.",
                null);
    }

    public static Diagnostic jsonListNotSupported(DraftField field, Database database) {
        return Diagnostic.error(
                field.span(),
                "`" + field.name() + "` cannot be a list of `Json`: " + database.displayName() + " has none.",
                "Make it one `Json` field with a list in it.");
    }

    public static Diagnostic listNotSupported(DraftField field, Database database) {
        return Diagnostic.error(
                field.span(),
                "`" + field.name() + "` cannot be a list: " + database.displayName() + " has no columns with lists.",
                "Make a model for the elements with a relation, or use `Json`.");
    }

    public static Diagnostic bytesInId(Span span, Database database) {
        return Diagnostic.error(
                span, "A field of type `Bytes` cannot be part of the id in " + database.displayName() + ".", null);
    }
}
