package dev.prisma4j.schema.validate.rule;

import dev.prisma4j.schema.database.Capability;
import dev.prisma4j.schema.database.Database;
import dev.prisma4j.schema.database.IndexAlgorithm;
import dev.prisma4j.schema.database.OperatorClass;
import dev.prisma4j.schema.diagnostic.Diagnostics;
import dev.prisma4j.schema.model.Provider;
import dev.prisma4j.schema.model.ScalarType;
import dev.prisma4j.schema.validate.draft.DraftField;
import dev.prisma4j.schema.validate.draft.DraftIndex;
import dev.prisma4j.schema.validate.draft.DraftIndexField;
import dev.prisma4j.schema.validate.draft.DraftType;
import dev.prisma4j.schema.validate.message.IndexMessages;
import java.util.List;
import java.util.Optional;

/** Operator classes, and whether an index type can index a field without one. */
final class OperatorClassRules {
    private final Database database;
    private final Diagnostics diagnostics;

    OperatorClassRules(Database database, Diagnostics diagnostics) {
        this.database = database;
        this.diagnostics = diagnostics;
    }

    void check(DraftIndex index) {
        if (index.isFullText()) {
            return;
        }
        IndexAlgorithm algorithm = index.algorithm == null ? IndexAlgorithm.BTREE : index.algorithm.value();
        if (database.provider() == Provider.COCKROACHDB) {
            inverted_index_takes_the_fields(index, algorithm);
            return;
        }
        if (index.isUnique() && index.fields.stream().anyMatch(field -> field.operatorClass() != null)) {
            diagnostics.add(IndexMessages.operatorClassesInUnique(index.attributeName(), index.span()));
        }
        if (!database.can(Capability.OPERATOR_CLASSES)) {
            return;
        }
        if (algorithm == IndexAlgorithm.SP_GIST && index.fields.size() > 1) {
            diagnostics.add(IndexMessages.severalFieldsInIndex(index.span(), algorithm));
        }
        for (DraftIndexField field : index.fields) {
            if (field.operatorClass() == null) {
                the_algorithm_takes_the_type(index, algorithm, field.field());
            } else if (!field.rawOperatorClass()) {
                the_class_takes_the_type(index, algorithm, field.field(), field.operatorClass());
            }
        }
    }

    private void inverted_index_takes_the_fields(DraftIndex index, IndexAlgorithm algorithm) {
        if (algorithm != IndexAlgorithm.GIN) {
            return;
        }
        for (int i = 0; i < index.fields.size(); i++) {
            DraftIndexField field = index.fields.get(i);
            boolean json = field.field().scalarType() == ScalarType.JSON;
            if (field.operatorClass() != null) {
                diagnostics.add(IndexMessages.operatorClassesNotSupported(index.span(), database));
            } else if (json && i < index.fields.size() - 1) {
                diagnostics.add(IndexMessages.jsonNotLast(index.span()));
            }
            boolean good = json || field.field().isList() || field.field().type instanceof DraftType.Unsupported;
            if (!good && field.operatorClass() == null) {
                diagnostics.add(IndexMessages.ginOfOtherTypes(index.span(), field.field()));
            }
        }
    }

    private void the_algorithm_takes_the_type(DraftIndex index, IndexAlgorithm algorithm, DraftField field) {
        if (algorithm.takesEveryType() || field.type instanceof DraftType.Unsupported) {
            return;
        }
        if (algorithm == IndexAlgorithm.GIN && field.isList()) {
            return;
        }
        List<OperatorClass> classes = database.operatorClasses().of(algorithm).toList();
        if (field.nativeType != null) {
            String name = field.nativeType.name();
            boolean byDefault = algorithm != IndexAlgorithm.GIST
                    && classes.stream().anyMatch(c -> c.nativeTypes().contains(name));
            if (!byDefault) {
                diagnostics.add(IndexMessages.noDefaultOperatorClass(index.span(), algorithm, name));
            }
        } else if (classes.stream().noneMatch(c -> !c.isForLists() && c.scalar() == field.scalarType())) {
            diagnostics.add(IndexMessages.typeNotIndexable(index.span(), algorithm, field));
        }
    }

    private void the_class_takes_the_type(DraftIndex index, IndexAlgorithm algorithm, DraftField field, String name) {
        Optional<OperatorClass> found = database.operatorClasses().find(name, algorithm);
        if (found.isEmpty()) {
            diagnostics.add(IndexMessages.operatorClassOfOtherAlgorithm(index.span(), name, algorithm));
            return;
        }
        OperatorClass operatorClass = found.get();
        ScalarType scalar = operatorClass.scalar();
        if (scalar == null) {
            if (!field.isList()) {
                diagnostics.add(IndexMessages.operatorClassOfOtherType(index.span(), name, field, "lists"));
            }
        } else if (field.nativeType != null) {
            String nativeType = field.nativeType.name();
            if (!operatorClass.nativeTypes().contains(nativeType)) {
                diagnostics.add(IndexMessages.operatorClassOfOtherNativeType(
                        index.span(), name, field, nativeType, operatorClass.nativeTypes()));
            }
        } else if (field.type instanceof DraftType.Unsupported && !operatorClass.nativeTypeNeeded()) {
            diagnostics.add(IndexMessages.operatorClassOfOtherType(
                    index.span(), name, field, "fields of type `" + scalar.text() + "`"));
        } else if (operatorClass.nativeTypeNeeded()) {
            diagnostics.add(
                    IndexMessages.operatorClassNeedsNativeType(index.span(), name, field, operatorClass.nativeTypes()));
        } else if (field.scalarType() != scalar) {
            diagnostics.add(IndexMessages.operatorClassOfOtherType(
                    index.span(), name, field, "fields of type `" + scalar.text() + "`"));
        }
    }
}
