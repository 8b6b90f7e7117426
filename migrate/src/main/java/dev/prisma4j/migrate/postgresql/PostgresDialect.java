package dev.prisma4j.migrate.postgresql;

import dev.prisma4j.migrate.danger.DangerRules;
import dev.prisma4j.migrate.database.DatabaseDialect;
import dev.prisma4j.migrate.ddl.DdlRenderer;
import dev.prisma4j.migrate.diff.DiffRules;
import dev.prisma4j.migrate.table.DatabaseSchema;
import dev.prisma4j.migrate.target.TargetDialect;
import dev.prisma4j.schema.model.Provider;
import dev.prisma4j.schema.model.Schema;

/** What is known of PostgreSQL without a connection. */
public class PostgresDialect implements DatabaseDialect {
    @Override
    public Provider provider() {
        return Provider.POSTGRESQL;
    }

    @Override
    public TargetDialect target() {
        return new PostgresTypes();
    }

    @Override
    public DiffRules rules(Schema schema) {
        return new PostgresDiffRules(
                schema.previewFeatures().contains("postgresqlExtensions"),
                schema.previewFeatures().contains("partialIndexes"));
    }

    @Override
    public DdlRenderer renderer(DatabaseSchema target) {
        return new PostgresRenderer();
    }

    @Override
    public DangerRules dangers() {
        return new DangerRules() {};
    }
}
