package dev.prisma4j.schema.validate.rule;

import dev.prisma4j.schema.database.Capability;
import dev.prisma4j.schema.database.ConstraintNames;
import dev.prisma4j.schema.database.Database;
import dev.prisma4j.schema.database.NameScope;
import dev.prisma4j.schema.diagnostic.Diagnostics;
import dev.prisma4j.schema.model.RelationMode;
import dev.prisma4j.schema.source.Span;
import dev.prisma4j.schema.validate.config.Configuration;
import dev.prisma4j.schema.validate.draft.DraftDefault;
import dev.prisma4j.schema.validate.draft.DraftField;
import dev.prisma4j.schema.validate.draft.DraftIndex;
import dev.prisma4j.schema.validate.draft.DraftKey;
import dev.prisma4j.schema.validate.draft.DraftModel;
import dev.prisma4j.schema.validate.draft.DraftReference;
import dev.prisma4j.schema.validate.draft.DraftRelation;
import dev.prisma4j.schema.validate.draft.DraftSchema;
import dev.prisma4j.schema.validate.draft.IndexNames;
import dev.prisma4j.schema.validate.draft.Located;
import dev.prisma4j.schema.validate.message.IndexMessages;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names of constraints and indexes in the database: short enough, and different where they must be. */
final class ConstraintNameRules {
    private static final Set<NameScope> WITH_PRIMARY_KEYS = EnumSet.of(
            NameScope.GLOBAL_KEYS_AND_DEFAULTS,
            NameScope.GLOBAL_KEYS_AND_INDEXES,
            NameScope.MODEL_KEYS_AND_INDEXES,
            NameScope.MODEL_KEYS);
    private static final Set<NameScope> WITH_FOREIGN_KEYS =
            EnumSet.of(NameScope.GLOBAL_KEYS_AND_DEFAULTS, NameScope.GLOBAL_FOREIGN_KEYS, NameScope.MODEL_KEYS);
    private static final Set<NameScope> WITH_DEFAULTS = EnumSet.of(NameScope.GLOBAL_KEYS_AND_DEFAULTS);
    private static final Set<NameScope> WITH_INDEXES = EnumSet.of(
            NameScope.GLOBAL_INDEXES,
            NameScope.GLOBAL_KEYS_AND_INDEXES,
            NameScope.MODEL_INDEXES,
            NameScope.MODEL_KEYS_AND_INDEXES,
            NameScope.MODEL_KEYS);
    /** Where an index clashes with a key in this scope, it is the key that is reported. */
    private static final Set<NameScope> SILENT_FOR_INDEXES = EnumSet.of(NameScope.MODEL_KEYS);

    private final DraftSchema schema;
    private final Database database;
    private final RelationMode mode;
    private final ConstraintNames names;
    private final Set<NameScope> scopes;
    private final Diagnostics diagnostics;
    private final List<Named> all = new ArrayList<>();

    ConstraintNameRules(DraftSchema schema, Configuration configuration, Diagnostics diagnostics) {
        this.schema = schema;
        this.database = configuration.database();
        this.mode = configuration.relationMode();
        this.names = database.constraintNames();
        this.scopes = database.nameScopes();
        this.diagnostics = diagnostics;
    }

    /** Something with a name in the database. */
    private record Named(
            String attribute, String name, Span span, DraftModel model, Set<NameScope> scopes, boolean index) {}

    /** A name within a scope: that of a database schema, which is null for the only one, or that of a model. */
    private record Key(@Nullable Object within, String name) {}

    void check() {
        collect();
        for (NameScope scope : scopes) {
            differ(scope);
        }
    }

    private void differ(NameScope scope) {
        Map<Key, Boolean> repeated = new HashMap<>();
        boolean any = false;
        for (Named named : all) {
            if (named.scopes.contains(scope)) {
                any |= repeated.merge(key(scope, named), false, (first, second) -> true);
            }
        }
        if (!any) {
            return;
        }
        for (Named named : all) {
            boolean silent = named.index && SILENT_FOR_INDEXES.contains(scope);
            if (!silent && named.scopes.contains(scope) && repeated.getOrDefault(key(scope, named), false)) {
                diagnostics.add(IndexMessages.constraintNameTaken(
                        named.attribute, named.span, named.name, scope.description()));
            }
        }
    }

    private static Key key(NameScope scope, Named named) {
        return new Key(scope.isGlobal() ? named.model.namespaceName() : named.model, named.name);
    }

    private void collect() {
        for (DraftModel model : schema.models) {
            if (model.isView()) {
                continue;
            }
            key(model);
            model.indexes.forEach(index -> index(model, index));
            model.fields.forEach(field -> defaultValue(model, field));
        }
        boolean foreignKeys = database.can(Capability.FOREIGN_KEYS) && mode == RelationMode.FOREIGN_KEYS;
        if (foreignKeys) {
            schema.relations.stream()
                    .filter(relation -> !relation.isManyToMany())
                    .forEach(this::foreignKey);
        }
    }

    private void key(DraftModel model) {
        DraftKey key = model.key;
        if (key == null) {
            return;
        }
        if (key.mappedName() != null) {
            is_short_enough(key.attributeName(), key.mappedName(), key.span());
        }
        if (database.can(Capability.NAMED_PRIMARY_KEYS)) {
            String name = key.mappedName() != null ? key.mappedName().value() : names.primaryKey(model.databaseName());
            Span span = key.mappedName() != null ? key.mappedName().span() : key.span();
            all.add(new Named(key.attributeName(), name, span, model, WITH_PRIMARY_KEYS, false));
        }
    }

    private void index(DraftModel model, DraftIndex index) {
        if (index.mappedName != null) {
            is_short_enough(index.attributeName(), index.mappedName, index.span());
        }
        Span span = index.span();
        if (index.mappedName != null) {
            span = index.mappedName.span();
        } else if (index.name != null) {
            span = index.name.span();
        }
        all.add(new Named(index.attributeName(), IndexNames.of(names, model, index), span, model, WITH_INDEXES, true));
    }

    private void defaultValue(DraftModel model, DraftField field) {
        DraftDefault value = field.defaultValue;
        if (value == null || value.mappedName() == null) {
            return;
        }
        is_short_enough("@default", value.mappedName(), value.span());
        if (database.can(Capability.NAMED_DEFAULTS)) {
            all.add(new Named(
                    "@default", value.mappedName().value(), value.mappedName().span(), model, WITH_DEFAULTS, false));
        }
    }

    private void foreignKey(DraftRelation relation) {
        DraftField field = relation.forward;
        if (relation.back == null && field.isList()) {
            return;
        }
        DraftReference reference = field.reference();
        if (reference.mappedName != null) {
            is_short_enough("@relation", reference.mappedName, reference.span(field));
        }
        List<DraftField> columns = reference.fields == null ? List.of() : reference.fields;
        String name = reference.mappedName != null
                ? reference.mappedName.value()
                : names.foreignKey(
                        field.model().databaseName(),
                        columns.stream().map(DraftField::databaseName).toList());
        Span span = reference.mappedName != null ? reference.mappedName.span() : field.span();
        all.add(new Named("@relation", name, span, field.model(), WITH_FOREIGN_KEYS, false));
    }

    private void is_short_enough(String attribute, Located<String> name, Span span) {
        String text = name.value();
        int most = database.maximumNameLength();
        if (text.length() * 3 > most && text.getBytes(StandardCharsets.UTF_8).length > most) {
            diagnostics.add(IndexMessages.constraintNameTooLong(attribute, span, text, database));
        }
    }
}
