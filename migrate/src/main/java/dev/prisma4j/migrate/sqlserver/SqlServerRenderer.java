package dev.prisma4j.migrate.sqlserver;

import dev.prisma4j.migrate.ddl.DdlRenderer;
import dev.prisma4j.migrate.diff.ColumnComparison;
import dev.prisma4j.migrate.diff.Step;
import dev.prisma4j.migrate.table.Column;
import dev.prisma4j.migrate.table.ColumnDefault;
import dev.prisma4j.migrate.table.ForeignKey;
import dev.prisma4j.migrate.table.Index;
import dev.prisma4j.migrate.table.ObjectName;
import dev.prisma4j.migrate.table.PrimaryKey;
import dev.prisma4j.migrate.table.Table;
import dev.prisma4j.migrate.table.TypeFamily;
import dev.prisma4j.schema.model.ReferentialAction;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The DDL of SQL Server. A script is one transaction. */
public final class SqlServerRenderer extends DdlRenderer {
    @Override
    public String scriptHeader() {
        return "BEGIN TRY\n\nBEGIN TRAN;\n\n";
    }

    @Override
    public String scriptFooter() {
        return """

                COMMIT TRAN;

                END TRY
                BEGIN CATCH

                IF @@TRANCOUNT > 0
                BEGIN
                    ROLLBACK TRAN;
                END;
                THROW

                END CATCH
                """;
    }

    @Override
    public String quote(String name) {
        return "[" + name.replace("]", "]]") + "]";
    }

    @Override
    public String qualified(ObjectName name) {
        return quote(namespace(name)) + "." + quote(name.name());
    }

    private static String namespace(ObjectName name) {
        return name.namespace() == null ? "dbo" : name.namespace();
    }

    // ---- tables

    @Override
    protected List<String> renameTable(ObjectName from, ObjectName to) {
        return List.of("EXEC SP_RENAME N" + stringLiteral(qualified(from)) + ", N" + stringLiteral(to.name()));
    }

    @Override
    protected List<String> renameColumn(ObjectName table, String from, String to) {
        return List.of("EXEC SP_RENAME N" + stringLiteral(qualified(table) + "." + quote(from)) + ", N"
                + stringLiteral(to) + ", N'COLUMN'");
    }

    @Override
    protected List<String> createTable(Table table) {
        return List.of(createTableAs(table, table.name()));
    }

    private String createTableAs(Table table, ObjectName name) {
        List<String> lines = new ArrayList<>();
        table.columns().forEach(c -> lines.add(INDENT + column(table, c)));
        if (table.primaryKey() != null) {
            lines.add(INDENT + primaryKey(table.primaryKey()));
        }
        table.indexes().stream().filter(Index::isUnique).forEach(i -> lines.add(INDENT + uniqueConstraint(i)));
        return "CREATE TABLE " + qualified(name) + " (\n" + String.join(",\n", lines) + "\n)";
    }

    private String primaryKey(PrimaryKey key) {
        String name = key.name() == null ? "" : "CONSTRAINT " + quote(key.name()) + " ";
        boolean clustered = key.clustered() == null || key.clustered();
        return name + "PRIMARY KEY " + (clustered ? "CLUSTERED" : "NONCLUSTERED") + " ("
                + key.columns().stream().map(this::indexColumn).collect(Collectors.joining(",")) + ")";
    }

    private String uniqueConstraint(Index index) {
        boolean clustered = Boolean.TRUE.equals(index.clustered());
        return "CONSTRAINT " + quote(index.name()) + " UNIQUE " + (clustered ? "CLUSTERED" : "NONCLUSTERED") + " ("
                + index.columns().stream().map(this::indexColumn).collect(Collectors.joining(",")) + ")";
    }

    @Override
    protected String column(Table table, Column column) {
        String value = defaultSql(column);
        String constraint =
                value == null ? "" : " CONSTRAINT " + quote(String.valueOf(column.defaultName())) + " DEFAULT " + value;
        return quote(column.name()) + " " + column.type().sql() + (column.isRequired() ? " NOT NULL" : "")
                + (column.autoIncrement() ? " IDENTITY(1,1)" : "") + constraint;
    }

    private @Nullable String defaultSql(Column column) {
        ColumnDefault value = column.defaultValue();
        if (value == null || column.autoIncrement()) {
            return null;
        } else if (value instanceof ColumnDefault.Now) {
            return "CURRENT_TIMESTAMP";
        } else if (value instanceof ColumnDefault.Expression expression) {
            return expression.sql();
        } else if (value instanceof ColumnDefault.Literal literal) {
            return literal(column.type().family(), literal.value());
        }
        throw new IllegalStateException("SQL Server has no default " + value);
    }

