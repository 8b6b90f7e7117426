package dev.prisma4j.migrate.mysql;

import dev.prisma4j.migrate.ddl.DdlRenderer;
import dev.prisma4j.migrate.diff.ColumnChange;
import dev.prisma4j.migrate.diff.Step;
import dev.prisma4j.migrate.diff.TableChange;
import dev.prisma4j.migrate.table.Column;
import dev.prisma4j.migrate.table.ColumnDefault;
import dev.prisma4j.migrate.table.ColumnType;
import dev.prisma4j.migrate.table.ForeignKey;
import dev.prisma4j.migrate.table.Index;
import dev.prisma4j.migrate.table.IndexColumn;
import dev.prisma4j.migrate.table.ObjectName;
import dev.prisma4j.migrate.table.Table;
import dev.prisma4j.migrate.table.TypeFamily;
import dev.prisma4j.schema.model.NativeType;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The DDL of MySQL and MariaDB. */
public final class MysqlRenderer extends DdlRenderer {
    private static final Pattern MOMENT =
            Pattern.compile("(\\d{4}-\\d\\d-\\d\\d) (\\d\\d:\\d\\d:\\d\\d)(\\.\\d+)? ([+-]\\d\\d:\\d\\d)");
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    @Override
    public String quote(String name) {
        return "`" + name.replace("`", "``") + "`";
    }

    @Override
    public String qualified(ObjectName name) {
        return quote(name.name());
    }

    // ---- tables

    @Override
    protected List<String> createTable(Table table) {
        List<String> columns = new ArrayList<>();
        table.columns().forEach(c -> columns.add(INDENT + column(table, c)));
        List<String> keys = new ArrayList<>();
        table.indexes()
                .forEach(i -> keys.add(INDENT + prefix(i) + "INDEX " + quote(i.name()) + indexColumns(i.columns())));
        if (table.primaryKey() != null) {
            keys.add(INDENT + "PRIMARY KEY " + indexColumns(table.primaryKey().columns()));
        }
        String keyText = keys.isEmpty() ? "" : ",\n\n" + String.join(",\n", keys);
        return List.of("CREATE TABLE " + qualified(table.name()) + " (\n" + String.join(",\n", columns) + keyText
                + "\n) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci");
    }

    @Override
    protected String column(Table table, Column column) {
        String value = column.autoIncrement() ? null : defaultSql(column);
        return quote(column.name()) + " " + column.type().sql() + (column.isRequired() ? " NOT NULL" : " NULL")
                + (column.autoIncrement() ? " AUTO_INCREMENT" : "")
                + (value == null ? "" : " DEFAULT " + value);
    }

    private @Nullable String defaultSql(Column column) {
        ColumnDefault value = column.defaultValue();
        if (value instanceof ColumnDefault.Now) {
            return now(column);
        } else if (value instanceof ColumnDefault.Expression expression) {
            return expression.sql();
        } else if (value instanceof ColumnDefault.Literal literal) {
            return literal(column.type().family(), literal.value());
        } else if (value == null) {
            return null;
        }
        throw new IllegalStateException("MySQL has no default " + value);
    }

    /** Days and times of day take only an expression, which MySQL wants in parentheses. */
    private static String now(Column column) {
        NativeType type = column.type().nativeType();
        return switch (type == null ? "" : type.name()) {
            case "Date" -> "(CURRENT_DATE)";
            case "Time" -> "(CURRENT_TIME" + precision(column) + ")";
            default -> "CURRENT_TIMESTAMP" + precision(column);
        };
    }

    private static String precision(Column column) {
        NativeType type = column.type().nativeType();
        return type == null || type.arguments().isEmpty()
                ? ""
                : "(" + type.arguments().get(0) + ")";
    }

