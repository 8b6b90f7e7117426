package dev.prisma4j.schema.validate.rule;

import dev.prisma4j.schema.database.Capability;
import dev.prisma4j.schema.database.Database;
import dev.prisma4j.schema.database.IndexAlgorithm;
import dev.prisma4j.schema.database.NativeTypeDefinition;
import dev.prisma4j.schema.database.NativeTypeDefinition.KeyUse;
import dev.prisma4j.schema.diagnostic.Diagnostics;
import dev.prisma4j.schema.model.Provider;
import dev.prisma4j.schema.model.ScalarType;
import dev.prisma4j.schema.source.Span;
import dev.prisma4j.schema.validate.config.Configuration;
import dev.prisma4j.schema.validate.draft.DraftField;
import dev.prisma4j.schema.validate.draft.DraftIndex;
import dev.prisma4j.schema.validate.draft.DraftIndexField;
import dev.prisma4j.schema.validate.draft.DraftModel;
import dev.prisma4j.schema.validate.draft.DraftType;
import dev.prisma4j.schema.validate.message.IndexMessages;
import dev.prisma4j.schema.validate.message.NativeTypeMessages;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Indexes and unique constraints of models: arguments, types, and what the database makes of them. */
final class IndexRules {
    private final Configuration configuration;
    private final Database database;
    private final OperatorClassRules operatorClasses;
    private final Diagnostics diagnostics;

    IndexRules(Configuration configuration, Diagnostics diagnostics) {
        this.configuration = configuration;
        this.database = configuration.database();
        this.operatorClasses = new OperatorClassRules(database, diagnostics);
        this.diagnostics = diagnostics;
    }

    void check(DraftModel model) {
        for (DraftIndex index : model.indexes) {
            has_fields(index);
            lengths_are_supported(index);
            clustering_is_supported(index);
            the_algorithm_is_supported(index);
            operatorClasses.check(index);
            the_predicate_is_supported(index);
            composite_fields_are_supported(index);
            full_text_is_supported(model, index);
            nativeTypesFit(model, index.fields, index.attributeName(), index.span(), false, database, diagnostics);
        }
        at_most_one_is_clustered(model);
        mongodb_indexes_differ(model);
    }

    private void has_fields(DraftIndex index) {
        if (index.fields.isEmpty()) {
            diagnostics.add(IndexMessages.noFields(index.attributeName(), index.span()));
        }
    }

    /** {@return whether a prefix of the field can be indexed} */
    static boolean takesLength(DraftField field) {
        return field.scalarType() == ScalarType.STRING || field.scalarType() == ScalarType.BYTES;
    }

    private void lengths_are_supported(DraftIndex index) {
        if (!database.can(Capability.INDEX_LENGTH)) {
            if (index.fields.stream().anyMatch(field -> field.length() != null)) {
                diagnostics.add(IndexMessages.lengthNotSupported(index.attributeName(), index.span(), database));
            }
            return;
        }
        for (DraftIndexField field : index.fields) {
            if (field.length() != null && !takesLength(field.field())) {
                diagnostics.add(IndexMessages.lengthOnOtherType(index.attributeName(), index.span()));
            }
        }
    }

    private void clustering_is_supported(DraftIndex index) {
        if (index.clustered != null && !database.can(Capability.CLUSTERED_INDEXES)) {
            diagnostics.add(IndexMessages.clusteringNotSupported(index.attributeName(), index.span(), database));
        }
    }

    private void at_most_one_is_clustered(DraftModel model) {
        if (!database.can(Capability.CLUSTERED_INDEXES)) {
            return;
        }
        boolean keyClustered = model.key != null && !Boolean.FALSE.equals(model.key.clustered());
        long clustered = model.indexes.stream()
                .filter(index -> Boolean.TRUE.equals(index.clustered))
                .count();
        if (clustered == 0 || clustered + (keyClustered ? 1 : 0) < 2) {
            return;
        }
        if (keyClustered && model.key != null) {
            diagnostics.add(IndexMessages.severalClustered(model.key.attributeName(), model.key.span(), model));
        }
        for (DraftIndex index : model.indexes) {
            if (Boolean.TRUE.equals(index.clustered)) {
                diagnostics.add(IndexMessages.severalClustered(index.attributeName(), index.span(), model));
            }
        }
    }

    private void the_algorithm_is_supported(DraftIndex index) {
        if (index.algorithm == null) {
            return;
        }
        IndexAlgorithm algorithm = index.algorithm.value();
        if (!database.indexAlgorithms().contains(algorithm)) {
            diagnostics.add(IndexMessages.algorithmNotSupported(index.algorithm.span(), algorithm, database));
        } else if (algorithm == IndexAlgorithm.HASH && index.fields.stream().anyMatch(field -> field.sort() != null)) {
            diagnostics.add(IndexMessages.sortInHashIndex(index.span()));
        }
    }

