package dev.prisma4j.migrate.command;

import dev.prisma4j.migrate.history.HistoryTable;
import dev.prisma4j.migrate.table.DatabaseSchema;
import dev.prisma4j.migrate.table.ObjectName;
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
