package dev.prisma4j.migrate.sqlserver;

import dev.prisma4j.migrate.diff.ColumnChange;
import dev.prisma4j.migrate.diff.Step;
import dev.prisma4j.migrate.diff.TableChange;
import dev.prisma4j.migrate.table.Column;
import dev.prisma4j.migrate.table.ObjectName;
import java.util.ArrayList;
import java.util.List;

/**
 * ALTER TABLE takes one kind of change at a time here: constraints are dropped, columns altered, columns dropped,
 * constraints added, columns added, each in a statement of its own.
 */
final class SqlServerAlterTable {
    private final SqlServerRenderer renderer;
    private final Step.AlterTable step;
    private final List<String> droppedConstraints = new ArrayList<>();
    private final List<String> renames = new ArrayList<>();
    private final List<String> altered = new ArrayList<>();
    private final List<String> droppedColumns = new ArrayList<>();
    private final List<String> addedConstraints = new ArrayList<>();
    private final List<String> addedColumns = new ArrayList<>();

    SqlServerAlterTable(SqlServerRenderer renderer, Step.AlterTable step) {
        this.renderer = renderer;
        this.step = step;
    }

    List<String> statements() {
        step.changes().forEach(this::add);
        String table = "ALTER TABLE " + renderer.qualified(step.from().name()) + " ";
        List<String> statements = new ArrayList<>();
        if (!droppedConstraints.isEmpty()) {
            statements.add(table + "DROP CONSTRAINT " + String.join(",\n", droppedConstraints));
        }
        statements.addAll(renames);
        altered.forEach(clause -> statements.add(table + "ALTER COLUMN " + clause));
        if (!droppedColumns.isEmpty()) {
            statements.add(table + "DROP COLUMN " + String.join(",\n", droppedColumns));
        }
        if (!addedConstraints.isEmpty()) {
            statements.add(table + "ADD " + String.join(", ", addedConstraints));
        }
        if (!addedColumns.isEmpty()) {
            statements.add(table + "ADD " + String.join(",\n", addedColumns));
        }
        return statements;
    }

    private void add(TableChange change) {
        if (change instanceof TableChange.DropPrimaryKey c) {
            droppedConstraints.add(renderer.quote(String.valueOf(c.key().name())));
        } else if (change instanceof TableChange.RenamePrimaryKey c) {
            ObjectName table = step.from().name();
            String namespace = table.namespace() == null ? "dbo" : table.namespace();
            renames.add("EXEC SP_RENAME N'" + (namespace + "." + c.from().name()).replace("'", "''") + "', N'"
                    + String.valueOf(c.to().name()).replace("'", "''") + "'");
        } else if (change instanceof TableChange.DropColumn c) {
            dropColumn(c.column());
        } else if (change instanceof TableChange.AddColumn c) {
            addedColumns.add(renderer.columnOf(step.to(), c.column()));
        } else if (change instanceof TableChange.RecreateColumn c) {
            dropColumn(c.from());
            addedColumns.add(renderer.columnOf(step.to(), c.to()));
        } else if (change instanceof TableChange.AlterColumn c) {
            alterColumn(c.from(), c.to(), c.change());
        } else if (change instanceof TableChange.AddPrimaryKey c) {
            addedConstraints.add(renderer.keyOf(c.key()));
        }
    }

    private void dropDefault(Column column) {
        if (renderer.defaultOf(column) != null && column.defaultName() != null) {
            droppedConstraints.add(renderer.quote(column.defaultName()));
        }
    }

    private void dropColumn(Column column) {
        dropDefault(column);
        droppedColumns.add(renderer.quote(column.name()));
    }

    /** A default hangs on its column: it goes before the column is altered and comes back afterwards. */
    private void alterColumn(Column from, Column to, ColumnChange change) {
        dropDefault(from);
        if (!change.onlyDefault()) {
            altered.add(renderer.quote(to.name()) + " " + to.type().sql() + (to.isRequired() ? " NOT NULL" : " NULL"));
        }
        String value = renderer.defaultOf(to);
        if (value != null) {
            addedConstraints.add("CONSTRAINT " + renderer.quote(String.valueOf(to.defaultName())) + " DEFAULT " + value
                    + " FOR " + renderer.quote(to.name()));
        }
    }
}
