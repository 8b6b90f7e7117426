package dev.prisma4j.migrate.cockroachdb;

import dev.prisma4j.migrate.danger.DangerRules;
import dev.prisma4j.migrate.database.DatabaseDialect;
import dev.prisma4j.migrate.ddl.DdlRenderer;
import dev.prisma4j.migrate.diff.DiffRules;
import dev.prisma4j.migrate.table.DatabaseSchema;
import dev.prisma4j.migrate.target.TargetDialect;
import dev.prisma4j.schema.model.Provider;
import dev.prisma4j.schema.model.Schema;

/** What is known of CockroachDB without a connection. */
public final class CockroachDialect implements DatabaseDialect {
    @Override
    public Provider provider() {
        return Provider.COCKROACHDB;
    }

    @Override
    public TargetDialect target() {
        return new CockroachTypes();
    }

    @Override
    public DiffRules rules(Schema schema) {
        return new CockroachDiffRules();
    }

    @Override
    public DdlRenderer renderer(DatabaseSchema target) {
        return new CockroachRenderer(target);
    }

    @Override
    public DangerRules dangers() {
        return new DangerRules() {};
    }
}
