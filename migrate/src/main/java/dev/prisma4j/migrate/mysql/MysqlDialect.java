package dev.prisma4j.migrate.mysql;

import dev.prisma4j.migrate.danger.DangerRules;
import dev.prisma4j.migrate.database.DatabaseDialect;
import dev.prisma4j.migrate.ddl.DdlRenderer;
import dev.prisma4j.migrate.diff.DiffRules;
import dev.prisma4j.migrate.table.Column;
import dev.prisma4j.migrate.table.DatabaseSchema;
import dev.prisma4j.migrate.table.TypeFamily;
import dev.prisma4j.migrate.target.TargetDialect;
import dev.prisma4j.schema.model.NativeType;
import dev.prisma4j.schema.model.Provider;
import dev.prisma4j.schema.model.Schema;
import java.util.List;

/** What is known of MySQL and MariaDB without a connection. */
public class MysqlDialect implements DatabaseDialect {
    @Override
    public Provider provider() {
        return Provider.MYSQL;
    }

    @Override
    public TargetDialect target() {
        return new MysqlTypes();
    }

    @Override
    public DiffRules rules(Schema schema) {
        return new MysqlDiffRules();
    }

    @Override
    public DdlRenderer renderer(DatabaseSchema target) {
        return new MysqlRenderer();
    }

    @Override
    public DangerRules dangers() {
        return new DangerRules() {
            /** An integer without the width that tells truth values from numbers. */
            @Override
            public String typeName(Column column) {
                NativeType type = column.type().nativeType();
                return type != null && type.name().endsWith("Int") ? type.name() : DangerRules.super.typeName(column);
            }

            @Override
            public List<String> removedEnumValues(Column from, Column to) {
                if (from.type().family() != TypeFamily.ENUM || to.type().family() != TypeFamily.ENUM) {
                    return List.of();
                }
                List<String> kept = MysqlEnums.values(to.type());
                return MysqlEnums.values(from.type()).stream()
                        .filter(v -> !kept.contains(v))
                        .toList();
            }
        };
    }

    @Override
    public List<String> enumValues(Column column) {
        return column.type().family() == TypeFamily.ENUM ? MysqlEnums.values(column.type()) : List.of();
    }
}
