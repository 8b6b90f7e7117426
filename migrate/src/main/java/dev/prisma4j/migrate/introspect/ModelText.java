package dev.prisma4j.migrate.introspect;

import dev.prisma4j.migrate.table.Column;
import dev.prisma4j.migrate.table.ColumnType;
import dev.prisma4j.migrate.table.ForeignKey;
import dev.prisma4j.migrate.table.Index;
import dev.prisma4j.migrate.table.IndexColumn;
import dev.prisma4j.migrate.table.PrimaryKey;
import dev.prisma4j.migrate.table.Table;
import dev.prisma4j.migrate.table.TypeFamily;
import dev.prisma4j.migrate.target.ConstraintNames;
import dev.prisma4j.migrate.target.OperatorClassName;
import dev.prisma4j.migrate.target.TargetDialect;
import dev.prisma4j.schema.model.Arity;
import dev.prisma4j.schema.model.NativeType;
import dev.prisma4j.schema.model.ReferentialAction;
import dev.prisma4j.schema.model.Relation;
import dev.prisma4j.schema.model.ScalarField;
import dev.prisma4j.schema.model.ScalarType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes one model; the formatter aligns it afterwards. */
final class ModelText {
    private static final String BAD_NAME =
            "This field was commented out because of an invalid name. Please provide a valid one that matches"
                    + " [a-zA-Z][a-zA-Z0-9_]*";

    private static final String NO_COLUMNS =
            "We could not retrieve columns for the underlying table. Either it has none or you are missing rights to see"
                    + " them. Please check your privileges.";

    private final ModelDraft model;
    private final Introspector context;
    private final TargetDialect dialect;
    private final StringBuilder text = new StringBuilder();

    ModelText(ModelDraft model, Introspector context, TargetDialect dialect) {
        this.model = model;
        this.context = context;
        this.dialect = dialect;
    }

    /** Whether rows of the table can be told apart by columns that clients can use. */
    static boolean hasUniqueCriterion(Table table) {
        return table.primaryKey() != null && isUsable(table, table.primaryKey().columnNames())
                || table.indexes().stream()
                        .anyMatch(i -> i.isUnique() && i.predicate() == null && isUsable(table, i.columnNames()));
    }

    private static boolean isUsable(Table table, List<String> columns) {
        return columns.stream()
                .map(table::requireColumn)
                .allMatch(c -> c.isRequired()
                        && c.type().family() != TypeFamily.UNSUPPORTED
                        && !SchemaNames.of(c.name()).isEmpty());
    }

    String render() {
        if (model.table.columns().isEmpty()) {
            return "/// " + NO_COLUMNS + "\n// model " + model.name + " {\n// }\n";
        }
        boolean wasIgnored = model.known != null && model.known.isIgnored();
        boolean identified = model.view || hasUniqueCriterion(model.table);
        documentation(model.known == null ? null : model.known.documentation(), comments(identified || wasIgnored));
        text.append(model.view ? "view " : "model ").append(model.name).append(" {\n");
        model.table.columns().forEach(this::column);
        model.relationFields.forEach(this::relation);
        keys();
        boolean foreign = context.foreignTool(model.table) != null;
        boolean said = model.known != null && model.known.mappedName() != null;
        if (said || !model.name.equals(model.table.name().name())) {
            line("@@map(" + SchemaNames.quoted(model.table.name().name()) + ")");
        }
        if (!identified || foreign || wasIgnored) {
            line("@@ignore");
        }
        String namespace = context.namespace(model.table.name());
        if (namespace != null) {
            line("@@schema(" + SchemaNames.quoted(namespace) + ")");
        }
        return text.append("}\n").toString();
    }

    private void line(String content) {
        text.append("  ").append(content).append('\n');
    }

    private List<String> comments(boolean identified) {
        List<String> comments = new ArrayList<>(TableRemarks.comments(model, identified));
        String tool = context.foreignTool(model.table);
        if (tool != null) {
            comments.add("This table belongs to " + tool + " and is left alone.");
        }
        return comments;
    }

