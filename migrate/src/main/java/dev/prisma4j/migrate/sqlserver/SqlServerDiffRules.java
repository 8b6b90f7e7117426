package dev.prisma4j.migrate.sqlserver;

import dev.prisma4j.migrate.diff.ColumnComparison;
import dev.prisma4j.migrate.diff.DiffRules;
import dev.prisma4j.migrate.diff.TableComparison;
import dev.prisma4j.migrate.diff.TypeChange;
import dev.prisma4j.migrate.table.Column;
import dev.prisma4j.migrate.table.Index;
import dev.prisma4j.migrate.table.IndexColumn;
import dev.prisma4j.migrate.table.PrimaryKey;
import dev.prisma4j.migrate.table.TypeFamily;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What SQL Server can alter. */
public final class SqlServerDiffRules implements DiffRules {
    @Override
    public @Nullable TypeChange typeChange(Column from, Column to) {
        if (from.type().sql().equalsIgnoreCase(to.type().sql())) {
            return null;
        }
        TypeFamily a = from.type().family();
        TypeFamily b = to.type().family();
        if (a == TypeFamily.BINARY != (b == TypeFamily.BINARY) || a == TypeFamily.UNSUPPORTED) {
            return TypeChange.NOT_CASTABLE;
        }
        boolean widens = a == TypeFamily.INT && b == TypeFamily.BIG_INT
                || b == TypeFamily.STRING && to.type().sql().endsWith("(max)");
        return widens ? TypeChange.SAFE : TypeChange.RISKY;
    }

    /** Unique indexes of a new table are constraints of it. */
    @Override
    public boolean isInline(Index index) {
        return index.isUnique();
    }

    @Override
    public boolean typeChangeRecreatesPrimaryKey() {
        return true;
    }

    @Override
    public boolean samePrimaryKey(PrimaryKey from, PrimaryKey to) {
        return sameColumns(from.columns(), to.columns())
                && clustered(from.clustered(), true) == clustered(to.clustered(), true);
    }

    @Override
    public boolean sameIndex(Index from, Index to) {
        return from.kind() == to.kind()
                && sameColumns(from.columns(), to.columns())
                && Objects.equals(from.predicate(), to.predicate())
                && clustered(from.clustered(), false) == clustered(to.clustered(), false);
    }

    private static boolean clustered(@Nullable Boolean value, boolean missing) {
        return value == null ? missing : value;
    }

    private static boolean sameColumns(List<IndexColumn> from, List<IndexColumn> to) {
        if (from.size() != to.size()) {
            return false;
        }
        for (int i = 0; i < from.size(); i++) {
            if (!from.get(i).name().equals(to.get(i).name())
                    || from.get(i).isDescending() != to.get(i).isDescending()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean isBuiltIn(String namespace) {
        return namespace.equals("dbo");
    }

    /** IDENTITY cannot be altered, and a table keeps at least one column. */
    @Override
    public boolean mustRedefine(TableComparison comparison) {
        boolean identity =
                comparison.commonColumns().stream().anyMatch(c -> c.change().autoIncrement());
        boolean allRecreated = comparison.addedColumns().isEmpty()
                && !comparison.commonColumns().isEmpty()
                && comparison.commonColumns().stream().allMatch(SqlServerDiffRules::isRecreated);
        return identity || allRecreated;
    }

    private static boolean isRecreated(ColumnComparison column) {
        return column.change().type() == TypeChange.NOT_CASTABLE;
    }
}
