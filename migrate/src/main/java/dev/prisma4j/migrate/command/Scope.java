package dev.prisma4j.migrate.command;

import dev.prisma4j.migrate.error.MigrateErrors;
import dev.prisma4j.migrate.error.MigrateException;
import dev.prisma4j.migrate.history.HistoryTable;
import dev.prisma4j.migrate.table.DatabaseSchema;
import dev.prisma4j.migrate.table.ForeignKey;
import dev.prisma4j.migrate.table.ObjectName;
import dev.prisma4j.migrate.table.Table;
import java.util.Set;

/** What of a database is the schema's business. */
final class Scope {
    private Scope() {}

    /** The database without the history table and what others look after. */
    static DatabaseSchema ofMigrations(DatabaseSchema database, Set<String> external) {
        DatabaseSchema own = withoutExternal(database, external);
        return own.withTables(own.tables().stream()
                .filter(t -> !t.name().name().equals(HistoryTable.NAME))
                .toList());
    }

    /**
     * The database as it was described, if it is whole.
     *
     * @throws MigrateException P4002 if a foreign key leads to a namespace that was not described
     */
    static DatabaseSchema whole(DatabaseSchema database) {
        for (Table table : database.tables()) {
            for (ForeignKey key : table.foreignKeys()) {
                ObjectName target = key.referencedTable();
                if (target.namespace() != null && database.table(target).isEmpty()) {
                    ObjectName from = table.name().namespace() == null
                            ? new ObjectName(
                                    database.ownNamespace(), table.name().name())
                            : table.name();
                    throw MigrateErrors.crossSchemaReference(
                            from.toString(), target.toString(), String.valueOf(key.name()), target.namespace());
                }
            }
        }
        return database;
    }

    static DatabaseSchema withoutExternal(DatabaseSchema database, Set<String> external) {
        if (external.isEmpty()) {
            return database;
        }
        return database.withTables(database.tables().stream()
                        .filter(t -> !isExternal(t.name(), external))
                        .toList())
                .withEnums(database.enums().stream()
                        .filter(e -> !isExternal(e.name(), external))
                        .toList());
    }

    private static boolean isExternal(ObjectName name, Set<String> external) {
        return external.contains(name.toString()) || external.contains(name.name());
    }
}