    private void documentation(@Nullable String known, List<String> added) {
        String before = known == null ? "" : known;
        before.lines().forEach(l -> text.append(("/// " + l).stripTrailing()).append('\n'));
        added.stream()
                .filter(comment -> !before.contains(comment))
                .forEach(comment -> text.append("/// ").append(comment).append('\n'));
    }

    // ---- fields

    private void column(Column column) {
        String name = model.field(column.name());
        ScalarField known = model.knownField(column.name());
        if (known != null && known.documentation() != null) {
            known.documentation().lines().forEach(l -> line(("/// " + l).stripTrailing()));
        }
        if (name.isEmpty()) {
            line("/// " + BAD_NAME);
            line("// " + column.name() + " " + typeName(column) + arity(column.arity()) + " @map("
                    + SchemaNames.quoted(column.name()) + ")");
            return;
        }
        line(name + " " + typeName(column) + arity(column.arity()) + attributes(column, name, known));
    }

    private static String arity(Arity arity) {
        return switch (arity) {
            case REQUIRED -> "";
            case OPTIONAL -> "?";
            case LIST -> "[]";
        };
    }

    private String typeName(Column column) {
        EnumDraft enumDraft = context.enumOf(model.table, column);
        if (enumDraft != null) {
            return enumDraft.name();
        }
        ColumnType type = column.type();
        return type.family() == TypeFamily.UNSUPPORTED || type.enumName() != null
                ? "Unsupported(" + SchemaNames.quoted(type.sql()) + ")"
                : scalar(type.family()).text();
    }

    private static ScalarType scalar(TypeFamily family) {
        return switch (family) {
            case INT -> ScalarType.INT;
            case BIG_INT -> ScalarType.BIG_INT;
            case FLOAT -> ScalarType.FLOAT;
            case DECIMAL -> ScalarType.DECIMAL;
            case BOOLEAN -> ScalarType.BOOLEAN;
            case STRING, UUID, ENUM, UNSUPPORTED -> ScalarType.STRING;
            case DATE_TIME -> ScalarType.DATE_TIME;
            case JSON -> ScalarType.JSON;
            case BINARY -> ScalarType.BYTES;
        };
    }

    private String attributes(Column column, String name, @Nullable ScalarField known) {
        StringBuilder out = new StringBuilder();
        PrimaryKey key = model.table.primaryKey();
        if (key != null && model.table.hasSinglePrimaryKey(column.name())) {
            out.append(" @id").append(options(keyOptions(key)));
        }
        Index unique = fieldUnique(column.name());
        if (unique != null) {
            out.append(" @unique").append(options(fieldIndexOptions(unique)));
        }
        String value = DefaultText.of(column, context.enumOf(model.table, column), known);
        if (value != null) {
            out.append(" @default(").append(value).append(')');
        }
        if (known != null && known.isUpdatedAt()) {
            out.append(" @updatedAt");
        }
        boolean said = known != null && known.mappedName() != null;
        if (said || !name.equals(column.name())) {
            out.append(" @map(").append(SchemaNames.quoted(column.name())).append(')');
        }
        out.append(nativeType(column));
        if (known != null && known.isIgnored()) {
            out.append(" @ignore");
        }
        return out.toString();
    }

    private static String options(List<String> options) {
        return options.isEmpty() ? "" : "(" + String.join(", ", options) + ")";
    }

    private String nativeType(Column column) {
        NativeType type = column.type().nativeType();
        if (type == null) {
            return "";
        }
        NativeType usual = dialect.defaultNativeType(scalar(column.type().family()));
        boolean bool =
                column.type().family() == TypeFamily.BOOLEAN && type.name().equals("TinyInt");
        if (bool || usual == null || usual.equals(type)) {
            return "";
        }
        String arguments = type.arguments().isEmpty() ? "" : "(" + String.join(", ", type.arguments()) + ")";
        return " @" + context.datasourceName() + "." + type.name() + arguments;
    }

