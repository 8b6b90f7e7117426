package dev.prisma4j.migrate.diff;

import dev.prisma4j.migrate.table.Column;
import dev.prisma4j.migrate.table.EnumDefinition;
import dev.prisma4j.migrate.table.Extension;
import dev.prisma4j.migrate.table.ForeignKey;
import dev.prisma4j.migrate.table.Index;
import dev.prisma4j.migrate.table.ObjectName;
import dev.prisma4j.migrate.table.Sequence;
import dev.prisma4j.migrate.table.Table;
import dev.prisma4j.migrate.table.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of a migration. The kinds are declared in the order in which they are taken: what is referred to is made
 * before, and unmade after, what refers to it.
 */
public sealed interface Step {
    /** The step's name as it stands above its statements in a script, for example {@code CreateTable}. */
    default String title() {
        return getClass().getSimpleName();
    }

    record RenameTable(ObjectName from, ObjectName to) implements Step {}

    record RenameColumn(ObjectName table, String from, String to) implements Step {}

    record RenameEnum(ObjectName from, ObjectName to) implements Step {}

    /**
     * A value of an enum gets another name.
     *
     * @param uses the columns that may hold it
     */
    record RenameEnumValue(ObjectName type, String from, String to, List<EnumUse> uses) implements Step {
        public RenameEnumValue {
            uses = List.copyOf(uses);
        }
    }

    record CreateSchema(String namespace) implements Step {}

    record DropExtension(Extension extension) implements Step {}

    record CreateExtension(Extension extension) implements Step {}

    record AlterExtension(Extension from, Extension to) implements Step {}

    record AlterSequence(Table table, Column column, Sequence from, Sequence to) implements Step {}

    record DropView(View view) implements Step {}

    record DropUserDefinedType(ObjectName type) implements Step {}

    record CreateEnum(EnumDefinition definition) implements Step {}

    /**
     * The values of an enum change.
     *
     * @param added in the order of the new enum
     * @param dropped in the order of the old one
     * @param uses the columns that keep the enum
     * @param ownNamespace the namespace of names without one, if the live database said so, or null
     */
    record AlterEnum(
            EnumDefinition from,
            EnumDefinition to,
            List<String> added,
            List<String> dropped,
            List<EnumUse> uses,
            @Nullable String ownNamespace)
            implements Step {
        public AlterEnum {
            added = List.copyOf(added);
            dropped = List.copyOf(dropped);
            uses = List.copyOf(uses);
        }
    }

    /** A column of an enum that is altered, before and after. */
    record EnumUse(Table table, Column from, Column to) {}

    record DropForeignKey(Table table, ForeignKey key) implements Step {}

    record DropIndex(Table table, Index index) implements Step {}

    record AlterTable(Table from, Table to, List<TableChange> changes) implements Step {
        public AlterTable {
            changes = List.copyOf(changes);
        }
    }

    record AlterPrimaryKey(Table from, Table to) implements Step {}

    record DropTable(Table table) implements Step {}

    record DropEnum(EnumDefinition definition) implements Step {}

    record CreateTable(Table table) implements Step {}

    record RedefineTables(List<Redefinition> tables) implements Step {
        public RedefineTables {
            tables = List.copyOf(tables);
        }
    }

    /** A table that is made anew and filled from the old one. */
    record Redefinition(Table from, Table to, TableComparison comparison) {}

    record CreateIndex(Table table, Index index) implements Step {}

    record RenameForeignKey(Table table, ForeignKey from, ForeignKey to) implements Step {}

    record AddForeignKey(Table table, ForeignKey key) implements Step {}

    record RenameIndex(Table table, Index from, Index to) implements Step {}

    record RedefineIndex(Table table, Index from, Index to) implements Step {}
}
