package dev.prisma4j.migrate.postgresql;

import dev.prisma4j.migrate.ddl.DdlRenderer;
import dev.prisma4j.migrate.diff.Step;
import dev.prisma4j.migrate.table.Column;
import dev.prisma4j.migrate.table.ColumnDefault;
import dev.prisma4j.migrate.table.ColumnType;
import dev.prisma4j.migrate.table.EnumDefinition;
import dev.prisma4j.migrate.table.Extension;
import dev.prisma4j.migrate.table.Index;
import dev.prisma4j.migrate.table.IndexColumn;
import dev.prisma4j.migrate.table.ObjectName;
import dev.prisma4j.migrate.table.PrimaryKey;
import dev.prisma4j.migrate.table.Table;
import dev.prisma4j.schema.model.Arity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The DDL of PostgreSQL. */
public class PostgresRenderer extends DdlRenderer {
    private static final String MANY_VALUES = """
            -- This migration adds more than one value to an enum.
            -- With PostgreSQL versions 11 and earlier, this is not possible
            -- in a single migration. This can be worked around by creating
            -- multiple migrations, each migration adding only one value to
            -- the enum.


            """;

    @Override
    public String quote(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    // ---- tables

    @Override
    protected List<String> createTable(Table table) {
        String columns =
                table.columns().stream().map(c -> INDENT + column(table, c)).collect(Collectors.joining(",\n"));
        PrimaryKey key = table.primaryKey();
        String keyText = key == null
                ? ""
                : ",\n\n" + INDENT + constraint(key.name()) + "PRIMARY KEY ("
                        + key.columns().stream().map(c -> primaryKeyColumn(c)).collect(Collectors.joining(",")) + ")";
        return List.of("CREATE TABLE " + qualified(table.name()) + " (\n" + columns + keyText + "\n)");
    }

    private String primaryKeyColumn(IndexColumn column) {
        return quote(column.name()) + (column.isDescending() ? " DESC" : "");
    }

    /** {@code CONSTRAINT "name" } or nothing. */
    protected final String constraint(@Nullable String name) {
        return name == null ? "" : "CONSTRAINT " + quote(name) + " ";
    }

    @Override
    protected String column(Table table, Column column) {
        String nullability = column.arity() == Arity.REQUIRED ? " NOT NULL" : "";
        String value = defaultSql(column);
        return quote(column.name()) + " " + columnType(column) + nullability
                + (value == null ? "" : " DEFAULT " + value);
    }

    /** The type of a column that is made: a serial type where it counts up. */
    protected String columnType(Column column) {
        if (column.autoIncrement()) {
            return switch (column.type().sql()) {
                case "BIGINT" -> "BIGSERIAL";
                case "SMALLINT" -> "SMALLSERIAL";
                default -> "SERIAL";
            };
        }
        return type(column);
    }

    /** The type of the values of a column. */
    protected final String type(Column column) {
        return elementType(column.type()) + (column.isList() ? "[]" : "");
    }

    private String elementType(ColumnType type) {
        return type.enumName() == null ? type.sql() : qualified(type.enumName());
    }

    /** The SQL of the default, or null if the column is made without one. */
    protected @Nullable String defaultSql(Column column) {
        ColumnDefault value = column.defaultValue();
        if (value == null || column.autoIncrement()) {
            return null;
        } else if (value instanceof ColumnDefault.Literal literal) {
            return literal(literal.value());
        } else if (value instanceof ColumnDefault.ListLiteral list) {
            String elements = list.values().stream().map(this::literal).collect(Collectors.joining(", "));
            return "ARRAY[" + elements + "]::" + type(column);
        } else if (value instanceof ColumnDefault.Now) {
            return "CURRENT_TIMESTAMP";
        } else if (value instanceof ColumnDefault.UniqueRowId) {
            return "unique_rowid()";
        } else if (value instanceof ColumnDefault.NextOf next) {
            return "nextval('" + next.sequence().replace("'", "''") + "'::regclass)";
        } else if (value instanceof ColumnDefault.Expression expression) {
            return expression.sql();
        }
        throw new IllegalStateException("unknown default " + value);
    }

    private String literal(Object value) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        } else if (value instanceof ColumnDefault.Bytes bytes) {
            return "'\\x" + bytes.hex() + "'";
        } else if (value instanceof Boolean) {
            return String.valueOf(value);
        }
        return stringLiteral(String.valueOf(value));
    }

    @Override
    protected List<String> alterTable(Step.AlterTable step) {
        return new PostgresAlterTable(this, step).statements();
    }

    /** One statement with all clauses, or one for each. */
    protected List<String> joinClauses(String start, List<String> clauses) {
        return clauses.isEmpty() ? List.of() : List.of(start + String.join(",\n", clauses));
    }

    /** The name of a new sequence, quoted only where it has to be. */
    protected final String sequenceName(String name) {
        return name.matches("[a-z_][a-z0-9_]*") ? name : quote(name);
    }

    // ---- indexes

    @Override
    protected List<String> createIndex(Table table, Index index) {
        String unique = index.isUnique() ? "UNIQUE " : "";
        String using = index.algorithm() == null ? "" : " USING " + index.algorithm() + " ";
        String where = index.predicate() == null ? "" : " WHERE (" + index.predicate() + ")";
        return List.of("CREATE " + unique + "INDEX " + quote(index.name()) + " ON " + qualified(table.name()) + using
                + indexColumns(index.columns()) + where);
    }

    @Override
    protected String indexColumn(IndexColumn column) {
        String operatorClass = column.operatorClass() == null ? "" : " " + column.operatorClass();
        return quote(column.name()) + operatorClass + direction(column);
    }

    @Override
    protected List<String> dropIndex(Table table, Index index) {
        if (index.constraint()) {
            return List.of("ALTER TABLE " + qualified(table.name()) + " DROP CONSTRAINT " + quote(index.name()));
        }
        return super.dropIndex(table, index);
    }

    // ---- namespaces, extensions, enums

    @Override
    protected List<String> renameEnumValue(Step.RenameEnumValue step) {
        return List.of("ALTER TYPE " + qualified(step.type()) + " RENAME VALUE " + stringLiteral(step.from()) + " TO "
                + stringLiteral(step.to()));
    }

    @Override
    protected List<String> statementsOfTypes(Step step) {
        if (step instanceof Step.CreateSchema s) {
            return List.of("CREATE SCHEMA IF NOT EXISTS " + quote(s.namespace()));
        } else if (step instanceof Step.CreateEnum s) {
            return List.of(createEnum(s.definition().name(), s.definition().values()));
        } else if (step instanceof Step.AlterEnum s) {
            return alterEnum(s);
        } else if (step instanceof Step.DropEnum s) {
            return List.of("DROP TYPE " + qualified(s.definition().name()));
        } else if (step instanceof Step.DropUserDefinedType s) {
            return List.of("DROP TYPE " + qualified(s.type()));
        } else if (step instanceof Step.CreateExtension s) {
            return List.of(createExtension(s.extension()));
        } else if (step instanceof Step.DropExtension s) {
            return List.of("DROP EXTENSION " + quote(s.extension().name()));
        } else if (step instanceof Step.AlterExtension s) {
            return alterExtension(s.from(), s.to());
        }
        return super.statementsOfTypes(step);
    }

    /** The statement that makes an enum. */
    protected final String createEnum(ObjectName name, List<String> values) {
        return "CREATE TYPE " + qualified(name) + " AS ENUM ("
                + values.stream().map(DdlRenderer::stringLiteral).collect(Collectors.joining(", ")) + ")";
    }

    /** Values can be added in place; to take some away the type is made anew and the columns are converted. */
    protected List<String> alterEnum(Step.AlterEnum step) {
        EnumDefinition from = step.from();
        if (step.dropped().isEmpty()) {
            List<String> statements = new ArrayList<>();
            for (String value : step.added()) {
                statements.add("ALTER TYPE " + qualified(from.name()) + " ADD VALUE " + stringLiteral(value));
            }
            if (statements.size() > 1) {
                statements.set(0, MANY_VALUES + statements.get(0));
            }
            return statements;
        }
        ObjectName temporary =
                new ObjectName(from.name().namespace(), from.name().name() + "_new");
        ObjectName old = new ObjectName(from.name().namespace(), from.name().name() + "_old");
        List<String> statements = new ArrayList<>();
        statements.add("BEGIN");
        statements.add(createEnum(temporary, step.to().values()));
        for (Step.EnumUse use : step.uses()) {
            if (use.from().defaultValue() != null) {
                String table = qualified(live(step, use.table().name()));
                statements.add("ALTER TABLE " + table + " ALTER COLUMN "
                        + quote(use.from().name()) + " DROP DEFAULT");
            }
        }
        for (Step.EnumUse use : step.uses()) {
            String array = use.from().isList() ? "[]" : "";
            statements.add(alterColumn(use) + "TYPE " + qualified(temporary) + array + " USING ("
                    + quote(use.from().name()) + "::text::" + qualified(temporary) + array + ")");
        }
        statements.add("ALTER TYPE " + qualified(from.name()) + " RENAME TO " + quote(old.name()));
        statements.add("ALTER TYPE " + qualified(temporary) + " RENAME TO "
                + quote(from.name().name()));
        statements.add("DROP TYPE " + qualified(live(step, old)));
        for (Step.EnumUse use : step.uses()) {
            String value = defaultSql(use.to());
            if (use.from().defaultValue() != null && value != null) {
                statements.add(alterColumn(use) + "SET DEFAULT " + value);
            }
        }
        statements.add("COMMIT");
        return statements;
    }

    /** What is read from a live database carries the namespace that it was found in. */
    private static ObjectName live(Step.AlterEnum step, ObjectName name) {
        return name.namespace() == null ? new ObjectName(step.ownNamespace(), name.name()) : name;
    }

    private String alterColumn(Step.EnumUse use) {
        return "ALTER TABLE " + qualified(use.table().name()) + " ALTER COLUMN "
                + quote(use.from().name()) + " ";
    }

    private String createExtension(Extension extension) {
        String version = extension.version() == null ? "" : " VERSION " + quote(extension.version());
        String namespace = extension.namespace() == null ? "" : " SCHEMA " + quote(extension.namespace());
        String with = version.isEmpty() && namespace.isEmpty() ? "" : " WITH";
        return "CREATE EXTENSION IF NOT EXISTS " + quote(extension.name()) + with + namespace + version;
    }

    private List<String> alterExtension(Extension from, Extension to) {
        List<String> statements = new ArrayList<>();
        String name = quote(to.name());
        if (to.version() != null && !to.version().equals(from.version())) {
            statements.add("ALTER EXTENSION " + name + " UPDATE TO " + quote(to.version()));
        }
        if (to.namespace() != null && !to.namespace().equals(from.namespace())) {
            statements.add("ALTER EXTENSION " + name + " SET SCHEMA " + quote(to.namespace()));
        }
        return statements;
    }
}
