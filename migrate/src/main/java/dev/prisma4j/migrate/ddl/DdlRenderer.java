package dev.prisma4j.migrate.ddl;

import dev.prisma4j.migrate.diff.Step;
import dev.prisma4j.migrate.table.Column;
import dev.prisma4j.migrate.table.ForeignKey;
import dev.prisma4j.migrate.table.Index;
import dev.prisma4j.migrate.table.IndexColumn;
import dev.prisma4j.migrate.table.ObjectName;
import dev.prisma4j.migrate.table.Table;
import dev.prisma4j.schema.model.ReferentialAction;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes the statements of each kind of step. What most databases share is here; each overrides what it says
 * differently. Statements have no semicolon at the end.
 */
public abstract class DdlRenderer {
    /** The indentation of a line within CREATE TABLE. */
    protected static final String INDENT = "    ";

    /** The statements of a step, in order. */
    public final List<String> statements(Step step) {
        if (step instanceof Step.CreateTable s) {
            return createTable(s.table());
        } else if (step instanceof Step.AlterTable s) {
            return alterTable(s);
        } else if (step instanceof Step.RedefineTables s) {
            return redefineTables(s);
        } else if (step instanceof Step.CreateIndex s) {
            return createIndex(s.table(), s.index());
        } else if (step instanceof Step.DropIndex s) {
            return dropIndex(s.table(), s.index());
        } else if (step instanceof Step.AddForeignKey s) {
            return addForeignKey(s.table(), s.key());
        } else if (step instanceof Step.DropForeignKey s) {
            return dropForeignKey(s.table(), s.key());
        } else if (step instanceof Step.DropTable s) {
            return dropTable(s.table());
        } else if (step instanceof Step.RenameIndex s) {
            return renameIndex(s.table(), s.from(), s.to());
        } else if (step instanceof Step.RenameForeignKey s) {
            return renameForeignKey(s.table(), s.from(), s.to());
        } else if (step instanceof Step.RedefineIndex s) {
            return redefineIndex(s.table(), s.from(), s.to());
        } else if (step instanceof Step.AlterPrimaryKey s) {
            return alterPrimaryKey(s.from(), s.to());
        } else if (step instanceof Step.DropView s) {
            return List.of("DROP VIEW " + qualified(s.view().name()));
        } else if (step instanceof Step.RenameTable s) {
            return renameTable(s.from(), s.to());
        } else if (step instanceof Step.RenameColumn s) {
            return renameColumn(s.table(), s.from(), s.to());
        } else if (step instanceof Step.RenameEnum s) {
            return List.of("ALTER TYPE " + qualified(s.from()) + " RENAME TO " + quote(s.to().name()));
        } else if (step instanceof Step.RenameEnumValue s) {
            return renameEnumValue(s);
        }
        return statementsOfTypes(step);
    }

    // ---- renames that somebody declared

    protected List<String> renameTable(ObjectName from, ObjectName to) {
        return List.of("ALTER TABLE " + qualified(from) + " RENAME TO " + quote(to.name()));
    }

    protected List<String> renameColumn(ObjectName table, String from, String to) {
        return List.of("ALTER TABLE " + qualified(table) + " RENAME COLUMN " + quote(from) + " TO " + quote(to));
    }

    /** Where enums are no types of their own, the rows that hold the value are changed. */
    protected List<String> renameEnumValue(Step.RenameEnumValue step) {
        return step.uses().stream()
                .map(use -> updateValue(use.table(), use.to(), stringLiteral(step.from()), stringLiteral(step.to())))
                .toList();
    }

    /** Puts one literal in the place of another in a column. */
    protected final String updateValue(Table table, Column column, String from, String to) {
        String name = quote(column.name());
        return "UPDATE " + qualified(table.name()) + " SET " + name + " = " + to + " WHERE " + name + " = " + from;
    }

    /** The statements of steps about anything but tables: namespaces, enums, sequences, extensions. */
    protected List<String> statementsOfTypes(Step step) {
        throw new IllegalStateException("this database has no " + step.title());
    }

    /** What stands above a script. */
    public String scriptHeader() {
        return "";
    }

    /** What stands below a script. */
    public String scriptFooter() {
        return "";
    }

    /** What ends that statement in a script. */
    public String terminator(String statement) {
        return ";";
    }