    private void relation(RelationDraft.End end) {
        RelationDraft relation = end.relation();
        List<String> arguments = new ArrayList<>();
        if (relation.showsName()) {
            arguments.add(SchemaNames.quoted(relation.name()));
        }
        ForeignKey key = relation.key();
        if (end.forward() && key != null) {
            arguments.add("fields: " + fields(model, key.columns()));
            arguments.add("references: " + fields(relation.to(), key.referencedColumns()));
            Relation.ForeignKey known = relation.known();
            arguments.addAll(
                    context.emulatesRelations() && known != null
                            ? actions(known)
                            : actions(key, end.arity() == Arity.OPTIONAL));
            String usual = ConstraintNames.of(
                    model.table.name().name() + "_" + String.join("_", key.columns()), "_fkey", dialect.nameLimit());
            boolean said = known != null && key.name() != null && key.name().equals(known.mappedName());
            if (key.name() != null && (said || !key.name().equals(usual))) {
                arguments.add("map: " + SchemaNames.quoted(key.name()));
            }
        }
        if (end.documentation() != null) {
            end.documentation().lines().forEach(l -> line(("/// " + l).stripTrailing()));
        }
        line(end.name() + " " + end.type().name + arity(end.arity())
                + (arguments.isEmpty() ? "" : " @relation(" + String.join(", ", arguments) + ")")
                + (end.ignored() ? " @ignore" : ""));
    }

    private static String fields(ModelDraft owner, List<String> columns) {
        return columns.stream().map(owner::field).collect(Collectors.joining(", ", "[", "]"));
    }

    /** The actions of a relation that the database knows nothing of, as they were written. */
    private static List<String> actions(Relation.ForeignKey known) {
        List<String> arguments = new ArrayList<>();
        if (known.explicitOnDelete() != null) {
            arguments.add("onDelete: " + known.explicitOnDelete().text());
        }
        if (known.explicitOnUpdate() != null) {
            arguments.add("onUpdate: " + known.explicitOnUpdate().text());
        }
        return arguments;
    }

    private static List<String> actions(ForeignKey key, boolean optional) {
        List<String> arguments = new ArrayList<>();
        ReferentialAction usual = optional ? ReferentialAction.SET_NULL : ReferentialAction.RESTRICT;
        if (key.onDelete() != usual) {
            arguments.add("onDelete: " + key.onDelete().text());
        }
        if (key.onUpdate() != ReferentialAction.CASCADE) {
            arguments.add("onUpdate: " + key.onUpdate().text());
        }
        return arguments;
    }

    // ---- keys

    /** The unique index that stands at its field: one for every row if there is such a one, else a partial one. */
    private @Nullable Index fieldUnique(String column) {
        return model.table.indexes().stream()
                .filter(i -> i.isUnique() && i.columnNames().equals(List.of(column)))
                .min(Comparator.comparing(i -> i.predicate() != null))
                .orElse(null);
    }

    /** A second unique index for the same rows says nothing new. */
    private boolean isAtField(Index index) {
        if (index.columns().size() != 1) {
            return false;
        }
        Index first = fieldUnique(index.columns().get(0).name());
        return first != null && Objects.equals(first.predicate(), index.predicate());
    }

    private List<String> keyOptions(PrimaryKey key) {
        List<String> options = new ArrayList<>();
        String usual = ConstraintNames.of(model.table.name().name(), "_pkey", dialect.nameLimit());
        if (key.name() != null && !key.name().equals(usual)) {
            options.add("map: " + SchemaNames.quoted(key.name()));
        }
        if (key.columns().size() == 1 && key.columns().get(0).length() != null) {
            options.add("length: " + key.columns().get(0).length());
        }
        return options;
    }

    private List<String> fieldIndexOptions(Index index) {
        List<String> options = new ArrayList<>();
        mapOption(index, "_key", options);
        IndexColumn column = index.columns().get(0);
        if (column.length() != null) {
            options.add("length: " + column.length());
        }
        if (column.isDescending()) {
            options.add("sort: Desc");
        }
        where(index, options);
        return options;
    }