    private void the_predicate_is_supported(DraftIndex index) {
        if (index.predicate == null) {
            return;
        }
        if (!database.can(Capability.PARTIAL_INDEXES)) {
            diagnostics.add(IndexMessages.partialIndexNotSupported(index.predicate.span(), database));
        } else if (!configuration.previews("partialIndexes")) {
            diagnostics.add(IndexMessages.partialIndexNeedsPreview(index.predicate.span()));
        }
    }

    private void composite_fields_are_supported(DraftIndex index) {
        if (!index.isUnique() || index.fields.size() < 2) {
            return;
        }
        for (DraftIndexField field : index.fields) {
            if (field.field().type instanceof DraftType.Composite) {
                diagnostics.add(IndexMessages.compositeInCompoundUnique(index.span(), field.text()));
            }
        }
    }

    private void full_text_is_supported(DraftModel model, DraftIndex index) {
        if (!index.isFullText()) {
            return;
        }
        if (!database.can(Capability.FULL_TEXT_INDEXES)) {
            diagnostics.add(IndexMessages.fullTextNotSupported(index.span(), database));
            return;
        }
        if (!database.can(Capability.SEVERAL_FULL_TEXT_INDEXES)
                && model.indexes.stream().filter(DraftIndex::isFullText).count() > 1) {
            diagnostics.add(IndexMessages.severalFullText(index.span(), database));
        }
        if (index.fields.stream().anyMatch(field -> field.length() != null)) {
            diagnostics.add(IndexMessages.lengthInFullText(index.span()));
        }
        boolean sorted = index.fields.stream().anyMatch(field -> field.sort() != null);
        if (sorted && !database.can(Capability.SORT_IN_FULL_TEXT_INDEXES)) {
            diagnostics.add(IndexMessages.sortInFullText(index.span(), database));
        } else if (sorted && !textFieldsAreTogether(index.fields)) {
            diagnostics.add(IndexMessages.fullTextFieldsNotTogether(index.span()));
        }
    }

    /** Fields with a sort frame the searched ones, they do not stand between them. */
    private static boolean textFieldsAreTogether(List<DraftIndexField> fields) {
        boolean inText = false;
        boolean ended = false;
        for (DraftIndexField field : fields) {
            if (field.sort() == null) {
                if (ended) {
                    return false;
                }
                inText = true;
            } else {
                ended = inText;
            }
        }
        return true;
    }

    /** Two indexes on the same fields have the same key in MongoDB. */
    private void mongodb_indexes_differ(DraftModel model) {
        if (database.provider() != Provider.MONGODB) {
            return;
        }
        record Shape(boolean fullText, List<String> fields) {}
        Set<Shape> seen = new HashSet<>();
        Set<Shape> twice = new HashSet<>();
        for (DraftIndex index : model.indexes) {
            Shape shape = new Shape(
                    index.isFullText(),
                    index.fields.stream().map(f -> f.text() + " " + f.sort()).toList());
            if (!seen.add(shape)) {
                twice.add(shape);
            }
        }
        if (twice.isEmpty()) {
            return;
        }
        for (DraftIndex index : model.indexes) {
            Shape shape = new Shape(
                    index.isFullText(),
                    index.fields.stream().map(f -> f.text() + " " + f.sort()).toList());
            if (twice.contains(shape)) {
                diagnostics.add(IndexMessages.sameIndexTwice(index));
            }
        }
    }

    static void nativeTypesFit(
            DraftModel model,
            List<DraftIndexField> fields,
            String attribute,
            Span span,
            boolean key,
            Database database,
            Diagnostics diagnostics) {
        boolean fullTextOfMySql = attribute.equals("@@fulltext") && database.provider() == Provider.MYSQL;
        if (fullTextOfMySql || model.isView()) {
            return;
        }
        for (DraftIndexField field : fields) {
            DraftField last = field.field();
            if (last.nativeType == null) {
                continue;
            }
            NativeTypeDefinition type =
                    database.nativeTypes().named(last.nativeType.name()).orElseThrow();
            boolean wrong = switch (type.keyUse()) {
                case ANYWHERE -> false;
                case NOWHERE -> true;
                case WITH_LENGTH -> field.length() == null;
                case ONLY_ID -> !key;
                case NOT_ID -> key;
            };
            if (wrong) {
                Span place = type.keyUse() == KeyUse.ONLY_ID ? last.span() : span;
                diagnostics.add(NativeTypeMessages.notInKey(
                        attribute, place, type.name(), database, type.keyUse() == KeyUse.WITH_LENGTH));
                return;
            }
        }
    }
}
