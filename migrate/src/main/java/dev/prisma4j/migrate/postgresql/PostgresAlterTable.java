package dev.prisma4j.migrate.postgresql;

import dev.prisma4j.migrate.diff.ColumnChange;
import dev.prisma4j.migrate.diff.Step;
import dev.prisma4j.migrate.diff.TableChange;
import dev.prisma4j.migrate.table.Column;
import dev.prisma4j.migrate.table.ColumnDefault;
import dev.prisma4j.migrate.table.ObjectName;
import dev.prisma4j.migrate.table.PrimaryKey;
import dev.prisma4j.schema.model.Arity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One ALTER TABLE with all its clauses, and around it what cannot be a clause: sequences before and after, renames after.
 */
final class PostgresAlterTable {
    private final PostgresRenderer renderer;
    private final Step.AlterTable step;
    private final List<String> before = new ArrayList<>();
    private final List<String> clauses = new ArrayList<>();
    private final List<String> after = new ArrayList<>();

    PostgresAlterTable(PostgresRenderer renderer, Step.AlterTable step) {
        this.renderer = renderer;
        this.step = step;
    }

    List<String> statements() {
        step.changes().forEach(this::add);
        List<String> statements = new ArrayList<>(before);
        statements.addAll(renderer.joinClauses("ALTER TABLE " + table() + " ", clauses));
        statements.addAll(after);
        return statements;
    }

    private String table() {
        return renderer.qualified(step.from().name());
    }

    private void add(TableChange change) {
        if (change instanceof TableChange.DropPrimaryKey drop) {
            clauses.add("DROP CONSTRAINT " + renderer.quote(nameOf(drop.key())));
        } else if (change instanceof TableChange.RenamePrimaryKey rename) {
            after.add("ALTER TABLE " + table() + " RENAME CONSTRAINT " + renderer.quote(nameOf(rename.from())) + " TO "
                    + renderer.quote(nameOf(rename.to())));
        } else if (change instanceof TableChange.DropColumn drop) {
            clauses.add("DROP COLUMN " + renderer.quote(drop.column().name()));
        } else if (change instanceof TableChange.AddColumn add) {
            clauses.add(addColumn(add.column()));
        } else if (change instanceof TableChange.RecreateColumn recreate) {
            clauses.add("DROP COLUMN " + renderer.quote(recreate.from().name()));
            clauses.add(addColumn(recreate.to()));
        } else if (change instanceof TableChange.AlterColumn alter) {
            alterColumn(alter.from(), alter.to(), alter.change());
        } else if (change instanceof TableChange.AddPrimaryKey add) {
            String columns =
                    add.key().columnNames().stream().map(renderer::quote).collect(Collectors.joining(", "));
            clauses.add("ADD " + renderer.constraint(add.key().name()) + "PRIMARY KEY (" + columns + ")");
        }
    }

    private String nameOf(PrimaryKey key) {
        // A key without a name in the description has the one that the database gives by itself.
        return key.name() == null ? step.from().name().name() + "_pkey" : key.name();
    }

    private String addColumn(Column column) {
        return "ADD COLUMN     " + renderer.column(step.to(), column);
    }

    private void alterColumn(Column from, Column to, ColumnChange change) {
        String column = "ALTER COLUMN " + renderer.quote(to.name()) + " ";
        if (change.arity()) {
            if (to.arity() == Arity.REQUIRED) {
                clauses.add(column + "SET NOT NULL");
            } else if (from.arity() == Arity.REQUIRED || to.arity() == Arity.OPTIONAL) {
                clauses.add(column + "DROP NOT NULL");
            }
        }
        if (change.autoIncrement() && to.autoIncrement()) {
            addSequence(column, to);
        } else if (change.defaultValue() || change.autoIncrement()) {
            String value = renderer.defaultSql(to);
            clauses.add(column + (value == null ? "DROP DEFAULT" : "SET DEFAULT " + value));
            if (change.autoIncrement()) {
                dropSequence(from);
            }
        }
        if (change.type() != null) {
            clauses.add(column + "SET DATA TYPE " + renderer.type(to));
        }
    }

    /** Only a description of a database knows which sequence it was. */
    private void dropSequence(Column from) {
        if (from.defaultValue() instanceof ColumnDefault.NextOf next) {
            String statement = "DROP SEQUENCE "
                    + renderer.qualified(new ObjectName(step.from().name().namespace(), next.sequence()));
            if (!after.contains(statement)) {
                after.add(statement);
            }
        }
    }

    private void addSequence(String column, Column to) {
        ObjectName table = step.to().name();
        String sequence = (table.name() + "_" + to.name() + "_seq").toLowerCase(Locale.ROOT);
        String name = table.namespace() == null
                ? renderer.sequenceName(sequence)
                : renderer.quote(table.namespace()) + "." + renderer.sequenceName(sequence);
        before.add("CREATE SEQUENCE " + name);
        clauses.add(column + "SET DEFAULT nextval('" + name.replace("'", "''") + "')");
        after.add("ALTER SEQUENCE " + name + " OWNED BY " + table() + "." + renderer.quote(to.name()));
    }
}
