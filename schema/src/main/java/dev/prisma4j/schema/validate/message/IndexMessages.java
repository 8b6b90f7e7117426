package dev.prisma4j.schema.validate.message;

import dev.prisma4j.schema.database.Database;
import dev.prisma4j.schema.database.IndexAlgorithm;
import dev.prisma4j.schema.diagnostic.Diagnostic;
import dev.prisma4j.schema.source.Span;
import dev.prisma4j.schema.syntax.Expression;
import dev.prisma4j.schema.validate.draft.DraftField;
import dev.prisma4j.schema.validate.draft.DraftIndex;
import dev.prisma4j.schema.validate.draft.DraftModel;
import dev.prisma4j.schema.validate.draft.FieldOwner;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Messages about keys and indexes: their fields, their arguments, and what the database makes of them. */
public final class IndexMessages {
    private IndexMessages() {}

    public static Diagnostic unknownFields(
            String attribute, Span span, Collection<String> names, FieldOwner owner, @Nullable String near) {
        return Diagnostic.error(
                span,
                "`" + attribute + "` lists " + ConfigMessages.quoted(names) + ", which `" + owner.name()
                        + "` does not have.",
                near);
    }

    public static Diagnostic relationFields(String attribute, Span span, Collection<String> names) {
        return Diagnostic.error(
                span,
                "`" + attribute + "` must list fields with a column, but " + ConfigMessages.quoted(names)
                        + (names.size() == 1 ? " is a relation field." : " are relation fields."),
                "List the fields that store the reference instead.");
    }

    public static Diagnostic repeatedField(String attribute, Span span, String name) {
        return Diagnostic.error(
                span, "`" + attribute + "` lists the field `" + name + "` more than once.", "List it once.");
    }

    public static Diagnostic optionalIdFields(Span span, Collection<String> names) {
        return Diagnostic.error(
                span,
                "The id must be known for every record, but " + ConfigMessages.quoted(names)
                        + (names.size() == 1 ? " is optional." : " are optional."),
                "Remove the question mark, or use `@@unique` instead of `@@id`.");
    }

    public static Diagnostic optionalShardKeyFields(Span span, Collection<String> names) {
        return Diagnostic.error(
                span,
                "The shard key must be known for every record, but " + ConfigMessages.quoted(names)
                        + (names.size() == 1 ? " is optional." : " are optional."),
                "Remove the question mark.");
    }

    public static Diagnostic noFields(String attribute, Span span) {
        return Diagnostic.error(span, "`" + attribute + "` lists no fields.", "List at least one field.");
    }

    public static Diagnostic unknownSort(Span span, String written) {
        return Diagnostic.error(span, "`" + written + "` is no sort order.", "Use `Asc` or `Desc`.");
    }

    public static Diagnostic unknownOperatorClass(Span span, String written, Collection<String> known) {
        String near = ConfigMessages.didYouMean(written, known);
        return Diagnostic.error(
                span,
                "There is no operator class `" + written + "`.",
                (near == null ? "" : near + " ") + "Any class of the database can be given as `raw(\"..\")`.");
    }

    public static Diagnostic rawNeedsText(Span span) {
        return Diagnostic.error(
                span, "`raw(..)` takes exactly one string.", "Write for example `raw(\"gin_trgm_ops\")`.");
    }

    public static Diagnostic operatorClassExpected(Span span) {
        return Diagnostic.error(span, "`ops` takes an operator class.", "Write its name, or `raw(\"..\")`.");
    }

    public static Diagnostic unknownAlgorithm(Span span, String written) {
        java.util.List<String> known = java.util.Arrays.stream(IndexAlgorithm.values())
                .map(IndexAlgorithm::text)
                .toList();
        String near = ConfigMessages.didYouMean(written, known);
        return Diagnostic.error(
                span,
                "There is no index type `" + written + "`.",
                near != null ? near : "Use one of " + ConfigMessages.quoted(known) + ".");
    }

    public static Diagnostic mapAndName(Span span) {
        return Diagnostic.error(
                span,
                "`name` is the old spelling of `map` in `@@index`; only one of them can be given.",
                "Remove `name`.");
    }

