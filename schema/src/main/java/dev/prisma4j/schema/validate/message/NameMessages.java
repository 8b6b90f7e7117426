package dev.prisma4j.schema.validate.message;

import dev.prisma4j.schema.database.Database;
import dev.prisma4j.schema.diagnostic.Diagnostic;
import dev.prisma4j.schema.source.Span;
import dev.prisma4j.schema.syntax.EnumMember;
import dev.prisma4j.schema.validate.draft.DraftBlock;
import dev.prisma4j.schema.validate.draft.DraftEnum;
import dev.prisma4j.schema.validate.draft.DraftField;
import java.util.Collection;

/** Messages about names of blocks and fields, and about types that are not found. */
public final class NameMessages {
    private NameMessages() {}

    private static String capitalized(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    public static Diagnostic duplicateBlock(DraftBlock block, DraftBlock first) {
        return Diagnostic.error(
                block.identifier().span(),
                "The " + block.kind() + " `" + block.name() + "` has the same name as the " + first.kind() + " in line "
                        + first.span().line() + ".",
                "Rename one of the two.");
    }

    public static Diagnostic reservedForScalar(String kind, String name, Span span) {
        return Diagnostic.error(
                span,
                "`" + name + "` is the name of a built-in type; no block can be called so.",
                "Choose another name for the " + kind + ".");
    }

    public static Diagnostic reservedForClients(DraftBlock block) {
        return Diagnostic.error(
                block.span(),
                capitalized(block.kind()) + " `" + block.name() + "`: the name is reserved, since generated clients"
                        + " cannot use it.",
                "Choose another name and keep the one in the database with `@@map(\"" + block.name() + "\")`.");
    }

    public static Diagnostic duplicateField(DraftField field) {
        return Diagnostic.error(
                field.syntax.name().span(),
                capitalized(field.owner.kind()) + " `" + field.owner.name() + "` has another field `" + field.name()
                        + "`.",
                "Rename or remove one of them.");
    }

    public static Diagnostic duplicateColumn(DraftField field) {
        return Diagnostic.error(
                field.span(),
                capitalized(field.owner.kind()) + " `" + field.owner.name() + "` has another field that is stored as `"
                        + field.databaseName() + "`.",
                "Give each field a column of its own with `@map`.");
    }

    public static Diagnostic duplicateEnumValue(EnumMember member, DraftEnum owner) {
        return Diagnostic.error(
                member.span(),
                "The enum `" + owner.name() + "` has another value `"
                        + member.name().text() + "`.",
                "Remove one of them.");
    }

    public static Diagnostic emptyEnum(DraftEnum type) {
        return Diagnostic.error(
                type.span(), "The enum `" + type.name() + "` has no values.", "Add at least one, or remove the enum.");
    }

    public static Diagnostic enumsNotSupported(DraftEnum type, Database database) {
        return Diagnostic.error(
                type.span(),
                "The enum `" + type.name() + "` cannot be used: " + database.displayName() + " has no enums.",
                "Use a `String` field, and check its values in the application.");
    }

    public static Diagnostic unknownType(String name, Span span, Collection<String> known) {
        return Diagnostic.error(
                span,
                "There is no type `" + name + "`: it is neither built in nor a model, enum or composite type of this"
                        + " schema.",
                ConfigMessages.didYouMean(name, known));
    }

    public static Diagnostic attributeInCompositeType(DraftField field, String attribute) {
        return Diagnostic.error(
                field.span(),
                "`@" + attribute + "` cannot stand in a composite type: `" + field.owner.name()
                        + "` is stored within other records and is none itself.",
                "Remove the attribute.");
    }

    public static Diagnostic blockAttributeInCompositeType(String attribute, Span span) {
        String help = switch (attribute) {
            case "map" -> "The name of a composite type is not stored; remove `@@map`.";
            case "unique", "index", "fulltext" ->
                "Put it on the model that has the field, with the way to it: `@@" + attribute + "([field.inner])`.";
            default -> "Remove it.";
        };
        return Diagnostic.error(span, "A composite type cannot have `@@" + attribute + "`.", help);
    }

    public static Diagnostic relationInCompositeType(DraftField field) {
        return Diagnostic.error(
                field.syntax.type().span(),
                "`" + field.typeName() + "` is a model, but the composite type `" + field.owner.name()
                        + "` cannot have relations.",
                "Store the id of the `" + field.typeName() + "` instead.");
    }
}
