package dev.prisma4j.migrate.sqlserver;

import dev.prisma4j.migrate.danger.DangerRules;
import dev.prisma4j.migrate.database.DatabaseDialect;
import dev.prisma4j.migrate.ddl.DdlRenderer;
import dev.prisma4j.migrate.diff.DiffRules;
import dev.prisma4j.migrate.table.DatabaseSchema;
import dev.prisma4j.migrate.target.TargetDialect;
import dev.prisma4j.schema.model.Provider;
import dev.prisma4j.schema.model.Schema;

/** What is known of SQL Server without a connection. */
public final class SqlServerDialect implements DatabaseDialect {
    @Override
    public Provider provider() {
        return Provider.SQLSERVER;
    }

    @Override
    public String lockFileWord() {
        return "mssql";
    }

    @Override
    public TargetDialect target() {
        return new SqlServerTypes();
    }

    @Override
    public DiffRules rules(Schema schema) {
        return new SqlServerDiffRules();
    }

    @Override
    public DdlRenderer renderer(DatabaseSchema target) {
        return new SqlServerRenderer();
    }

    @Override
    public DangerRules dangers() {
        return new DangerRules() {};
    }
}