    public static Diagnostic nameNotUsable(String attribute, Span span, String name) {
        return Diagnostic.error(
                span,
                "`" + name + "` cannot be the `name` of `" + attribute
                        + "`: only letters, digits and `_` can stand in it.",
                "Choose another name; the name in the database is given by `map`.");
    }

    public static Diagnostic predicateExpected(Span span) {
        return Diagnostic.error(
                span,
                "`where` takes a condition.",
                "Write `where: raw(\"status = 'active'\")` or `where: { active: true }`.");
    }

    public static Diagnostic predicateFunctionExpected(Expression value) {
        return Diagnostic.error(
                value.span(),
                "Expected a condition, but this is " + ValueMessages.describe(value) + ".",
                "SQL as text goes into `raw(..)`.");
    }

    public static Diagnostic rawPredicateNeedsText(Span span) {
        return Diagnostic.error(
                span, "`raw(..)` takes the condition as a string.", "Write `where: raw(\"status = 'active'\")`.");
    }

    public static Diagnostic emptyPredicate(Span span) {
        return Diagnostic.error(span, "The condition of `where` is empty.", "Write one, or remove `where`.");
    }

    public static Diagnostic unknownPredicateField(Span span, String name, DraftModel model) {
        return Diagnostic.error(
                span,
                "`where` compares `" + name + "`, which the model `" + model.name() + "` does not have.",
                ConfigMessages.didYouMean(name, model.byName.keySet()));
    }

    public static Diagnostic relationInPredicate(Span span, String name) {
        return Diagnostic.error(
                span, "`where` can compare fields with a column only, but `" + name + "` is a relation field.", null);
    }

    public static Diagnostic predicateValueOfOtherType(Span span, DraftField field, String valueKind) {
        return Diagnostic.error(
                span,
                "`where` compares `" + field.name() + "` of type `" + field.typeName() + "` with " + valueKind + ".",
                null);
    }

    public static Diagnostic predicateValueExpected(Span span) {
        return Diagnostic.error(
                span,
                "`where` compares with `true`, `false`, `null`, a string, a number, or `{ not: .. }` of one of these.",
                "For anything else write the condition as `raw(\"..\")`.");
    }

    public static Diagnostic unknownPredicateOperator(Span span, String operator) {
        return Diagnostic.error(
                span,
                "`where` does not know `" + operator + "`; the only operator is `not`.",
                "For anything else write the condition as `raw(\"..\")`.");
    }

    public static Diagnostic partialIndexNeedsPreview(Span span) {
        return Diagnostic.error(
                span,
                "Partial indexes need the preview feature `partialIndexes`.",
                "Add `previewFeatures = [\"partialIndexes\"]` to a generator.");
    }

    public static Diagnostic partialIndexNotSupported(Span span, Database database) {
        return Diagnostic.error(
                span, "`where` cannot be used: " + database.displayName() + " has no partial indexes.", null);
    }

    public static Diagnostic lengthNotSupported(String attribute, Span span, Database database) {
        return Diagnostic.error(
                span,
                "`length` cannot be used in `" + attribute + "`: " + database.displayName() + " has no prefix indexes.",
                "Remove `length`.");
    }

    public static Diagnostic lengthOnOtherType(String attribute, Span span) {
        return Diagnostic.error(
                span, "`length` in `" + attribute + "` needs fields of type `String` or `Bytes`.", "Remove `length`.");
    }

    public static Diagnostic lengthInFullText(Span span) {
        return Diagnostic.error(span, "`length` cannot be used in `@@fulltext`.", "Remove it.");
    }

    public static Diagnostic sortInFullText(Span span, Database database) {
        return Diagnostic.error(
                span, "`sort` cannot be used in `@@fulltext` of " + database.displayName() + ".", "Remove it.");
    }

    public static Diagnostic sortInKey(String attribute, Span span, Database database) {
        return Diagnostic.error(
                span,
                "`sort` cannot be used in `" + attribute + "`: " + database.displayName()
                        + " does not order primary keys.",
                "Remove `sort`.");
    }

