package dev.prisma4j.migrate.introspect;

import dev.prisma4j.migrate.table.Column;
import dev.prisma4j.migrate.table.Table;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tables that migration tools keep for themselves: of others, and of Prisma's first version. */
public final class OldTools {
    private static final Map<String, String> OWNERS = Map.of(
            "alembic_version", "Alembic",
            "flyway_schema_history", "Flyway",
            "databasechangelog", "Liquibase",
            "databasechangeloglock", "Liquibase",
            "DATABASECHANGELOG", "Liquibase",
            "DATABASECHANGELOGLOCK", "Liquibase");

    /** Tables that Prisma once made, by their columns: another table may have the name. */
    private static final Map<String, List<String>> LEFTOVERS = Map.of(
            "_Migration",
            List.of(
                    "revision",
                    "name",
                    "datamodel",
                    "status",
                    "applied",
                    "rolled_back",
                    "datamodel_steps",
                    "database_migration",
                    "errors",
                    "started_at",
                    "finished_at"),
            "_RelayId",
            List.of("id", "stableModelIdentifier"));

    private OldTools() {}

    /** The tool that looks after a table, or null. */
    static @Nullable String owner(Table table) {
        return OWNERS.get(table.name().name());
    }

    /** The tool that keeps a table of that name for itself, or null. */
    public static @Nullable String ownerOf(String table) {
        return OWNERS.get(table);
    }

    /** The names of the tables that other tools keep for themselves. */
    public static Set<String> tables() {
        return OWNERS.keySet();
    }

    /** Whether Prisma 1 or 2 left the table behind; no schema is to have it. */
    static boolean isLeftover(Table table) {
        List<String> columns = LEFTOVERS.get(table.name().name());
        return columns != null
                && table.columns().stream().map(Column::name).toList().containsAll(columns);
    }
}