    // ---- names

    /** The name quoted as an identifier. */
    public abstract String quote(String name);

    /** The name with its namespace, if it has one. */
    public String qualified(ObjectName name) {
        return name.namespace() == null ? quote(name.name()) : quote(name.namespace()) + "." + quote(name.name());
    }

    /** The names quoted and joined by comma and blank. */
    protected final String quoted(List<String> names) {
        return names.stream().map(this::quote).collect(Collectors.joining(", "));
    }

    // ---- tables

    /** The definition of a column within CREATE TABLE, without indentation. */
    protected abstract String column(Table table, Column column);

    protected abstract List<String> createTable(Table table);

    protected abstract List<String> alterTable(Step.AlterTable step);

    protected List<String> dropTable(Table table) {
        return List.of("DROP TABLE " + qualified(table.name()));
    }

    protected List<String> redefineTables(Step.RedefineTables step) {
        throw new IllegalStateException("this database never redefines tables");
    }

    protected List<String> alterPrimaryKey(Table from, Table to) {
        throw new IllegalStateException("this database alters primary keys with their tables");
    }

    // ---- indexes

    protected abstract List<String> createIndex(Table table, Index index);

    protected List<String> dropIndex(Table table, Index index) {
        return List.of("DROP INDEX " + qualified(new ObjectName(table.name().namespace(), index.name())));
    }

    protected List<String> renameIndex(Table table, Index from, Index to) {
        ObjectName name = new ObjectName(table.name().namespace(), from.name());
        return List.of("ALTER INDEX " + qualified(name) + " RENAME TO " + quote(to.name()));
    }

    protected List<String> redefineIndex(Table table, Index from, Index to) {
        throw new IllegalStateException("this database renames indexes");
    }

    /** A column of an index with its direction. */
    protected String indexColumn(IndexColumn column) {
        return quote(column.name()) + direction(column);
    }

    /** The direction, with a blank before it, if the index names one. */
    protected static String direction(IndexColumn column) {
        return column.sort() == null ? "" : " " + column.sort();
    }

    /** The columns of an index in parentheses. */
    protected final String indexColumns(List<IndexColumn> columns) {
        return columns.stream().map(this::indexColumn).collect(Collectors.joining(", ", "(", ")"));
    }

    // ---- foreign keys

    protected List<String> addForeignKey(Table table, ForeignKey key) {
        return List.of("ALTER TABLE " + qualified(table.name()) + " ADD " + foreignKey(key, ""));
    }

    protected List<String> dropForeignKey(Table table, ForeignKey key) {
        return List.of("ALTER TABLE " + qualified(table.name()) + " DROP CONSTRAINT " + quote(name(key)));
    }

    protected List<String> renameForeignKey(Table table, ForeignKey from, ForeignKey to) {
        return List.of("ALTER TABLE " + qualified(table.name()) + " RENAME CONSTRAINT " + quote(name(from)) + " TO "
                + quote(name(to)));
    }

    /** The key as a constraint; the separator stands between the referenced table and its columns. */
    protected final String foreignKey(ForeignKey key, String separator) {
        String constraint = key.name() == null ? "" : "CONSTRAINT " + quote(key.name()) + " ";
        return constraint + "FOREIGN KEY (" + quoted(key.columns()) + ") REFERENCES "
                + referencedTable(key.referencedTable()) + separator + "(" + quoted(key.referencedColumns()) + ")"
                + " ON DELETE " + action(key.onDelete()) + " ON UPDATE " + action(key.onUpdate());
    }

    /** The table that a key refers to. */
    protected String referencedTable(ObjectName name) {
        return qualified(name);
    }

    /** The SQL of an action. */
    protected String action(ReferentialAction action) {
        return switch (action) {
            case CASCADE -> "CASCADE";
            case RESTRICT -> "RESTRICT";
            case NO_ACTION -> "NO ACTION";
            case SET_NULL -> "SET NULL";
            case SET_DEFAULT -> "SET DEFAULT";
        };
    }

    private static String name(ForeignKey key) {
        if (key.name() == null) {
            throw new IllegalStateException("a foreign key without a name cannot be altered");
        }
        return key.name();
    }

    /** The text as a string literal with doubled quotes. */
    protected static String stringLiteral(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
