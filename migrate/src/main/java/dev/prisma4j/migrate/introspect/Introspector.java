package dev.prisma4j.migrate.introspect;

import dev.prisma4j.migrate.table.Column;
import dev.prisma4j.migrate.table.DatabaseSchema;
import dev.prisma4j.migrate.table.EnumDefinition;
import dev.prisma4j.migrate.table.ObjectName;
import dev.prisma4j.migrate.table.Table;
import dev.prisma4j.migrate.table.TypeFamily;
import dev.prisma4j.migrate.table.View;
import dev.prisma4j.migrate.target.OperatorClassName;
import dev.prisma4j.migrate.target.TargetDialect;
import dev.prisma4j.schema.model.Datasource;
import dev.prisma4j.schema.model.EnumType;
import dev.prisma4j.schema.model.IndexField;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.Schema;
import dev.prisma4j.schema.source.SourceFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts the schema of a database together: models, enums, relations, in the order and under the names already known. */
public final class Introspector {
    private static final Map<String, String> FOREIGN_TOOLS = Map.of(
            "alembic_version", "Alembic",
            "flyway_schema_history", "Flyway",
            "databasechangelog", "Liquibase",
            "databasechangeloglock", "Liquibase",
            "DATABASECHANGELOG", "Liquibase",
            "DATABASECHANGELOGLOCK", "Liquibase");

    /** The operator classes that are not the default of their type and have a word in the language. */
    private static final Set<String> BUILT_IN_CLASSES = Set.of("jsonb_path_ops", "inet_ops", "text_ops", "varchar_ops");

    private final DatabaseSchema database;
    private final Schema known;
    private final TargetDialect dialect;
    private final Function<Column, List<String>> enumValues;
    private final @Nullable String ownNamespace;
    private final Map<ObjectName, ModelDraft> models = new LinkedHashMap<>();
    private final Map<ObjectName, EnumDraft> enums = new LinkedHashMap<>();

    /**
     * Makes an introspector.
     *
     * @param database what was described, without the history table
     * @param known the existing schema, which has at least a datasource
     * @param dialect how the kind of database stores fields
     * @param enumValues the values of a column whose enum is a property of the column, or none
     * @param ownNamespace the namespace that names without one are in, or null where there are none
     */
    public Introspector(
            DatabaseSchema database,
            Schema known,
            TargetDialect dialect,
            Function<Column, List<String>> enumValues,
            @Nullable String ownNamespace) {
        this.database = database;
        this.known = known;
        this.dialect = dialect;
        this.enumValues = enumValues;
        this.ownNamespace = ownNamespace;
    }

    /**
     * The schema.
     *
     * @param files the existing files, whose other blocks are kept
     */
    public Introspection introspect(List<SourceFile> files) {
        List<Table> joinTables =
                database.tables().stream().filter(RelationFinder::isJoinTable).toList();
        enums();
        for (Table table : database.tables()) {
            if (!joinTables.contains(table)) {
                addModel(table, false);
            }
        }
        Map<ObjectName, String> viewTexts = new HashMap<>();
        if (known.previewFeatures().contains("views")) {
            for (View view : database.views()) {
                addModel(new Table(view.name(), view.columns(), null, List.of(), List.of()), true);
                if (view.definition() != null) {
                    viewTexts.put(view.name(), view.definition());
                }
            }
        }
        new RelationFinder(models, joinTables, known).addFields();
        List<ModelDraft> drafts = inKnownOrder(
                new ArrayList<>(models.values()),
                draft -> draft.known == null ? -1 : known.models().indexOf(draft.known));
        List<EnumDraft> enumDrafts = inKnownOrder(
                new ArrayList<>(enums.values()),
                draft -> draft.known() == null ? -1 : known.enums().indexOf(draft.known()));
        List<SourceFile> written = new SchemaWriter(this, files).write(drafts, enumDrafts, dialect);
        return new Introspection(written, drafts.size(), Warnings.of(drafts, this), viewTexts);
    }

    private static <T> List<T> inKnownOrder(List<T> drafts, Function<T, Integer> position) {
        drafts.sort(Comparator.comparingInt(d -> position.apply(d) < 0 ? Integer.MAX_VALUE : position.apply(d)));
        return drafts;
    }

