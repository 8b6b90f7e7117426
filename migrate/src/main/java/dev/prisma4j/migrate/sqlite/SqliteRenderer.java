package dev.prisma4j.migrate.sqlite;

import dev.prisma4j.migrate.ddl.DdlRenderer;
import dev.prisma4j.migrate.diff.ColumnComparison;
import dev.prisma4j.migrate.diff.Step;
import dev.prisma4j.migrate.diff.TableChange;
import dev.prisma4j.migrate.table.Column;
import dev.prisma4j.migrate.table.ColumnDefault;
import dev.prisma4j.migrate.table.Index;
import dev.prisma4j.migrate.table.ObjectName;
import dev.prisma4j.migrate.table.PrimaryKey;
import dev.prisma4j.migrate.table.Table;
import dev.prisma4j.migrate.table.TypeFamily;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The DDL of SQLite. */
public final class SqliteRenderer extends DdlRenderer {
    @Override
    public String quote(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    // ---- tables

    @Override
    protected List<String> createTable(Table table) {
        return List.of(createTableAs(table, table.name().name()));
    }

    private String createTableAs(Table table, String name) {
        List<String> lines = new ArrayList<>();
        for (Column column : table.columns()) {
            lines.add(INDENT + column(table, column));
        }
        PrimaryKey key = table.primaryKey();
        if (key != null && !isInline(table)) {
            String columns = key.columns().stream()
                    .map(c -> quote(c.name()) + (c.isDescending() ? " DESC" : ""))
                    .collect(Collectors.joining(", "));
            lines.add("\n" + INDENT + "PRIMARY KEY (" + columns + ")");
        }
        table.foreignKeys().forEach(fk -> lines.add(INDENT + foreignKey(fk, " ")));
        return "CREATE TABLE " + quote(name) + " (\n" + String.join(",\n", lines) + "\n)";
    }

    private static boolean isInline(Table table) {
        PrimaryKey key = table.primaryKey();
        return key != null && key.columns().size() == 1;
    }

    @Override
    protected String referencedTable(ObjectName name) {
        return quote(name.name());
    }

    @Override
    protected String column(Table table, Column column) {
        String nullability = column.isRequired() ? " NOT NULL" : "";
        String value = defaultSql(column);
        String key = "";
        if (table.hasSinglePrimaryKey(column.name())) {
            key = " PRIMARY KEY" + (column.autoIncrement() ? " AUTOINCREMENT" : "");
        }
        return quote(column.name()) + " " + column.type().sql() + nullability + key
                + (value == null ? "" : " DEFAULT " + value);
    }

    private @Nullable String defaultSql(Column column) {
        ColumnDefault value = column.defaultValue();
        if (value == null || value instanceof ColumnDefault.NextOf || value instanceof ColumnDefault.ListLiteral) {
            return null;
        } else if (value instanceof ColumnDefault.Now) {
            return "CURRENT_TIMESTAMP";
        } else if (value instanceof ColumnDefault.Expression expression) {
            return expression(expression.sql());
        } else if (value instanceof ColumnDefault.Literal literal) {
            return literal(column.type().family(), literal.value());
        }
        throw new IllegalStateException("SQLite has no default " + value);
    }

    /** SQLite takes expressions in parentheses only, but gives them back without. */
    private static @Nullable String expression(@Nullable String sql) {
        boolean bare =
                sql == null || sql.startsWith("(") || sql.matches("(?i)'.*'|[-+]?[0-9.]+|current_\\w+|null|true|false");
        return bare ? sql : "(" + sql + ")";
    }

    private static String literal(TypeFamily family, Object value) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        } else if (value instanceof ColumnDefault.Bytes bytes) {
            return "'" + bytes.hex() + "'";
        } else if (value instanceof Boolean) {
            return String.valueOf(value);
        }
        String text = String.valueOf(value);
        boolean jsonNumber = family == TypeFamily.JSON && text.matches("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");
        return jsonNumber ? text : stringLiteral(text);
    }

    @Override
    protected List<String> dropTable(Table table) {
        return List.of(
                "PRAGMA foreign_keys=off", "DROP TABLE " + quote(table.name().name()), "PRAGMA foreign_keys=on");
    }

    @Override
    protected List<String> alterTable(Step.AlterTable step) {
        List<String> statements = new ArrayList<>();
        for (TableChange change : step.changes()) {
            if (change instanceof TableChange.AddColumn add) {
                statements.add("ALTER TABLE " + quote(step.to().name().name()) + " ADD COLUMN "
                        + column(step.to(), add.column()));
            } else {
                throw new IllegalStateException("SQLite cannot alter a table by " + change);
            }
        }
        return statements;
    }

    // ---- tables made anew

    @Override
    protected List<String> redefineTables(Step.RedefineTables step) {
        List<String> statements = new ArrayList<>();
        statements.add("PRAGMA defer_foreign_keys=ON");
        statements.add("PRAGMA foreign_keys=OFF");
        for (Step.Redefinition redefinition : step.tables()) {
            redefine(redefinition, statements);
        }
        statements.add("PRAGMA foreign_keys=ON");
        statements.add("PRAGMA defer_foreign_keys=OFF");
        return statements;
    }

    private void redefine(Step.Redefinition redefinition, List<String> statements) {
        Table to = redefinition.to();
        String name = to.name().name();
        String temporary = "new_" + name;
        statements.add(createTableAs(to, temporary));
        List<ColumnComparison> kept = redefinition.comparison().commonColumns().stream()
                .sorted(Comparator.comparing((ColumnComparison c) -> c.to().name()))
                .toList();
        if (!kept.isEmpty()) {
            String columns = quoted(kept.stream().map(c -> c.to().name()).toList());
            String values = kept.stream().map(this::copied).collect(Collectors.joining(", "));
            statements.add("INSERT INTO " + quote(temporary) + " (" + columns + ") SELECT " + values + " FROM "
                    + quote(redefinition.from().name().name()));
        }
        statements.add("DROP TABLE " + quote(redefinition.from().name().name()));
        statements.add("ALTER TABLE " + quote(temporary) + " RENAME TO " + quote(name));
        to.indexes().forEach(index -> statements.addAll(createIndex(to, index)));
    }

    /** What goes into a column: where it becomes required and has a default, that instead of null. */
    private String copied(ColumnComparison column) {
        String name = quote(column.to().name());
        boolean becomesRequired = column.to().isRequired() && !column.from().isRequired();
        String value = becomesRequired ? defaultSql(column.to()) : null;
        return value == null ? name : "coalesce(" + name + ", " + value + ") AS " + name;
    }

    // ---- indexes

    @Override
    protected List<String> createIndex(Table table, Index index) {
        String unique = index.isUnique() ? "UNIQUE " : "";
        String where = index.predicate() == null ? "" : " WHERE " + index.predicate();
        String statement = "CREATE " + unique + "INDEX " + quote(index.name()) + " ON "
                + quote(table.name().name()) + indexColumns(index.columns()) + where;
        // Names that begin like SQLite's own are taken only this way; introspected schemas have them.
        return index.name().startsWith("sqlite_")
                ? List.of("Pragma writable_schema=1", statement, "Pragma writable_schema=0")
                : List.of(statement);
    }

    @Override
    protected List<String> redefineIndex(Table table, Index from, Index to) {
        List<String> statements = new ArrayList<>(dropIndex(table, from));
        statements.addAll(createIndex(table, to));
        return statements;
    }
}
