package dev.prisma4j.schema.validate.rule;

import dev.prisma4j.schema.database.Capability;
import dev.prisma4j.schema.database.Database;
import dev.prisma4j.schema.diagnostic.Diagnostics;
import dev.prisma4j.schema.model.Provider;
import dev.prisma4j.schema.model.ScalarType;
import dev.prisma4j.schema.syntax.Attribute;
import dev.prisma4j.schema.validate.config.Configuration;
import dev.prisma4j.schema.validate.draft.DraftField;
import dev.prisma4j.schema.validate.draft.DraftIndex;
import dev.prisma4j.schema.validate.draft.DraftIndexField;
import dev.prisma4j.schema.validate.draft.DraftKey;
import dev.prisma4j.schema.validate.draft.DraftModel;
import dev.prisma4j.schema.validate.draft.DraftType;
import dev.prisma4j.schema.validate.message.AttributeMessages;
import dev.prisma4j.schema.validate.message.DefaultMessages;
import dev.prisma4j.schema.validate.message.IndexMessages;
import dev.prisma4j.schema.validate.message.ModelMessages;
import dev.prisma4j.schema.validate.message.NativeTypeMessages;
import java.util.ArrayList;
import java.util.List;

/** Models as a whole: what identifies a record, the primary key, the shard key. */
final class ModelRules {
    private final Configuration configuration;
    private final Database database;
    private final Diagnostics diagnostics;

    ModelRules(Configuration configuration, Diagnostics diagnostics) {
        this.configuration = configuration;
        this.database = configuration.database();
        this.diagnostics = diagnostics;
    }

    void check(DraftModel model) {
        has_a_unique_criterion_of_required_fields(model);
        has_one_autoincrement_where_the_database_counts_once(model);
        has_an_id_that_mongodb_takes(model);
        the_shard_key_is_supported(model);
        DraftKey key = model.key;
        if (key != null) {
            the_id_has_fields(key);
            the_id_can_be_compound(key);
            the_id_can_have_arguments(key);
            the_name_of_the_id_is_supported(model, key);
            the_id_has_types_that_the_database_takes(model, key);
        }
    }

    private void has_a_unique_criterion_of_required_fields(DraftModel model) {
        if (model.ignored) {
            return;
        }
        List<String> optional = new ArrayList<>();
        if (model.key != null) {
            if (usable(model.key.fields(), optional)) {
                return;
            }
        }
        for (DraftIndex index : model.indexes) {
            if (index.isUnique() && index.predicate == null && usable(index.fields, optional)) {
                return;
            }
        }
        diagnostics.add(ModelMessages.noUniqueCriterion(model, optional));
    }

    private static boolean usable(List<DraftIndexField> fields, List<String> optional) {
        boolean good = fields.stream()
                .map(DraftIndexField::field)
                .noneMatch(field -> field.isOptional() || field.type instanceof DraftType.Unsupported);
        if (!good) {
            optional.add(
                    String.join(", ", fields.stream().map(DraftIndexField::text).toList()));
        }
        return good;
    }

    private void has_one_autoincrement_where_the_database_counts_once(DraftModel model) {
        if (database.can(Capability.AUTO_INCREMENT_MULTIPLE)) {
            return;
        }
        long count = model.fields.stream()
                .filter(field -> field.defaultValue != null && field.defaultValue.isFunction("autoincrement"))
                .count();
        if (count > 1) {
            diagnostics.add(DefaultMessages.severalAutoincrements(model, database));
        }
    }

    private void has_an_id_that_mongodb_takes(DraftModel model) {
        if (database.provider() != Provider.MONGODB) {
            return;
        }
        if (model.key == null) {
            diagnostics.add(ModelMessages.mongoIdMissing(model));
        } else if (model.key.fields().size() == 1) {
            DraftField id = model.key.fields().get(0).field();
            if (!id.databaseName().equals("_id")) {
                diagnostics.add(ModelMessages.mongoIdName(id));
            }
            for (DraftIndex index : model.indexes) {
                if (index.isUnique()
                        && index.fields.size() == 1
                        && index.fields.get(0).field() == id) {
                    diagnostics.add(ModelMessages.mongoIdUnique(index));
                }
            }
        }
    }

    private void the_shard_key_is_supported(DraftModel model) {
        Attribute attribute = model.shardKeyAttribute;
        if (attribute == null) {
            return;
        }
        if (!configuration.previews("shardKeys")) {
            diagnostics.add(AttributeMessages.shardKeyNeedsPreview(attribute));
        }
        if (!database.can(Capability.SHARD_KEYS)) {
            diagnostics.add(ModelMessages.shardKeyNotSupported(attribute.span(), database));
        }
        if (model.shardKey.isEmpty()) {
            diagnostics.add(IndexMessages.noFields("@@shardKey", attribute.span()));
        }
    }

    private void the_id_has_fields(DraftKey key) {
        if (key.fields().isEmpty()) {
            diagnostics.add(IndexMessages.noFields("@@id", key.span()));
        }
    }

    private void the_id_can_be_compound(DraftKey key) {
        if (key.fields().size() > 1 && !database.can(Capability.COMPOUND_IDS)) {
            diagnostics.add(IndexMessages.compoundIdNotSupported(key.span(), database));
        }
    }

    private void the_id_can_have_arguments(DraftKey key) {
        for (DraftIndexField field : key.fields()) {
            if (field.length() != null) {
                if (!database.can(Capability.INDEX_LENGTH)) {
                    diagnostics.add(IndexMessages.lengthNotSupported(key.attributeName(), key.span(), database));
                } else if (!IndexRules.takesLength(field.field())) {
                    diagnostics.add(IndexMessages.lengthOnOtherType(key.attributeName(), key.span()));
                }
            }
            if (field.sort() != null && !database.can(Capability.SORT_IN_KEYS)) {
                diagnostics.add(IndexMessages.sortInKey(key.attributeName(), key.span(), database));
            }
        }
        if (key.clustered() != null && !database.can(Capability.CLUSTERED_INDEXES)) {
            diagnostics.add(IndexMessages.clusteringNotSupported(key.attributeName(), key.span(), database));
        }
    }

    private void the_name_of_the_id_is_supported(DraftModel model, DraftKey key) {
        if (key.mappedName() != null && !database.can(Capability.NAMED_PRIMARY_KEYS)) {
            diagnostics.add(IndexMessages.primaryKeyNameNotSupported(model, database));
        }
    }

    private void the_id_has_types_that_the_database_takes(DraftModel model, DraftKey key) {
        IndexRules.nativeTypesFit(model, key.fields(), key.attributeName(), key.span(), true, database, diagnostics);
        if (database.provider() == Provider.SQLSERVER) {
            for (DraftIndexField field : key.fields()) {
                boolean image = field.field().nativeType != null
                        && field.field().nativeType.name().equals("Image");
                if (field.field().scalarType() == ScalarType.BYTES && !image) {
                    diagnostics.add(NativeTypeMessages.bytesInId(key.span(), database));
                }
            }
        }
    }
}