    private static String literal(TypeFamily family, Object value) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        } else if (value instanceof Boolean) {
            return String.valueOf(value);
        } else if (value instanceof ColumnDefault.Bytes bytes) {
            return "0x" + bytes.hex();
        }
        String text = String.valueOf(value);
        return MysqlTypes.literal(family == TypeFamily.DATE_TIME ? withoutOffset(text) : text);
    }

    /** The same moment in UTC. Not every version takes an offset within a literal, and none keeps it. */
    private static String withoutOffset(String text) {
        Matcher moment = MOMENT.matcher(text);
        if (!moment.matches()) {
            return text;
        }
        LocalDateTime local = LocalDateTime.parse(moment.group(1) + "T" + moment.group(2));
        LocalDateTime utc = local.minusSeconds(ZoneOffset.of(moment.group(4)).getTotalSeconds());
        String fraction = moment.group(3) == null ? "" : moment.group(3);
        return utc.toLocalDate() + " " + utc.toLocalTime().format(SECONDS) + fraction;
    }

    @Override
    protected List<String> alterTable(Step.AlterTable step) {
        List<String> clauses = new ArrayList<>();
        for (TableChange change : step.changes()) {
            if (change instanceof TableChange.DropPrimaryKey) {
                clauses.add("DROP PRIMARY KEY");
            } else if (change instanceof TableChange.DropColumn c) {
                clauses.add("DROP COLUMN " + quote(c.column().name()));
            } else if (change instanceof TableChange.AddColumn c) {
                clauses.add("ADD COLUMN " + column(step.to(), c.column()));
            } else if (change instanceof TableChange.AlterColumn c) {
                clauses.add(alterColumn(step.to(), c.to(), c.change()));
            } else if (change instanceof TableChange.RecreateColumn c) {
                clauses.add("DROP COLUMN " + quote(c.from().name()));
                clauses.add("ADD COLUMN " + column(step.to(), c.to()));
            } else if (change instanceof TableChange.AddPrimaryKey c) {
                clauses.add("ADD PRIMARY KEY " + indexColumns(c.key().columns()));
            }
        }
        return clauses.isEmpty()
                ? List.of()
                : List.of("ALTER TABLE " + qualified(step.to().name()) + " " + String.join(",\n    ", clauses));
    }

    private String alterColumn(Table table, Column to, ColumnChange change) {
        if (change.onlyDefault() && to.defaultValue() == null) {
            return "ALTER COLUMN " + quote(to.name()) + " DROP DEFAULT";
        }
        return "MODIFY " + column(table, to);
    }

    /** The column takes both values while the rows are changed. */
    @Override
    protected List<String> renameEnumValue(Step.RenameEnumValue step) {
        List<String> statements = new ArrayList<>();
        String to = MysqlTypes.literal(step.to());
        for (Step.EnumUse use : step.uses()) {
            Column before = use.from();
            String both = before.type().sql().replaceFirst("\\)$", Matcher.quoteReplacement(", " + to + ")"));
            Column between = new Column(
                    before.name(),
                    new ColumnType(before.type().family(), both, null, null),
                    before.arity(),
                    before.defaultValue(),
                    null,
                    false,
                    false,
                    null);
            statements.add(modify(use.table(), between));
            statements.add(updateValue(use.table(), before, MysqlTypes.literal(step.from()), to));
            statements.add(modify(use.table(), use.to()));
        }
        return statements;
    }

    private String modify(Table table, Column column) {
        return "ALTER TABLE " + qualified(table.name()) + " MODIFY " + column(table, column);
    }

    // ---- indexes and keys

    private static String prefix(Index index) {
        return switch (index.kind()) {
            case UNIQUE -> "UNIQUE ";
            case FULLTEXT -> "FULLTEXT ";
            case SPATIAL -> "SPATIAL ";
            case NORMAL -> "";
        };
    }

    @Override
    protected String indexColumn(IndexColumn column) {
        return quote(column.name()) + (column.length() == null ? "" : "(" + column.length() + ")") + direction(column);
    }

    @Override
    protected List<String> createIndex(Table table, Index index) {
        return List.of("CREATE " + prefix(index) + "INDEX " + quote(index.name()) + " ON " + qualified(table.name())
                + indexColumns(index.columns()));
    }

    @Override
    protected List<String> dropIndex(Table table, Index index) {
        return List.of("DROP INDEX " + quote(index.name()) + " ON " + qualified(table.name()));
    }

    @Override
    protected List<String> renameIndex(Table table, Index from, Index to) {
        return List.of("ALTER TABLE " + qualified(table.name()) + " RENAME INDEX " + quote(from.name()) + " TO "
                + quote(to.name()));
    }

    @Override
    protected List<String> dropForeignKey(Table table, ForeignKey key) {
        return List.of(
                "ALTER TABLE " + qualified(table.name()) + " DROP FOREIGN KEY " + quote(String.valueOf(key.name())));
    }
}
