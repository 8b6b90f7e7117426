package dev.prisma4j.migrate.introspect;

import dev.prisma4j.migrate.table.Column;
import dev.prisma4j.migrate.table.ColumnDefault;
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
import dev.prisma4j.schema.model.ScalarField;
import dev.prisma4j.schema.model.Schema;
import dev.prisma4j.schema.source.SourceFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts the schema of a database together: models, enums, relations, in the order and under the names already known. */
public final class Introspector {
    private final DatabaseSchema database;
    private final Schema known;
    private final TargetDialect dialect;
    private final Function<Column, List<String>> enumValues;
    private final @Nullable String ownNamespace;
    private final FreshNames names;
    private final Map<ObjectName, ModelDraft> models = new LinkedHashMap<>();
    private final Map<ObjectName, EnumDraft> enums = new LinkedHashMap<>();
    /** What the existing schema has for the enums that are properties of columns. */
    private final Map<ObjectName, EnumType> columnEnums = new HashMap<>();

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
        this.names = new FreshNames(ownNamespace);
    }

    /**
     * The schema.
     *
     * @param files the existing files, whose other blocks are kept
     */
    public Introspection introspect(List<SourceFile> files) {
        List<Table> joinTables = database.tables().stream()
                .filter(t -> RelationFinder.isJoinTable(t, known))
                .toList();
        List<Table> tables = database.tables().stream()
                .filter(t -> !joinTables.contains(t) && !OldTools.isLeftover(t))
                .toList();
        List<View> views = known.previewFeatures().contains("views") ? database.views() : List.of();
        Map<ObjectName, EnumDefinition> definitions = enumDefinitions();
        nameEverything(definitions, tables, views);
        definitions.values().forEach(this::addEnum);
        List<EnumDraft> described = enums.values().stream().distinct().toList();
        if (dialect.storesEnumsAsText()) {
            known.enums().forEach(this::keepEnum);
        }
        tables.forEach(table -> addModel(table, false));
        Map<ObjectName, String> viewTexts = new HashMap<>();
        for (View view : views) {
            addModel(
                    new Table(view.name(), view.columns(), null, List.of(), List.of(), view.findings(), view.comment()),
                    true);
            if (view.definition() != null) {
                viewTexts.put(view.name(), view.definition());
            }
        }
        RelationFinder relations = new RelationFinder(models, joinTables, known);
        relations.addFields();
        List<ModelDraft> found = List.copyOf(models.values());
        List<ModelDraft> drafts = inKnownOrder(
                new ArrayList<>(found),
                draft -> draft.known == null ? -1 : known.models().indexOf(draft.known));
        List<EnumDraft> enumDrafts = inKnownOrder(
                new ArrayList<>(enums.values().stream()
                        .distinct()
                        .filter(EnumDraft::isUsable)
                        .toList()),
                draft -> draft.known() == null ? -1 : known.enums().indexOf(draft.known()));
        List<SourceFile> written =
                new SchemaWriter(this, files, hasPartialIndex(tables)).write(drafts, enumDrafts, dialect);
        List<String> warnings = new Warnings(found, described, names.duplicates(), relations.copied(), this).texts();
        return new Introspection(written, drafts.size(), warnings, viewTexts);
    }

    private static boolean hasPartialIndex(List<Table> tables) {
        return tables.stream().flatMap(t -> t.indexes().stream()).anyMatch(i -> i.predicate() != null);
    }

    private static <T> List<T> inKnownOrder(List<T> drafts, Function<T, Integer> position) {
        drafts.sort(Comparator.comparingInt(d -> position.apply(d) < 0 ? Integer.MAX_VALUE : position.apply(d)));
        return drafts;
    }

    // ---- names

    private void nameEverything(Map<ObjectName, EnumDefinition> definitions, List<Table> tables, List<View> views) {
        for (EnumDefinition definition : definitions.values()) {
            EnumType existing = knownEnum(definition.name());
            if (existing == null) {
                names.want(FreshNames.Kind.ENUM, definition.name());
            } else {
                names.take(existing.name());
            }
        }
        tables.forEach(table -> nameModel(table.name(), FreshNames.Kind.MODEL));
        views.forEach(view -> nameModel(view.name(), FreshNames.Kind.VIEW));
        names.give();
    }

    private void nameModel(ObjectName name, FreshNames.Kind kind) {
        Model existing = knownModel(name, kind == FreshNames.Kind.VIEW);
        if (existing == null) {
            names.want(kind, name);
        } else {
            names.take(existing.name());
        }
    }

    // ---- enums

    private Map<ObjectName, EnumDefinition> enumDefinitions() {
        Map<ObjectName, EnumDefinition> found = new LinkedHashMap<>();
        database.enums().forEach(definition -> found.put(definition.name(), definition));
        for (Table table : database.tables()) {
            for (Column column : table.columns()) {
                List<String> values = enumValues.apply(column);
                if (!values.isEmpty()) {
                    ObjectName name = columnEnum(table, column);
                    found.put(name, new EnumDefinition(name, values, null));
                    knownColumnEnum(table, column, values).ifPresent(existing -> columnEnums.put(name, existing));
                }
            }
        }
        return found;
    }

    private static ObjectName columnEnum(Table table, Column column) {
        return ObjectName.of(table.name().name() + "_" + column.name());
    }

    private void addEnum(EnumDefinition definition) {
        EnumType existing = knownEnum(definition.name());
        String name = existing == null
                ? names.of(FreshNames.Kind.ENUM, definition.name()).name()
                : existing.name();
        boolean commented = definition.comment() != null;
        EnumDraft shared = enums.values().stream()
                .filter(draft -> existing != null && draft.known() == existing)
                .findFirst()
                .orElseGet(() -> new EnumDraft(definition.name(), definition.values(), existing, name, commented));
        enums.put(definition.name(), shared);
    }

    /** An enum that the database knows nothing of. */
    private void keepEnum(EnumType existing) {
        List<String> values =
                existing.values().stream().map(v -> v.databaseName()).toList();
        ObjectName name = ObjectName.of(existing.databaseName());
        enums.put(name, new EnumDraft(name, values, existing, existing.name(), false));
    }

    private @Nullable EnumType knownEnum(ObjectName name) {
        if (dialect.hasEnumTypes()) {
            return known.enums().stream()
                    .filter(e -> e.databaseName().equals(name.name()) && sameNamespace(e.namespace(), name.namespace()))
                    .findFirst()
                    .orElse(null);
        }
        return columnEnums.get(name);
    }

    /** That of the column's field, else the first with the same values. */
    private Optional<EnumType> knownColumnEnum(Table table, Column column, List<String> values) {
        Model model = knownModel(table.name(), false);
        Stream<EnumType> ofField = model == null
                ? Stream.empty()
                : model.scalarFields().stream()
                        .filter(f -> f.databaseName().equals(column.name()))
                        .flatMap(f -> f.type() instanceof EnumType type ? Stream.of(type) : Stream.empty());
        return Stream.concat(ofField, known.enums().stream())
                .filter(e ->
                        e.values().stream().map(v -> v.databaseName()).toList().equals(values))
                .findFirst();
    }

    private boolean sameNamespace(@Nullable String declared, @Nullable String described) {
        String own = Objects.equals(declared, ownNamespace) ? null : declared;
        return Objects.equals(own, described);
    }

    /** The enum of a column, or null. */
    @Nullable
    EnumDraft enumOf(Table table, Column column) {
        EnumDraft draft = null;
        if (column.type().enumName() != null) {
            draft = enums.get(column.type().enumName());
        } else if (column.type().family() == TypeFamily.ENUM) {
            draft = enums.get(columnEnum(table, column));
        } else if (dialect.storesEnumsAsText() && column.type().family() == TypeFamily.STRING) {
            draft = knownTextEnum(table, column);
        }
        return draft == null || !draft.isUsable() ? null : draft;
    }

    /** The enum that the existing schema has for a column of texts, unless its default is none of the values; or null. */
    private @Nullable EnumDraft knownTextEnum(Table table, Column column) {
        ModelDraft model = models.get(table.name());
        ScalarField field = model == null ? null : model.knownField(column.name());
        if (field == null || !(field.type() instanceof EnumType type)) {
            return null;
        }
        EnumDraft draft = enums.get(ObjectName.of(type.databaseName()));
        boolean sensible = column.defaultValue() == null
                || column.defaultValue() instanceof ColumnDefault.Literal literal
                        && draft != null
                        && draft.values().contains(String.valueOf(literal.value()));
        return sensible ? draft : null;
    }

    // ---- models

    private @Nullable Model knownModel(ObjectName name, boolean view) {
        return known.models().stream()
                .filter(m -> m.databaseName().equals(name.name())
                        && m.isView() == view
                        && sameNamespace(m.namespace(), name.namespace()))
                .findFirst()
                .orElse(null);
    }

    private void addModel(Table table, boolean view) {
        Model existing = knownModel(table.name(), view);
        if (existing != null) {
            String plain = FreshNames.plain(table.name());
            models.put(table.name(), new ModelDraft(table, existing, existing.name(), plain, false, view));
        } else {
            FreshNames.Given given = names.of(view ? FreshNames.Kind.VIEW : FreshNames.Kind.MODEL, table.name());
            models.put(table.name(), new ModelDraft(table, null, given.name(), given.plain(), given.reserved(), view));
        }
    }

    /** The tool that a table belongs to, or null. */
    @Nullable
    String foreignTool(Table table) {
        return OldTools.owner(table);
    }

    /** The namespace that a model has to name, or null. */
    @Nullable
    String namespace(ObjectName name) {
        boolean multi = known.datasource().map(d -> !d.schemas().isEmpty()).orElse(false);
        return multi ? name.namespace() == null ? ownNamespace : name.namespace() : null;
    }

    /** Whether the relations are the schema's business alone. */
    boolean emulatesRelations() {
        return RelationFinder.emulates(known);
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
        return OperatorClassName.isInLanguage(databaseName) ? OperatorClassName.toSchemaName(databaseName) : null;
    }
}
