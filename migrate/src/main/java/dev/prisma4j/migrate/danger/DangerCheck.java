package dev.prisma4j.migrate.danger;

import dev.prisma4j.migrate.diff.ColumnChange;
import dev.prisma4j.migrate.diff.ColumnComparison;
import dev.prisma4j.migrate.diff.Migration;
import dev.prisma4j.migrate.diff.Step;
import dev.prisma4j.migrate.diff.TableChange;
import dev.prisma4j.migrate.diff.TypeChange;
import dev.prisma4j.migrate.table.Column;
import dev.prisma4j.migrate.table.PrimaryKey;
import dev.prisma4j.migrate.table.Table;
import dev.prisma4j.schema.model.Arity;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks at every step of a migration for what it may lose and what it cannot do. With row counts at hand only real dangers
 * are told, with numbers; without, every possible one.
 */
public final class DangerCheck {
    private final Migration migration;
    private final DangerRules rules;
    private final RowCounts counts;
    private final DangerMessages messages;
    private final List<DataLoss.Finding> warnings = new ArrayList<>();
    private final List<DataLoss.Finding> unexecutable = new ArrayList<>();
    private int step;

    private DangerCheck(Migration migration, DangerRules rules, RowCounts counts) {
        this.migration = migration;
        this.rules = rules;
        this.counts = counts;
        this.messages = new DangerMessages(rules);
    }

    /** The dangers of a migration. */
    public static DataLoss of(Migration migration, DangerRules rules, RowCounts counts) {
        DangerCheck check = new DangerCheck(migration, rules, counts);
        for (check.step = 0; check.step < migration.steps().size(); check.step++) {
            check.look(migration.steps().get(check.step));
        }
        return new DataLoss(check.warnings, check.unexecutable);
    }

    private void look(Step current) {
        if (current instanceof Step.DropTable drop) {
            dropTable(drop.table());
        } else if (current instanceof Step.AlterTable alter) {
            alterTable(alter);
        } else if (current instanceof Step.RedefineTables redefine) {
            redefine.tables().forEach(this::redefineTable);
        } else if (current instanceof Step.CreateIndex create) {
            createIndex(create);
        } else if (current instanceof Step.AlterEnum alter && !alter.dropped().isEmpty()) {
            warn(messages.enumValuesRemoved(alter.from().name().name(), alter.dropped()));
        }
    }

    private void warn(String message) {
        warnings.add(new DataLoss.Finding(step, message));
    }

    private void forbid(String message) {
        unexecutable.add(new DataLoss.Finding(step, message));
    }

    private void dropTable(Table table) {
        Long rows = counts.rows(table.name());
        if (rows == null || rows > 0) {
            warn(messages.tableDropped(table, rows));
        }
    }

    private void createIndex(Step.CreateIndex create) {
        boolean existing = migration.from().table(create.table().name()).isPresent();
        if (create.index().isUnique() && existing) {
            warn(messages.uniqueAdded(create.table(), create.index().columnNames()));
        }
    }

    private void alterTable(Step.AlterTable alter) {
        Table table = alter.from();
        boolean dropsKey = alter.changes().stream().anyMatch(c -> c instanceof TableChange.DropPrimaryKey);
        if (dropsKey) {
            primaryKeyChanged(table);
        }
        for (TableChange change : alter.changes()) {
            if (change instanceof TableChange.DropColumn drop) {
                dropColumn(table, drop.column());
            } else if (change instanceof TableChange.AddColumn add) {
                addColumn(table, add.column());
            } else if (change instanceof TableChange.AlterColumn c) {
                alterColumn(table, c.from(), c.to(), c.change(), false);
            } else if (change instanceof TableChange.RecreateColumn c) {
                recreateColumn(table, c.from(), c.to());
            }
        }
    }

    private void redefineTable(Step.Redefinition redefinition) {
        Table table = redefinition.from();
        if (redefinition.comparison().dropsPrimaryKey() || changesKeyType(redefinition)) {
            primaryKeyChanged(table);
        }
        redefinition.comparison().droppedColumns().forEach(column -> dropColumn(table, column));
        redefinition.comparison().addedColumns().forEach(column -> addColumn(table, column));
        for (ColumnComparison column : redefinition.comparison().commonColumns()) {
            if (column.change().type() == TypeChange.NOT_CASTABLE) {
                recreateColumn(table, column.from(), column.to());
            } else if (column.change().any()) {
                boolean fills =
                        column.to().defaultValue() != null; // rows are copied, with the default instead of nothing
                alterColumn(table, column.from(), column.to(), column.change(), fills);
            }
        }
    }

    private static boolean changesKeyType(Step.Redefinition redefinition) {
        PrimaryKey key = redefinition.from().primaryKey();
        return key != null
                && redefinition.comparison().commonColumns().stream()
                        .anyMatch(c -> c.change().type() != null
                                && key.columnNames().contains(c.from().name()));
    }

    private void primaryKeyChanged(Table table) {
        Long rows = counts.rows(table.name());
        if (rows == null || rows > 0) {
            warn(messages.primaryKeyChanged(table));
        }
    }

    private void dropColumn(Table table, Column column) {
        Long rows = counts.rows(table.name());
        if (rows != null && rows == 0) {
            return;
        }
        Long values = counts.nonNull(table.name(), column.name());
        if (values == null || values > 0) {
            warn(messages.columnDropped(table, column, values));
        }
    }

    private void addColumn(Table table, Column column) {
        boolean fills = column.defaultValue() != null || column.autoIncrement();
        if (column.arity() != Arity.REQUIRED || fills) {
            return;
        }
        Long rows = counts.rows(table.name());
        if (rows == null || rows > 0) {
            forbid(
                    column.filledByClient()
                            ? messages.requiredAddedWithClientDefault(table, column, rows)
                            : messages.requiredAdded(table, column, rows));
        }
    }

    private void alterColumn(Table table, Column from, Column to, ColumnChange change, boolean fills) {
        if (change.arity() && to.isRequired() && from.arity() == Arity.OPTIONAL && !fills) {
            madeRequired(table, from);
        }
        if (change.arity() && to.isList() && !from.isList()) {
            Long values = counts.nonNull(table.name(), from.name());
            if (values == null || values > 0) {
                forbid(messages.scalarMadeList(table, from, values));
            }
        }
        if (change.type() == TypeChange.RISKY) {
            riskyCast(table, from, to);
        }
        List<String> removed = rules.removedEnumValues(from, to);
        if (!removed.isEmpty()) {
            warn(messages.enumValuesRemoved(table.name().name() + "_" + from.name(), removed));
        }
    }

    private void madeRequired(Table table, Column column) {
        Long rows = counts.rows(table.name());
        Long values = counts.nonNull(table.name(), column.name());
        Long nulls = rows == null || values == null ? null : rows - values;
        if (nulls == null || nulls > 0) {
            forbid(messages.madeRequired(table, column, nulls));
        }
    }

    private void riskyCast(Table table, Column from, Column to) {
        Long values = counts.nonNull(table.name(), from.name());
        if (values == null || values > 0) {
            warn(messages.riskyCast(table, from, to, values));
        }
    }

    private void recreateColumn(Table table, Column from, Column to) {
        Long rows = counts.rows(table.name());
        boolean needsValue = to.isRequired() && to.defaultValue() == null && !to.autoIncrement();
        if (needsValue) {
            if (rows == null || rows > 0) {
                forbid(messages.requiredRecreated(table, from, rows));
            }
            return;
        }
        Long values = counts.nonNull(table.name(), from.name());
        if (values == null || values > 0) {
            warn(messages.columnRecreated(table, from, values));
        }
    }
}
