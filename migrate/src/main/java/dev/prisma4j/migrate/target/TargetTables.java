package dev.prisma4j.migrate.target;

import dev.prisma4j.migrate.table.Column;
import dev.prisma4j.migrate.table.ColumnDefault;
import dev.prisma4j.migrate.table.ColumnType;
import dev.prisma4j.migrate.table.DatabaseSchema;
import dev.prisma4j.migrate.table.EnumDefinition;
import dev.prisma4j.migrate.table.Extension;
import dev.prisma4j.migrate.table.ForeignKey;
import dev.prisma4j.migrate.table.Index;
import dev.prisma4j.migrate.table.IndexColumn;
import dev.prisma4j.migrate.table.ObjectName;
import dev.prisma4j.migrate.table.PrimaryKey;
import dev.prisma4j.migrate.table.Sequence;
import dev.prisma4j.migrate.table.Table;
import dev.prisma4j.schema.model.Arity;
import dev.prisma4j.schema.model.Datasource;
import dev.prisma4j.schema.model.DefaultValue;
import dev.prisma4j.schema.model.EnumType;
import dev.prisma4j.schema.model.IndexField;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.ReferentialAction;
import dev.prisma4j.schema.model.Relation;
import dev.prisma4j.schema.model.RelationField;
import dev.prisma4j.schema.model.RelationMode;
import dev.prisma4j.schema.model.ScalarField;
import dev.prisma4j.schema.model.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The tables, enums, sequences and extensions that a schema asks for, in the order of the schema: the tables of models
 * first, then the join tables of implicit many-to-many relations. Views are not made.
 */
public final class TargetTables {
    private final Schema schema;
    private final TargetDialect dialect;
    private final @Nullable String ownNamespace;
    private final List<Sequence> sequences = new ArrayList<>();

    private TargetTables(Schema schema, TargetDialect dialect, @Nullable String ownNamespace) {
        this.schema = schema;
        this.dialect = dialect;
        this.ownNamespace = ownNamespace;
    }

    /**
     * What the schema asks for on that kind of database.
     *
     * @param ownNamespace the namespace that names without one are looked up in, or null where there are none
     */
    public static DatabaseSchema of(Schema schema, TargetDialect dialect, @Nullable String ownNamespace) {
        return new TargetTables(schema, dialect, ownNamespace).build();
    }

    /** What the schema asks for on a database that is not at hand. */
    public static DatabaseSchema of(Schema schema, TargetDialect dialect) {
        List<String> namespaces = dialect.defaultNamespaces();
        return of(schema, dialect, namespaces.isEmpty() ? null : namespaces.get(0));
    }

    private DatabaseSchema build() {
        List<Table> tables = new ArrayList<>();
        for (Model model : schema.models()) {
            if (!model.isView()) {
                tables.add(table(model));
            }
        }
        for (Relation relation : manyToManyRelations()) {
            tables.add(joinTable(relation));
        }
        List<EnumDefinition> enums = dialect.hasEnumTypes()
                ? schema.enums().stream().map(this::enumDefinition).toList()
                : List.of();
        return new DatabaseSchema(namespaces(), tables, enums, sequences, List.of(), extensions(), List.of(), null);
    }

    /** Only those that something is in. */
    private List<String> namespaces() {
        List<String> declared = schema.datasource().map(Datasource::schemas).orElse(List.of());
        Set<String> used = new TreeSet<>();
        boolean any = false;
        for (Model model : schema.models()) {
            any |= !model.isView();
            if (!model.isView() && model.namespace() != null) {
                used.add(model.namespace());
            }
        }
        if (dialect.hasEnumTypes()) {
            any |= !schema.enums().isEmpty();
            schema.enums().stream()
                    .map(EnumType::namespace)
                    .filter(Objects::nonNull)
                    .forEach(used::add);
        }
        return declared.isEmpty() ? any ? dialect.defaultNamespaces() : List.of() : List.copyOf(used);
    }

    private List<Extension> extensions() {
        return schema.datasource().map(Datasource::extensions).orElse(List.of()).stream()
                .map(e -> new Extension(
                        e.databaseName() == null ? e.name() : e.databaseName(), e.version(), e.schema(), true))
                .sorted(Comparator.comparing(Extension::name))
                .toList();
    }

    private EnumDefinition enumDefinition(EnumType type) {
        return new EnumDefinition(
                name(type.namespace(), type.databaseName()),
                type.values().stream().map(v -> v.databaseName()).toList(),
                null);
    }

    private ObjectName nameOf(Model model) {
        return name(model.namespace(), model.databaseName());
    }

