package dev.prisma4j.migrate.diff;

import dev.prisma4j.migrate.table.Column;
import dev.prisma4j.migrate.table.PrimaryKey;

/** One change within a {@link Step.AlterTable}, in the order in which they are made. */
public sealed interface TableChange {
    record DropPrimaryKey(PrimaryKey key) implements TableChange {}

    record RenamePrimaryKey(PrimaryKey from, PrimaryKey to) implements TableChange {}

    record DropColumn(Column column) implements TableChange {}

    record AddColumn(Column column) implements TableChange {}

    record AlterColumn(Column from, Column to, ColumnChange change) implements TableChange {}

    /** The column is dropped and added again, because its values cannot be converted. */
    record RecreateColumn(Column from, Column to, ColumnChange change) implements TableChange {}

    record AddPrimaryKey(PrimaryKey key) implements TableChange {}
}
