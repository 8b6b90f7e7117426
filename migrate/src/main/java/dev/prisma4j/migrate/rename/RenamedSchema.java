package dev.prisma4j.migrate.rename;

import dev.prisma4j.migrate.diff.Step;
import dev.prisma4j.migrate.table.Column;
import dev.prisma4j.migrate.table.ColumnDefault;
import dev.prisma4j.migrate.table.ColumnType;
import dev.prisma4j.migrate.table.DatabaseSchema;
import dev.prisma4j.migrate.table.EnumDefinition;
import dev.prisma4j.migrate.table.ForeignKey;
import dev.prisma4j.migrate.table.Index;
import dev.prisma4j.migrate.table.IndexColumn;
import dev.prisma4j.migrate.table.ObjectName;
import dev.prisma4j.migrate.table.PrimaryKey;
import dev.prisma4j.migrate.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A database as it is after renames. Constraints and indexes follow their tables and columns but keep their own names, as
 * databases do it; the differ renames them afterwards.
 */
final class RenamedSchema {
    private DatabaseSchema schema;
    private final List<Step> steps = new ArrayList<>();

    private RenamedSchema(DatabaseSchema schema) {
        this.schema = schema;
    }

    static RenamedSchema of(DatabaseSchema schema, List<Rename> renames) {
        RenamedSchema result = new RenamedSchema(schema);
        renames.forEach(result::apply);
        return result;
    }

    DatabaseSchema schema() {
        return schema;
    }

    List<Step> steps() {
        return steps;
    }

    private void apply(Rename rename) {
        if (rename instanceof Rename.OfTable r) {
            steps.add(new Step.RenameTable(r.from(), r.to()));
            tables(table -> renameTable(table, r));
        } else if (rename instanceof Rename.OfColumn r) {
            steps.add(new Step.RenameColumn(r.table(), r.from(), r.to()));
            tables(table -> renameColumn(table, r));
        } else if (rename instanceof Rename.OfEnum r) {
            steps.add(new Step.RenameEnum(r.from(), r.to()));
            schema = schema.withEnums(schema.enums().stream()
                    .map(e -> e.name().equals(r.from()) ? new EnumDefinition(r.to(), e.values(), e.comment()) : e)
                    .toList());
            tables(table -> columns(
                    table, c -> r.from().equals(c.type().enumName()) ? withType(c, ColumnType.ofEnum(r.to())) : c));
        } else if (rename instanceof Rename.OfEnumValue r) {
            renameValue(r);
        }
    }

    private void tables(UnaryOperator<Table> change) {
        schema = schema.withTables(schema.tables().stream().map(change).toList());
    }

    // ---- tables

    private static Table renameTable(Table table, Rename.OfTable rename) {
        List<ForeignKey> keys = table.foreignKeys().stream()
                .map(k -> k.referencedTable().equals(rename.from())
                        ? key(k, k.columns(), rename.to(), k.referencedColumns())
                        : k)
                .toList();
        ObjectName name = table.name().equals(rename.from()) ? rename.to() : table.name();
        return new Table(
                name, table.columns(), table.primaryKey(), table.indexes(), keys, table.findings(), table.comment());
    }

    private static ForeignKey key(
            ForeignKey key, List<String> columns, ObjectName referencedTable, List<String> referencedColumns) {
        return new ForeignKey(
                key.name(),
                columns,
                referencedTable,
                referencedColumns,
                key.onDelete(),
                key.onUpdate(),
                key.ofJoinTable());
    }

    // ---- columns

    private static Table renameColumn(Table table, Rename.OfColumn rename) {
        boolean own = table.name().equals(rename.table());
        UnaryOperator<String> here = name -> own && name.equals(rename.from()) ? rename.to() : name;
        List<ForeignKey> keys = table.foreignKeys().stream()
                .map(k -> {
                    boolean refers = k.referencedTable().equals(rename.table());
                    UnaryOperator<String> there = name -> refers && name.equals(rename.from()) ? rename.to() : name;
                    return key(
                            k,
                            k.columns().stream().map(here).toList(),
                            k.referencedTable(),
                            k.referencedColumns().stream().map(there).toList());
                })
                .toList();
        List<Column> columns = table.columns().stream()
                .map(c -> withName(c, here.apply(c.name())))
                .toList();
        PrimaryKey key = table.primaryKey();
        PrimaryKey newKey =
                key == null ? null : new PrimaryKey(key.name(), indexColumns(key.columns(), here), key.clustered());
        List<Index> indexes = table.indexes().stream()
                .map(i -> new Index(
                        i.name(),
                        i.kind(),
                        indexColumns(i.columns(), here),
                        i.algorithm(),
                        i.clustered(),
                        own ? predicate(i.predicate(), rename) : i.predicate(),
                        i.constraint()))
                .toList();
        return new Table(table.name(), columns, newKey, indexes, keys, table.findings(), table.comment());
    }