    private ObjectName name(@Nullable String namespace, String name) {
        return new ObjectName(Objects.equals(namespace, ownNamespace) ? null : namespace, name);
    }

    // ---- tables of models

    private Table table(Model model) {
        ObjectName name = nameOf(model);
        List<Column> columns = new ArrayList<>();
        for (ScalarField field : model.scalarFields()) {
            columns.add(column(model, name, field));
        }
        PrimaryKey primaryKey = model.primaryKey()
                .map(key -> new PrimaryKey(
                        dialect.namesPrimaryKeys() ? key.constraintName() : null,
                        key.fields().stream().map(this::indexColumn).toList(),
                        key.clustered()))
                .orElse(null);
        return new Table(name, columns, primaryKey, indexes(model), foreignKeys(model));
    }

    private Column column(Model model, ObjectName table, ScalarField field) {
        ColumnType type = typeOf(field);
        boolean autoIncrement = dialect.autoIncrements(model, field);
        ColumnDefault value = columnDefault(table, field, autoIncrement);
        String defaultName = null;
        if (value != null && !(value instanceof ColumnDefault.Expression e && e.sql() == null)) {
            String given =
                    field.defaultValue().map(DefaultValue::constraintName).orElse(null);
            defaultName = given != null ? given : dialect.defaultConstraintName(table, field.databaseName());
        }
        boolean filledByClient =
                value == null && !autoIncrement && field.defaultValue().isPresent();
        return new Column(
                field.databaseName(), type, field.arity(), value, defaultName, autoIncrement, filledByClient, null);
    }

    private ColumnType typeOf(ScalarField field) {
        return field.type() instanceof EnumType type
                ? dialect.enumType(type, name(type.namespace(), type.databaseName()))
                : dialect.typeOf(field);
    }

    private @Nullable ColumnDefault columnDefault(ObjectName table, ScalarField field, boolean autoIncrement) {
        DefaultValue value = field.defaultValue().orElse(null);
        if (value instanceof DefaultValue.Function function) {
            return switch (function.name()) {
                case "now" -> new ColumnDefault.Now();
                case "dbgenerated" ->
                    new ColumnDefault.Expression(
                            function.arguments().isEmpty()
                                    ? null
                                    : String.valueOf(function.arguments().get(0).value()));
                case "autoincrement" -> autoIncrement ? dialect.autoIncrementDefault() : null;
                case "sequence" -> sequence(table, field, function);
                default -> null; // uuid, cuid, ulid, nanoid, auto: made by the client
            };
        }
        ColumnDefault literal = DefaultLiterals.of(field, value);
        return literal != null && dialect.supportsDefault(field, literal) ? literal : null;
    }

    private ColumnDefault sequence(ObjectName table, ScalarField field, DefaultValue.Function function) {
        Map<String, Object> given = new HashMap<>();
        for (DefaultValue.Function.Argument argument : function.arguments()) {
            if (argument.name() != null) {
                given.put(argument.name(), argument.value());
            }
        }
        String name = dialect.sequenceName(table, field.databaseName());
        sequences.add(new Sequence(
                name,
                Boolean.TRUE.equals(given.get("virtual")),
                (Long) given.get("minValue"),
                (Long) given.get("maxValue"),
                (Long) given.get("start"),
                (Long) given.get("increment"),
                (Long) given.get("cache")));
        return new ColumnDefault.NextOf(name);
    }

    // ---- keys and indexes

    private List<Index> indexes(Model model) {
        // Those of fields come first, then by kind: the order in which the reference makes them.
        List<dev.prisma4j.schema.model.Index> sorted = new ArrayList<>(model.indexes());
        sorted.sort(Comparator.comparingInt(TargetTables::indexRank));
        return sorted.stream().map(this::index).toList();
    }

    private static int indexRank(dev.prisma4j.schema.model.Index index) {
        if (index.onField()) {
            return 0;
        }
        return switch (index.kind()) {
            case NORMAL -> 1;
            case UNIQUE -> 2;
            case FULLTEXT -> 3;
        };
    }

    private Index index(dev.prisma4j.schema.model.Index index) {
        Index.Kind kind = Index.Kind.valueOf(index.kind().name());
        String algorithm = null;
        if (dialect.hasIndexMethods()
                && index.algorithm() != null
                && !index.algorithm().equals("BTree")) {
            algorithm = index.algorithm().toUpperCase(Locale.ROOT);
        }
        boolean ordered = kind != Index.Kind.UNIQUE
                || index.fields().stream().allMatch(f -> f.length() != null || dialect.ordersUnique(f.field()));
        return new Index(
                index.databaseName(),
                kind,
                index.fields().stream()
                        .map(this::indexColumn)
                        .map(column -> ordered ? column : column.withoutDirection())
                        .toList(),
                algorithm,
                index.clustered(),
                index.predicate() == null ? null : Predicates.sql(index.predicate(), dialect),
                false);
    }

