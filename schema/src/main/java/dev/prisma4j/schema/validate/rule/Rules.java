package dev.prisma4j.schema.validate.rule;

import dev.prisma4j.schema.database.Capability;
import dev.prisma4j.schema.database.Database;
import dev.prisma4j.schema.diagnostic.Diagnostics;
import dev.prisma4j.schema.validate.config.Configuration;
import dev.prisma4j.schema.validate.draft.DraftComposite;
import dev.prisma4j.schema.validate.draft.DraftEnum;
import dev.prisma4j.schema.validate.draft.DraftField;
import dev.prisma4j.schema.validate.draft.DraftModel;
import dev.prisma4j.schema.validate.draft.DraftSchema;
import dev.prisma4j.schema.validate.message.NameMessages;
import dev.prisma4j.schema.validate.relation.RelationFinder;

/** The list of everything that must hold of a schema whose parts are understood. */
public final class Rules {
    private final DraftSchema schema;
    private final Configuration configuration;
    private final Database database;
    private final Diagnostics diagnostics;
    private final NativeTypeRules nativeTypes;
    private final FieldRules fields;
    private final DefaultRules defaults;
    private final ModelRules models;
    private final ViewRules views;
    private final IndexRules indexes;
    private final ClientNameRules clientNames;

    public Rules(DraftSchema schema, Configuration configuration, Diagnostics diagnostics) {
        this.schema = schema;
        this.configuration = configuration;
        this.database = configuration.database();
        this.diagnostics = diagnostics;
        this.nativeTypes = new NativeTypeRules(configuration, diagnostics);
        this.fields = new FieldRules(configuration, diagnostics);
        this.defaults = new DefaultRules(database, diagnostics);
        this.models = new ModelRules(configuration, diagnostics);
        this.views = new ViewRules(configuration, diagnostics);
        this.indexes = new IndexRules(configuration, diagnostics);
        this.clientNames = new ClientNameRules(diagnostics);
    }

    /**
     * Checks everything, and links relations on the way. Where the fields of a relation cannot be told apart, what comes
     * after that model is not checked.
     */
    public void check(RelationFinder relations) {
        new ConfigurationRules(configuration, diagnostics).check();
        new CompositeRules(schema, database, diagnostics).check();
        if (database.can(Capability.COMPOSITE_TYPES)) {
            composites();
        }
        for (DraftModel model : schema.models) {
            model(model);
            if (relations.isAmbiguous(model)) {
                return;
            }
        }
        enums();
        new NamespaceRules(schema, configuration, diagnostics).check();
        relations.link();
        new ConstraintNameRules(schema, configuration, diagnostics).check();
        new RelationRules(schema, configuration, diagnostics).check();
        new CascadeRules(schema, configuration, diagnostics).check();
        new RelationWarnings(schema, configuration, diagnostics).check();
    }

    private void composites() {
        for (DraftComposite composite : schema.composites) {
            composite.fields.forEach(this::field);
        }
    }

    private void field(DraftField field) {
        nativeTypes.check(field);
        fields.check(field);
        defaults.check(field);
    }

    private void model(DraftModel model) {
        model.fields.forEach(this::field);
        if (model.isView()) {
            views.check(model);
        } else {
            models.check(model);
            indexes.check(model);
        }
        clientNames.check(model);
    }

    private void enums() {
        if (database.can(Capability.ENUMS)) {
            return;
        }
        for (DraftEnum type : schema.enums) {
            diagnostics.add(NameMessages.enumsNotSupported(type, database));
        }
    }
}
