package dev.prisma4j.schema.validate.rule;

import dev.prisma4j.schema.database.Capability;
import dev.prisma4j.schema.database.Database;
import dev.prisma4j.schema.diagnostic.Diagnostics;
import dev.prisma4j.schema.model.NativeType;
import dev.prisma4j.schema.model.Provider;
import dev.prisma4j.schema.model.ReferentialAction;
import dev.prisma4j.schema.model.RelationMode;
import dev.prisma4j.schema.validate.config.Configuration;
import dev.prisma4j.schema.validate.draft.DraftField;
import dev.prisma4j.schema.validate.draft.DraftIndex;
import dev.prisma4j.schema.validate.draft.DraftIndexField;
import dev.prisma4j.schema.validate.draft.DraftModel;
import dev.prisma4j.schema.validate.draft.DraftReference;
import dev.prisma4j.schema.validate.draft.DraftRelation;
import dev.prisma4j.schema.validate.draft.DraftSchema;
import dev.prisma4j.schema.validate.message.RelationMessages;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Relations that work, but probably not as they are meant. */
final class RelationWarnings {
    private final DraftSchema schema;
    private final Database database;
    private final RelationMode mode;
    private final Diagnostics diagnostics;

    RelationWarnings(DraftSchema schema, Configuration configuration, Diagnostics diagnostics) {
        this.schema = schema;
        this.database = configuration.database();
        this.mode = configuration.relationMode();
        this.diagnostics = diagnostics;
    }

    void check() {
        for (DraftRelation relation : schema.relations) {
            if (!relation.isManyToMany()) {
                has_an_index_without_a_foreign_key(relation);
                does_not_set_default_on_mysql(relation.forward);
            }
            if (relation.back != null && database.provider() == Provider.MONGODB) {
                has_the_same_native_types(relation.forward);
                has_the_same_native_types(relation.back);
            }
        }
    }

    private void has_an_index_without_a_foreign_key(DraftRelation relation) {
        if (mode != RelationMode.PRISMA || !database.can(Capability.FOREIGN_KEYS)) {
            return;
        }
        List<DraftField> fields = relation.forward.reference().fields;
        if (fields == null || fields.isEmpty() || relation.referencing().isView()) {
            return;
        }
        if (!isIndexed(relation.referencing(), fields)) {
            diagnostics.add(RelationMessages.missingIndex(relation.forward));
        }
    }

    private static boolean isIndexed(DraftModel model, List<DraftField> fields) {
        if (model.key != null && beginsWith(model.key.fields(), fields)) {
            return true;
        }
        for (DraftIndex index : model.indexes) {
            if (beginsWith(index.fields, fields)) {
                return true;
            }
        }
        return false;
    }

    private static boolean beginsWith(List<DraftIndexField> index, List<DraftField> fields) {
        if (index.size() < fields.size()) {
            return false;
        }
        for (int i = 0; i < fields.size(); i++) {
            if (index.get(i).field() != fields.get(i)) {
                return false;
            }
        }
        return true;
    }

    private void does_not_set_default_on_mysql(DraftField field) {
        if (database.provider() == Provider.MYSQL && mode == RelationMode.FOREIGN_KEYS) {
            setDefault(field.reference().onDelete);
            setDefault(field.reference().onUpdate);
        }
    }

    private void setDefault(DraftReference.@Nullable Action action) {
        if (action != null && action.action() == ReferentialAction.SET_DEFAULT) {
            diagnostics.add(RelationMessages.setDefaultOnMySql(action.argument()));
        }
    }

    private void has_the_same_native_types(DraftField field) {
        List<DraftField> fields = field.reference().fields;
        List<DraftField> references = field.reference().references;
        if (fields == null || references == null) {
            return;
        }
        for (int i = 0; i < Math.min(fields.size(), references.size()); i++) {
            NativeType a = fields.get(i).nativeType;
            NativeType b = references.get(i).nativeType;
            if (!Objects.equals(a, b)) {
                NativeType only = a == null ? b : b == null ? a : null;
                diagnostics.add(RelationMessages.otherNativeTypes(
                        field, fields.get(i), references.get(i), only == null ? null : only.name()));
            }
        }
    }
}