    private IndexColumn indexColumn(IndexField field) {
        String operatorClass = null;
        if (dialect.hasIndexMethods() && field.operatorClass() != null) {
            operatorClass = field.rawOperatorClass()
                    ? field.operatorClass()
                    : OperatorClassName.ofSchemaName(field.operatorClass());
        }
        return new IndexColumn(field.field().databaseName(), field.sort(), field.length(), operatorClass);
    }

    // ---- relations

    private boolean hasForeignKeys() {
        return schema.datasource()
                .map(d -> d.relationMode() == RelationMode.FOREIGN_KEYS)
                .orElse(true);
    }

    private List<ForeignKey> foreignKeys(Model model) {
        List<ForeignKey> keys = new ArrayList<>();
        if (!hasForeignKeys()) {
            return keys;
        }
        for (RelationField field : model.relationFields()) {
            Relation.ForeignKey key = field.relation().foreignKey();
            if (key != null && key.field() == field && !field.relatedModel().isView()) {
                keys.add(new ForeignKey(
                        key.constraintName(),
                        key.fields().stream().map(ScalarField::databaseName).toList(),
                        nameOf(field.relatedModel()),
                        key.references().stream().map(ScalarField::databaseName).toList(),
                        key.onDelete(),
                        key.onUpdate(),
                        false));
            }
        }
        return keys;
    }

    private List<Relation> manyToManyRelations() {
        Map<Model, Integer> positions = new HashMap<>();
        schema.models().forEach(m -> positions.put(m, positions.size()));
        return schema.relations().stream()
                .filter(r -> r.isManyToMany() && r.foreignKey() == null)
                .sorted(Comparator.comparingInt((Relation r) ->
                                positions.getOrDefault(r.fieldA().model(), 0))
                        .thenComparingInt(r -> r.fieldA().position()))
                .toList();
    }

    private Table joinTable(Relation relation) {
        Model modelA = relation.fieldA().model();
        Model modelB = relation.fieldB().model();
        int limit = dialect.nameLimit();
        String table = ConstraintNames.cut(relation.joinTableName(), limit);
        List<IndexColumn> both = List.of(IndexColumn.of("A"), IndexColumn.of("B"));
        List<Index> indexes = new ArrayList<>();
        PrimaryKey primaryKey = null;
        if (dialect.joinTablesHavePrimaryKey()) {
            primaryKey = new PrimaryKey(ConstraintNames.of(table, "_AB_pkey", limit), both, null);
        } else {
            String name = ConstraintNames.of(table, "_AB_unique", limit);
            indexes.add(new Index(name, Index.Kind.UNIQUE, both, null, null, null, false));
        }
        indexes.add(new Index(
                ConstraintNames.of(table, "_B_index", limit),
                Index.Kind.NORMAL,
                List.of(IndexColumn.of("B")),
                null,
                null,
                null,
                false));
        List<ForeignKey> keys = new ArrayList<>();
        if (hasForeignKeys()) {
            keys.add(joinKey(relation, table, "A", modelA));
            keys.add(joinKey(relation, table, "B", modelB));
        }
        return new Table(
                name(modelA.namespace(), table),
                List.of(joinColumn("A", modelA), joinColumn("B", modelB)),
                primaryKey,
                indexes,
                keys);
    }

    private ForeignKey joinKey(Relation relation, String table, String column, Model model) {
        ReferentialAction action = dialect.joinTableAction(relation.isSelfRelation());
        return new ForeignKey(
                ConstraintNames.of(table, "_" + column + "_fkey", dialect.nameLimit()),
                List.of(column),
                nameOf(model),
                List.of(idOf(model).databaseName()),
                action,
                action,
                true);
    }

    private Column joinColumn(String name, Model model) {
        ScalarField id = idOf(model);
        return new Column(name, typeOf(id), Arity.REQUIRED, null, null, false, false, null);
    }

    private static ScalarField idOf(Model model) {
        return model.primaryKey()
                .map(key -> key.fields().get(0).field())
                .or(() -> model.uniqueCriteria().stream()
                        .map(c -> c.fields().get(0))
                        .findFirst())
                .orElseThrow(() -> new IllegalStateException(
                        "The model " + model.name() + " has no id for its many-to-many relation."));
    }
}
