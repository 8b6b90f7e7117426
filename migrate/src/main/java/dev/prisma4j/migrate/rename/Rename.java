package dev.prisma4j.migrate.rename;

import dev.prisma4j.migrate.table.ObjectName;
import java.util.List;

/**
 * Something that gets another name. All names are those of the database, and a table or enum is named as it is called at
 * that moment: renames are made one after the other.
 */
public sealed interface Rename {
    /** The way back. */
    Rename inverse();

    /** How it is written behind {@code --rename}. */
    String flag();

    /** A table. */
    record OfTable(ObjectName from, ObjectName to) implements Rename {
        @Override
        public Rename inverse() {
            return new OfTable(to, from);
        }

        @Override
        public String flag() {
            return from.name() + "=" + to.name();
        }
    }

    /** A column. */
    record OfColumn(ObjectName table, String from, String to) implements Rename {
        @Override
        public Rename inverse() {
            return new OfColumn(table, to, from);
        }

        @Override
        public String flag() {
            return table.name() + "." + from + "=" + to;
        }
    }

    /** An enum type. */
    record OfEnum(ObjectName from, ObjectName to) implements Rename {
        @Override
        public Rename inverse() {
            return new OfEnum(to, from);
        }

        @Override
        public String flag() {
            return from.name() + "=" + to.name();
        }
    }

    /**
     * A value of an enum.
     *
     * @param columns the columns that hold it, which matters where enums are no types of their own
     */
    record OfEnumValue(ObjectName type, String from, String to, List<ColumnName> columns) implements Rename {
        public OfEnumValue {
            columns = List.copyOf(columns);
        }

        @Override
        public Rename inverse() {
            return new OfEnumValue(type, to, from, columns);
        }

        @Override
        public String flag() {
            return type.name() + "." + from + "=" + to;
        }
    }

    /** A column of a table. */
    record ColumnName(ObjectName table, String column) {}
}