    private static void where(Index index, List<String> options) {
        if (index.predicate() != null) {
            options.add("where: raw(" + SchemaNames.quoted(index.predicate()) + ")");
        }
    }

    private void mapOption(Index index, String suffix, List<String> options) {
        String prefix = model.table.name().name() + "_" + String.join("_", index.columnNames());
        if (!index.name().equals(ConstraintNames.of(prefix, suffix, dialect.nameLimit()))) {
            options.add("map: " + SchemaNames.quoted(index.name()));
        }
    }

    private void keys() {
        PrimaryKey key = model.table.primaryKey();
        if (key != null && key.columns().size() > 1) {
            List<String> options = new ArrayList<>();
            options.add(columns(key.columns()));
            knownName(key.columnNames(), true, options);
            options.addAll(keyOptions(key));
            line("@@id" + options(options));
        }
        List<Index> indexes = inKnownOrder(model.table.indexes());
        for (Index index : indexes) {
            if (index.isUnique() && !isAtField(index)) {
                index("@@unique", index, "_key");
            }
        }
        for (Index index : indexes) {
            if (!index.isUnique()) {
                index(index.kind() == Index.Kind.FULLTEXT ? "@@fulltext" : "@@index", index, "_idx");
            }
        }
    }

    /** Those of the existing schema as they stand there, and then the others. */
    private List<Index> inKnownOrder(List<Index> indexes) {
        if (model.known == null) {
            return indexes;
        }
        List<String> order =
                model.known.indexes().stream().map(i -> i.databaseName()).toList();
        return indexes.stream()
                .sorted(Comparator.comparingInt(
                        i -> order.contains(i.name()) ? order.indexOf(i.name()) : Integer.MAX_VALUE))
                .toList();
    }

    private void index(String attribute, Index index, String suffix) {
        if (index.columnNames().stream().anyMatch(c -> model.field(c).isEmpty())) {
            return;
        }
        List<String> options = new ArrayList<>();
        options.add(columns(index.columns()));
        if (index.isUnique()) {
            knownName(index.columnNames(), false, options);
        }
        mapOption(index, suffix, options);
        if (index.algorithm() != null) {
            String algorithm = index.algorithm().toLowerCase(Locale.ROOT);
            String name = algorithm.equals("spgist")
                    ? "SpGist"
                    : algorithm.substring(0, 1).toUpperCase(Locale.ROOT) + algorithm.substring(1);
            options.add("type: " + name);
        }
        where(index, options);
        line(attribute + options(options));
    }

    /** The name that clients know a compound key by is nowhere in the database. */
    private void knownName(List<String> columns, boolean primary, List<String> options) {
        if (model.known == null) {
            return;
        }
        model.known.uniqueCriteria().stream()
                .filter(c -> c.primary() == primary
                        && c.givenName() != null
                        && c.fields().stream()
                                .map(ScalarField::databaseName)
                                .toList()
                                .equals(columns))
                .findFirst()
                .ifPresent(c -> options.add("name: " + SchemaNames.quoted(String.valueOf(c.givenName()))));
    }

    private String columns(List<IndexColumn> columns) {
        return columns.stream().map(this::indexColumn).collect(Collectors.joining(", ", "[", "]"));
    }

    private String indexColumn(IndexColumn column) {
        List<String> options = new ArrayList<>();
        if (column.operatorClass() != null) {
            String known = context.operatorClass(column.operatorClass());
            boolean speakable =
                    known != null && OperatorClassName.ofSchemaName(known).equals(column.operatorClass());
            options.add(speakable ? "ops: " + known : "ops: raw(" + SchemaNames.quoted(column.operatorClass()) + ")");
        }
        if (column.length() != null) {
            options.add("length: " + column.length());
        }
        if (column.isDescending()) {
            options.add("sort: Desc");
        }
        return model.field(column.name()) + options(options);
    }
}
