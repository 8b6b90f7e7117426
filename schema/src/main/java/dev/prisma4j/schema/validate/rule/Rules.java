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

/** The list of everything that must hold of a schema whose parts are understood. */
public final class Rules {
    private final DraftSchema schema;
    private final Configuration configuration;
    private final Database database;
    private final Diagnostics diagnostics;

    public Rules(DraftSchema schema, Configuration configuration, Diagnostics diagnostics) {
        this.schema = schema;
        this.configuration = configuration;
        this.database = configuration.database();
        this.diagnostics = diagnostics;
    }

    /** Checks what is reported even where the fields of relations could not be told apart. */
    public void checkComposites() {
        new CompositeRules(schema, database, diagnostics).check();
    }

    /** Checks everything else. */
    public void check() {
        new ConfigurationRules(configuration, diagnostics).check();
        fields();
        enums();
        new NamespaceRules(schema, configuration, diagnostics).check();
        models();
        new ConstraintNameRules(schema, configuration, diagnostics).check();
        new RelationRules(schema, configuration, diagnostics).check();
        new CascadeRules(schema, configuration, diagnostics).check();
        new RelationWarnings(schema, configuration, diagnostics).check();
    }

    private void fields() {
        NativeTypeRules nativeTypes = new NativeTypeRules(configuration, diagnostics);
        FieldRules fields = new FieldRules(configuration, diagnostics);
        DefaultRules defaults = new DefaultRules(database, diagnostics);
        for (DraftModel model : schema.models) {
            for (DraftField field : model.fields) {
                nativeTypes.check(field);
                fields.check(field);
                defaults.check(field);
            }
        }
        for (DraftComposite composite : schema.composites) {
            for (DraftField field : composite.fields) {
                nativeTypes.check(field);
                fields.check(field);
                defaults.check(field);
            }
        }
    }

    private void enums() {
        if (database.can(Capability.ENUMS)) {
            return;
        }
        for (DraftEnum type : schema.enums) {
            diagnostics.add(NameMessages.enumsNotSupported(type, database));
        }
    }

    private void models() {
        ModelRules models = new ModelRules(configuration, diagnostics);
        ViewRules views = new ViewRules(configuration, diagnostics);
        IndexRules indexes = new IndexRules(configuration, diagnostics);
        ClientNameRules clientNames = new ClientNameRules(diagnostics);
        for (DraftModel model : schema.models) {
            if (model.isView()) {
                views.check(model);
            } else {
                models.check(model);
                indexes.check(model);
            }
            clientNames.check(model);
        }
    }
}
