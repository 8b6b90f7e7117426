package dev.prisma4j.migrate.cockroachdb;

import dev.prisma4j.migrate.diff.TableComparison;
import dev.prisma4j.migrate.diff.TypeChange;
import dev.prisma4j.migrate.postgresql.PostgresDiffRules;
import dev.prisma4j.migrate.table.Column;
import dev.prisma4j.migrate.table.ColumnType;
import dev.prisma4j.migrate.table.TypeFamily;
import dev.prisma4j.schema.model.NativeType;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What CockroachDB can alter: fewer types in place than PostgreSQL, but primary keys on their own. */
public final class CockroachDiffRules extends PostgresDiffRules {
    private static final Set<String> INTEGERS = Set.of("Int2", "Int4", "Int8");

    /** Makes the rules; CockroachDB has no extensions to manage. */
    public CockroachDiffRules() {
        super(false, true);
    }

    @Override
    public @Nullable TypeChange typeChange(Column from, Column to) {
        ColumnType a = from.type();
        ColumnType b = to.type();
        if (Objects.equals(a.sql(), b.sql())
                && Objects.equals(a.enumName(), b.enumName())
                && from.isList() == to.isList()) {
            return null;
        }
        NativeType x = a.nativeType();
        NativeType y = b.nativeType();
        if (x == null || y == null || from.isList() || to.isList()) {
            return TypeChange.NOT_CASTABLE;
        }
        if (b.family() == TypeFamily.STRING
                && (y.name().equals("String") || y.name().equals("Char"))) {
            return y.arguments().isEmpty() && y.name().equals("String") ? TypeChange.SAFE : TypeChange.RISKY;
        }
        if (INTEGERS.contains(x.name()) && INTEGERS.contains(y.name())) {
            return x.name().compareTo(y.name()) < 0 ? TypeChange.SAFE : TypeChange.RISKY;
        }
        return x.name().equals(y.name()) ? TypeChange.RISKY : TypeChange.NOT_CASTABLE;
    }

    @Override
    public boolean altersPrimaryKeys() {
        return true;
    }

    /** A key of a single column that changes its type cannot be altered. */
    @Override
    public boolean mustRedefine(TableComparison comparison) {
        return comparison.from().primaryKey() != null
                && comparison.from().primaryKey().columns().size() == 1
                && comparison.dropsPrimaryKey();
    }
}