    // ---- enums

    private void enums() {
        for (EnumDefinition definition : database.enums()) {
            addEnum(definition.name(), definition.values());
        }
        for (Table table : database.tables()) {
            for (Column column : table.columns()) {
                List<String> values = enumValues.apply(column);
                if (!values.isEmpty()) {
                    addEnum(columnEnum(table, column), values);
                }
            }
        }
    }

    private static ObjectName columnEnum(Table table, Column column) {
        return ObjectName.of(table.name().name() + "_" + column.name());
    }

    private void addEnum(ObjectName name, List<String> values) {
        EnumType existing = knownEnum(name, values);
        String fresh = SchemaNames.of(name.name());
        enums.put(name, new EnumDraft(name, values, existing, existing == null ? fresh : existing.name()));
    }

    private @Nullable EnumType knownEnum(ObjectName name, List<String> values) {
        if (dialect.hasEnumTypes()) {
            return known.enums().stream()
                    .filter(e -> e.databaseName().equals(name.name()) && sameNamespace(e.namespace(), name.namespace()))
                    .findFirst()
                    .orElse(null);
        }
        return known.enums().stream()
                .filter(e ->
                        e.values().stream().map(v -> v.databaseName()).toList().equals(values))
                .findFirst()
                .orElse(null);
    }

    private boolean sameNamespace(@Nullable String declared, @Nullable String described) {
        String own = Objects.equals(declared, ownNamespace) ? null : declared;
        return Objects.equals(own, described);
    }

    /** The enum of a column, or null. */
    @Nullable
    EnumDraft enumOf(Table table, Column column) {
        if (column.type().enumName() != null) {
            return enums.get(column.type().enumName());
        }
        return column.type().family() == TypeFamily.ENUM ? enums.get(columnEnum(table, column)) : null;
    }

    // ---- models

    private void addModel(Table table, boolean view) {
        Model existing = known.models().stream()
                .filter(m -> m.databaseName().equals(table.name().name())
                        && m.isView() == view
                        && sameNamespace(m.namespace(), table.name().namespace()))
                .findFirst()
                .orElse(null);
        String clean = SchemaNames.of(table.name().name());
        boolean reserved = existing == null && SchemaNames.isReserved(clean);
        String name = existing != null ? existing.name() : unique(reserved ? "Renamed" + clean : clean, table);
        if (!name.isEmpty()) {
            models.put(table.name(), new ModelDraft(table, existing, name, reserved, view));
        }
    }

    private String unique(String wanted, Table table) {
        boolean taken = models.values().stream().anyMatch(m -> m.name.equals(wanted))
                || enums.values().stream().anyMatch(e -> e.name().equals(wanted));
        if (!taken) {
            return wanted;
        }
        String namespace = namespace(table.name());
        String prefixed = (namespace == null ? "table" : SchemaNames.of(namespace)) + "_" + wanted;
        return prefixed.equals(wanted) ? wanted : unique(prefixed, table);
    }

    /** The tool that a table belongs to, or null. */
    @Nullable
    String foreignTool(Table table) {
        return FOREIGN_TOOLS.get(table.name().name());
    }

    /** The namespace that a model has to name, or null. */
    @Nullable
    String namespace(ObjectName name) {
        boolean multi = known.datasource().map(d -> !d.schemas().isEmpty()).orElse(false);
        return multi ? name.namespace() == null ? ownNamespace : name.namespace() : null;
    }

    String datasourceName() {
        return known.datasource().map(Datasource::name).orElse("db");
    }

    /** The schema's word for an operator class, if the existing schema or the usual spelling has one. */
    @Nullable
    String operatorClass(String databaseName) {
        for (Model model : known.models()) {
            for (var index : model.indexes()) {
                for (IndexField field : index.fields()) {
                    String given = field.operatorClass();
                    if (given != null
                            && !field.rawOperatorClass()
                            && OperatorClassName.ofSchemaName(given).equals(databaseName)) {
                        return given;
                    }
                }
            }
        }
        return BUILT_IN_CLASSES.contains(databaseName) ? OperatorClassName.toSchemaName(databaseName) : null;
    }
}