    private static String literal(TypeFamily family, Object value) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        } else if (value instanceof Boolean bool) {
            return bool ? "1" : "0";
        } else if (value instanceof ColumnDefault.Bytes bytes) {
            return "0x" + bytes.hex();
        }
        return stringLiteral(String.valueOf(value));
    }

    /** The SQL of a column's default, for ALTER TABLE. */
    @Nullable
    String defaultOf(Column column) {
        return defaultSql(column);
    }

    /** The constraint of a primary key, for ALTER TABLE. */
    String keyOf(PrimaryKey key) {
        return primaryKey(key);
    }

    /** The definition of a column, for ALTER TABLE. */
    String columnOf(Table table, Column column) {
        return column(table, column);
    }

    @Override
    protected List<String> alterTable(Step.AlterTable step) {
        return new SqlServerAlterTable(this, step).statements();
    }

    @Override
    protected List<String> redefineTables(Step.RedefineTables step) {
        List<String> statements = new ArrayList<>();
        for (Step.Redefinition redefinition : step.tables()) {
            redefine(redefinition, statements);
        }
        return statements;
    }

    private void redefine(Step.Redefinition redefinition, List<String> statements) {
        Table from = redefinition.from();
        Table to = redefinition.to();
        ObjectName temporary =
                new ObjectName(to.name().namespace(), "_prisma_new_" + to.name().name());
        from.indexes().stream().filter(i -> !i.isUnique()).forEach(i -> statements.addAll(dropIndex(from, i)));
        statements.add("DECLARE @SQL NVARCHAR(MAX) = N''\n"
                + "SELECT @SQL += N'ALTER TABLE ' + QUOTENAME(OBJECT_SCHEMA_NAME(parent_object_id)) + '.'"
                + " + QUOTENAME(OBJECT_NAME(parent_object_id)) + ' DROP CONSTRAINT ' + QUOTENAME(name) + ';'\n"
                + "FROM sys.objects\nWHERE type IN ('D', 'C', 'F', 'PK', 'UQ') AND parent_object_id = OBJECT_ID("
                + stringLiteral(qualified(from.name())) + ")\nEXEC sp_executesql @SQL");
        statements.add(createTableAs(to, temporary));
        boolean identity = to.columns().stream().anyMatch(Column::autoIncrement);
        if (identity) {
            statements.add("SET IDENTITY_INSERT " + qualified(temporary) + " ON");
        }
        String columns = redefinition.comparison().commonColumns().stream()
                .map(ColumnComparison::to)
                .map(Column::name)
                .sorted()
                .map(this::quote)
                .collect(Collectors.joining(","));
        if (!columns.isEmpty()) {
            statements.add("IF EXISTS(SELECT * FROM " + qualified(from.name()) + ")\n    EXEC("
                    + stringLiteral("INSERT INTO " + qualified(temporary) + " (" + columns + ") SELECT " + columns
                            + " FROM " + qualified(from.name()) + " WITH (HOLDLOCK TABLOCKX)")
                    + ")");
        }
        if (identity) {
            statements.add("SET IDENTITY_INSERT " + qualified(temporary) + " OFF");
        }
        statements.add("DROP TABLE " + qualified(from.name()));
        statements.add("EXEC SP_RENAME N" + stringLiteral(namespace(temporary) + "." + temporary.name()) + ", N"
                + stringLiteral(to.name().name()));
        to.indexes().stream().filter(i -> !i.isUnique()).forEach(i -> statements.addAll(createIndex(to, i)));
    }

    // ---- indexes and keys

    @Override
    protected List<String> createIndex(Table table, Index index) {
        String unique = index.isUnique() ? "UNIQUE " : "";
        boolean clustered = Boolean.TRUE.equals(index.clustered());
        String where = index.predicate() == null ? "" : " WHERE (" + index.predicate() + ")";
        return List.of("CREATE " + unique + (clustered ? "CLUSTERED" : "NONCLUSTERED") + " INDEX " + quote(index.name())
                + " ON " + qualified(table.name()) + indexColumns(index.columns()) + where);
    }

    @Override
    protected List<String> dropIndex(Table table, Index index) {
        return List.of(
                index.isUnique()
                        ? "ALTER TABLE " + qualified(table.name()) + " DROP CONSTRAINT " + quote(index.name())
                        : "DROP INDEX " + quote(index.name()) + " ON " + qualified(table.name()));
    }

    @Override
    protected List<String> renameIndex(Table table, Index from, Index to) {
        String path = namespace(table.name()) + "." + table.name().name() + "." + from.name();
        return List.of("EXEC SP_RENAME N" + stringLiteral(path) + ", N" + stringLiteral(to.name()) + ", N'INDEX'");
    }

    @Override
    protected List<String> renameForeignKey(Table table, ForeignKey from, ForeignKey to) {
        String path = namespace(table.name()) + "." + from.name();
        return List.of("EXEC sp_rename " + stringLiteral(path) + ", " + stringLiteral(String.valueOf(to.name()))
                + ", 'OBJECT'");
    }

    /** RESTRICT is unknown here and means the same as NO ACTION. */
    @Override
    protected String action(ReferentialAction action) {
        return action == ReferentialAction.RESTRICT ? "NO ACTION" : super.action(action);
    }

    @Override
    protected List<String> statementsOfTypes(Step step) {
        if (step instanceof Step.CreateSchema s) {
            // CREATE SCHEMA has to be the only statement of its batch.
            return List.of("EXEC sp_executesql N" + stringLiteral("CREATE SCHEMA " + quote(s.namespace()) + ";"));
        } else if (step instanceof Step.DropUserDefinedType s) {
            return List.of("DROP TYPE " + qualified(s.type()));
        }
        return super.statementsOfTypes(step);
    }
}