    private static List<IndexColumn> indexColumns(List<IndexColumn> columns, UnaryOperator<String> name) {
        return columns.stream().map(c -> c.named(name.apply(c.name()))).toList();
    }

    /** Databases rewrite the condition of a partial index with the column. */
    private static @Nullable String predicate(@Nullable String predicate, Rename.OfColumn rename) {
        if (predicate == null) {
            return null;
        }
        Pattern name = Pattern.compile("(?<![\\w'])" + Pattern.quote(rename.from()) + "(?![\\w'])");
        return name.matcher(predicate).replaceAll(Matcher.quoteReplacement(rename.to()));
    }

    private static Column withName(Column c, String name) {
        return new Column(
                name,
                c.type(),
                c.arity(),
                c.defaultValue(),
                c.defaultName(),
                c.autoIncrement(),
                c.filledByClient(),
                c.comment());
    }

    // ---- enums

    private static Table columns(Table table, UnaryOperator<Column> change) {
        return new Table(
                table.name(),
                table.columns().stream().map(change).toList(),
                table.primaryKey(),
                table.indexes(),
                table.foreignKeys(),
                table.findings(),
                table.comment());
    }

    private static Column withType(Column c, ColumnType type) {
        return new Column(
                c.name(),
                type,
                c.arity(),
                c.defaultValue(),
                c.defaultName(),
                c.autoIncrement(),
                c.filledByClient(),
                c.comment());
    }

    private void renameValue(Rename.OfEnumValue rename) {
        boolean isType = schema.enumDefinition(rename.type()).isPresent();
        schema = schema.withEnums(schema.enums().stream()
                .map(e -> e.name().equals(rename.type())
                        ? new EnumDefinition(
                                e.name(),
                                e.values().stream()
                                        .map(v -> v.equals(rename.from()) ? rename.to() : v)
                                        .toList(),
                                e.comment())
                        : e)
                .toList());
        List<Step.EnumUse> uses = new ArrayList<>();
        tables(table -> columns(table, column -> {
            boolean holds = isType
                    ? rename.type().equals(column.type().enumName())
                    : rename.columns().contains(new Rename.ColumnName(table.name(), column.name()));
            if (!holds) {
                return column;
            }
            Column renamed = withValue(column, rename, isType);
            uses.add(new Step.EnumUse(table, column, renamed));
            return renamed;
        }));
        steps.add(new Step.RenameEnumValue(rename.type(), rename.from(), rename.to(), uses));
    }

    /** The column with the value renamed in its default, and in its type where that lists the values. */
    private static Column withValue(Column c, Rename.OfEnumValue rename, boolean isType) {
        ColumnType type = c.type();
        if (!isType) {
            String quoted = "'" + rename.from().replace("'", "''") + "'";
            String sql = type.sql().replace(quoted, "'" + rename.to().replace("'", "''") + "'");
            type = new ColumnType(type.family(), sql, type.nativeType(), type.enumName());
        }
        // A database that keeps enums as text keeps its defaults too; the differ changes those.
        boolean keeps = !isType && type.sql().equals(c.type().sql());
        return new Column(
                c.name(),
                type,
                c.arity(),
                keeps ? c.defaultValue() : renamedDefault(c.defaultValue(), rename),
                c.defaultName(),
                c.autoIncrement(),
                c.filledByClient(),
                c.comment());
    }

    private static @Nullable ColumnDefault renamedDefault(@Nullable ColumnDefault value, Rename.OfEnumValue rename) {
        UnaryOperator<Object> renamed = v -> v.equals(rename.from()) ? rename.to() : v;
        if (value instanceof ColumnDefault.Literal literal) {
            return new ColumnDefault.Literal(renamed.apply(literal.value()));
        } else if (value instanceof ColumnDefault.ListLiteral list) {
            return new ColumnDefault.ListLiteral(
                    list.values().stream().map(renamed).toList());
        }
        return value;
    }
}