    public static Diagnostic clusteringNotSupported(String attribute, Span span, Database database) {
        return Diagnostic.error(
                span,
                "`clustered` cannot be used in `" + attribute + "`: " + database.displayName()
                        + " does not let one choose it.",
                "Remove `clustered`.");
    }

    public static Diagnostic severalClustered(String attribute, Span span, DraftModel model) {
        return Diagnostic.error(
                span,
                "`" + attribute + "`: only one key or index of `" + model.name()
                        + "` can be clustered, and the id is so unless it says otherwise.",
                "Set `clustered: false` on all but one.");
    }

    public static Diagnostic fullTextNotSupported(Span span, Database database) {
        return Diagnostic.error(
                span,
                "`@@fulltext` cannot be used: full-text indexes of " + database.displayName()
                        + " are not part of the schema.",
                "Remove it; a migration can make such an index by SQL.");
    }

    public static Diagnostic severalFullText(Span span, Database database) {
        return Diagnostic.error(
                span, database.displayName() + " allows one `@@fulltext` per model only.", "List all fields in one.");
    }

    public static Diagnostic fullTextFieldsNotTogether(Span span) {
        return Diagnostic.error(
                span,
                "The fields of a `@@fulltext` with a `sort` must stand next to each other.",
                "Change their order.");
    }

    public static Diagnostic algorithmNotSupported(Span span, IndexAlgorithm algorithm, Database database) {
        Set<IndexAlgorithm> known = database.indexAlgorithms();
        return Diagnostic.error(
                span,
                database.displayName() + " has no index type `" + algorithm.text() + "`.",
                "Use "
                        + ConfigMessages.quotedOr(
                                known.stream().map(IndexAlgorithm::text).toList()) + ".");
    }

    public static Diagnostic sortInHashIndex(Span span) {
        return Diagnostic.error(span, "A hash index has no order, so `sort` means nothing.", "Remove `sort`.");
    }

    public static Diagnostic severalFieldsInIndex(Span span, IndexAlgorithm algorithm) {
        return Diagnostic.error(
                span,
                "An index of type `" + algorithm.text() + "` can have one field only.",
                "Make an index for each.");
    }

    public static Diagnostic sortInIndex(Span span, IndexAlgorithm algorithm) {
        return Diagnostic.error(
                span,
                "An index of type `" + algorithm.text() + "` has no order, so `sort` means nothing.",
                "Remove `sort`.");
    }

    public static Diagnostic operatorClassesNotSupported(Span span, Database database) {
        return Diagnostic.error(
                span, "`ops` cannot be used: " + database.displayName() + " has no operator classes.", "Remove `ops`.");
    }

    public static Diagnostic operatorClassesInUnique(String attribute, Span span) {
        return Diagnostic.error(
                span,
                "`ops` cannot be used in `" + attribute + "`; it belongs to `@@index`.",
                "Remove `ops`, or make an `@@index` besides.");
    }

    public static Diagnostic operatorClassOfOtherAlgorithm(Span span, String name, IndexAlgorithm algorithm) {
        return Diagnostic.error(
                span,
                "The operator class `" + name + "` does not belong to the index type `" + algorithm.text() + "`.",
                "Choose another class or another `type`.");
    }

    public static Diagnostic operatorClassOfOtherType(Span span, String name, DraftField field, String wanted) {
        return Diagnostic.error(
                span,
                "The operator class `" + name + "` is for " + wanted + ", but `" + field.name() + "` is of type `"
                        + field.typeName() + (field.isList() ? "[]" : "") + "`.",
                "Choose another class or another type.");
    }

    public static Diagnostic operatorClassOfOtherNativeType(
            Span span, String name, DraftField field, String nativeType, Collection<String> wanted) {
        return Diagnostic.error(
                span,
                "The operator class `" + name + "` does not cover the native type `" + nativeType + "` of `"
                        + field.name() + "`.",
                wanted.isEmpty() ? null : "It covers " + ConfigMessages.quoted(wanted) + ".");
    }

