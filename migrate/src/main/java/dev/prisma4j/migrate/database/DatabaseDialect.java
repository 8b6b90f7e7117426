package dev.prisma4j.migrate.database;

import dev.prisma4j.migrate.danger.DangerRules;
import dev.prisma4j.migrate.ddl.DdlRenderer;
import dev.prisma4j.migrate.diff.DiffRules;
import dev.prisma4j.migrate.table.Column;
import dev.prisma4j.migrate.table.DatabaseSchema;
import dev.prisma4j.migrate.target.TargetDialect;
import dev.prisma4j.schema.model.Provider;
import dev.prisma4j.schema.model.Schema;
import java.util.List;

/** What can be said about a kind of database without one at hand: how schemas become tables, and migrations SQL. */
public interface DatabaseDialect {
    /** The provider of schemas for it. */
    Provider provider();

    /** The word for it in {@code migration_lock.toml}. */
    default String lockFileWord() {
        return provider().text();
    }

    /** How schemas become tables. */
    TargetDialect target();

    /** What can be altered. */
    DiffRules rules(Schema schema);

    /** How it is written; the renderer may ask what the migration leads to. */
    DdlRenderer renderer(DatabaseSchema target);

    /** What may be lost. */
    DangerRules dangers();

    /** The values of a column whose enum is a property of the column; none for any other column. */
    default List<String> enumValues(Column column) {
        return List.of();
    }
}