    public static Diagnostic operatorClassNeedsNativeType(
            Span span, String name, DraftField field, Collection<String> wanted) {
        return Diagnostic.error(
                span,
                "The operator class `" + name + "` needs a native type on `" + field.name() + "`.",
                "Add `@db." + wanted.iterator().next() + "` to the field.");
    }

    public static Diagnostic typeNotIndexable(Span span, IndexAlgorithm algorithm, DraftField field) {
        return Diagnostic.error(
                span,
                "The index type `" + algorithm.text() + "` cannot index `" + field.name() + "` of type `"
                        + field.typeName() + "`.",
                "Give an operator class with `ops: raw(\"..\")`, or choose another `type`.");
    }

    public static Diagnostic noDefaultOperatorClass(Span span, IndexAlgorithm algorithm, String nativeType) {
        return Diagnostic.error(
                span,
                "The index type `" + algorithm.text() + "` has no default operator class for `" + nativeType + "`.",
                "Give one with `ops: raw(\"..\")`, or choose another `type`.");
    }

    public static Diagnostic jsonNotLast(Span span) {
        return Diagnostic.error(
                span, "A `Json` field must be the last one of an inverted index.", "Move it to the end of the list.");
    }

    public static Diagnostic ginOfOtherTypes(Span span, DraftField field) {
        return Diagnostic.error(
                span,
                "An index of type `Gin` takes `Json` fields and lists, but `" + field.name() + "` is of type `"
                        + field.typeName() + "`.",
                "Remove `type`, or choose another field.");
    }

    public static Diagnostic constraintNameTaken(String attribute, Span span, String name, String scope) {
        return Diagnostic.error(
                span,
                "The name `" + name + "` of `" + attribute + "` is taken: it must differ among " + scope + ".",
                "Give another name with `map`.");
    }

    public static Diagnostic constraintNameTooLong(String attribute, Span span, String name, Database database) {
        return Diagnostic.error(
                span,
                "The name `" + ValueMessages.shortened(name) + "` of `" + attribute + "` is too long: "
                        + database.displayName() + " allows " + database.maximumNameLength() + " bytes.",
                "Choose a shorter one.");
    }

    public static Diagnostic clientNameTaken(String attribute, Span span, String name) {
        return Diagnostic.error(
                span,
                "The `name` \"" + name + "\" of `" + attribute + "` is used twice in this model.",
                "Choose another `name`.");
    }

    public static Diagnostic clientNameIsField(String attribute, Span span, String name) {
        return Diagnostic.error(
                span,
                "The `name` \"" + name + "\" of `" + attribute + "` is also the name of a field.",
                "Choose another `name`.");
    }

    public static Diagnostic generatedClientNameIsField(String attribute, Span span, String name) {
        return Diagnostic.error(
                span,
                "Clients would call `" + attribute + "` \"" + name + "\", which is the name of a field.",
                "Give it another name: `" + attribute + "([..], name: \"..\")`.");
    }

    public static Diagnostic primaryKeyNameNotSupported(DraftModel model, Database database) {
        return Diagnostic.error(
                model.span(),
                "The id of `" + model.name() + "` has a `map`, but " + database.displayName()
                        + " does not name primary keys.",
                "Remove `map`.");
    }

    public static Diagnostic compoundIdNotSupported(Span span, Database database) {
        return Diagnostic.error(
                span,
                database.displayName() + " does not support an id of several fields.",
                "Use one field, and `@@unique` for the combination.");
    }

    public static Diagnostic sameIndexTwice(DraftIndex index) {
        return Diagnostic.error(index.span(), "The model has another index on the same fields.", "Remove one of them.");
    }

    public static Diagnostic compositeInCompoundUnique(Span span, String field) {
        return Diagnostic.error(
                span,
                "`@@unique` with several fields cannot contain the composite field `" + field + "`.",
                "Remove it from the list.");
    }

    public static Diagnostic uniqueOnComposite(Span span, String field) {
        return Diagnostic.error(span, "The composite field `" + field + "` cannot be part of the id.", null);
    }
}
