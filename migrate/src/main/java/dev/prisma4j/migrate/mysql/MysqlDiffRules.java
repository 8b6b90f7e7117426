package dev.prisma4j.migrate.mysql;

import dev.prisma4j.migrate.diff.ColumnChange;
import dev.prisma4j.migrate.diff.DefaultComparison;
import dev.prisma4j.migrate.diff.DiffRules;
import dev.prisma4j.migrate.diff.TableComparison;
import dev.prisma4j.migrate.diff.TypeChange;
import dev.prisma4j.migrate.table.Column;
import dev.prisma4j.migrate.table.ColumnDefault;
import dev.prisma4j.migrate.table.ColumnType;
import dev.prisma4j.migrate.table.ForeignKey;
import dev.prisma4j.migrate.table.Index;
import dev.prisma4j.migrate.table.IndexColumn;
import dev.prisma4j.migrate.table.PrimaryKey;
import dev.prisma4j.migrate.table.Table;
import dev.prisma4j.migrate.table.TypeFamily;
import dev.prisma4j.schema.model.Arity;
import dev.prisma4j.schema.model.ReferentialAction;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What MySQL and MariaDB can alter. */
public final class MysqlDiffRules implements DiffRules {
    @Override
    public @Nullable TypeChange typeChange(Column from, Column to) {
        ColumnType a = from.type();
        ColumnType b = to.type();
        if (a.sql().equalsIgnoreCase(b.sql())) {
            return null;
        }
        if (a.family() == TypeFamily.ENUM && b.family() == TypeFamily.ENUM) {
            return TypeChange.SAFE; // there is a warning of its own for values that go
        }
        if (a.family() == TypeFamily.UNSUPPORTED || b.family() == TypeFamily.UNSUPPORTED) {
            return TypeChange.RISKY;
        }
        return MysqlCasts.change(a, b);
    }

    @Override
    public boolean isInline(Index index) {
        return true;
    }

    @Override
    public boolean renamesForeignKeys() {
        return false;
    }

    @Override
    public boolean renamesPrimaryKeys() {
        return false;
    }

    @Override
    public boolean typeChangeRecreatesPrimaryKey() {
        return true;
    }

    @Override
    public boolean samePrimaryKey(PrimaryKey from, PrimaryKey to) {
        return sameColumns(from.columns(), to.columns());
    }

    @Override
    public boolean sameIndex(Index from, Index to) {
        // The language has no word for a spatial index, which a schema lists as a plain one.
        boolean sameKind =
                from.kind() == to.kind() || from.kind() == Index.Kind.SPATIAL && to.kind() == Index.Kind.NORMAL;
        return sameKind && sameColumns(from.columns(), to.columns());
    }

    private static boolean sameColumns(List<IndexColumn> from, List<IndexColumn> to) {
        if (from.size() != to.size()) {
            return false;
        }
        for (int i = 0; i < from.size(); i++) {
            IndexColumn a = from.get(i);
            IndexColumn b = to.get(i);
            if (!a.name().equals(b.name()) || a.isDescending() != b.isDescending() || !sameLength(a, b)) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameLength(IndexColumn from, IndexColumn to) {
        return Objects.equals(from.length(), to.length()) || isCut(from, to) || isCut(to, from);
    }

    /** MariaDB cuts what is too long for an index, with no more than a warning. */
    private static boolean isCut(IndexColumn there, IndexColumn asked) {
        return there.longest() && there.length() != null && (asked.length() == null || asked.length() > there.length());
    }

    @Override
    public boolean recreatesForeignKey(Column from, Column to, ColumnChange change) {
        return change.type() != null || from.arity() == Arity.OPTIONAL && to.arity() == Arity.REQUIRED;
    }

    /** InnoDB makes an index for every foreign key that lacks one, and needs it as long as the key is there. */
    @Override
    public boolean keepsIndex(Table to, Index index) {
        return index.kind() == Index.Kind.NORMAL
                && to.foreignKeys().stream().anyMatch(key -> key.columns().equals(index.columnNames()));
    }

    @Override
    public boolean dropsIndexOf(TableComparison comparison, ForeignKey key) {
        List<Index> gone = comparison.from().indexes().stream()
                .filter(index -> comparison.losesColumn(index)
                        || comparison.droppedIndexes().contains(index) && !keepsIndex(comparison.to(), index))
                .toList();
        boolean servedByGone = gone.stream().anyMatch(index -> serves(index, key));
        boolean servedByOther =
                comparison.from().indexes().stream().anyMatch(index -> !gone.contains(index) && serves(index, key))
                        || comparison.from().primaryKey() != null
                                && startsWith(comparison.from().primaryKey().columnNames(), key.columns());
        return servedByGone && !servedByOther;
    }

    /** A column that is dropped and added in one statement stays in its indexes, with the length that it had. */
    @Override
    public boolean dropsIndexesOfRecreatedColumns() {
        return true;
    }

    private static boolean serves(Index index, ForeignKey key) {
        return startsWith(index.columnNames(), key.columns());
    }

    private static boolean startsWith(List<String> columns, List<String> start) {
        return columns.size() >= start.size()
                && columns.subList(0, start.size()).equals(start);
    }

    @Override
    public boolean sameDefault(Column from, Column to) {
        TypeFamily family = to.type().family();
        return family == TypeFamily.JSON
                || family == TypeFamily.BINARY
                || isNowInOtherWords(from, to)
                || DefaultComparison.same(from, to);
    }

    private static boolean isNowInOtherWords(Column from, Column to) {
        return from.type().family() == TypeFamily.DATE_TIME
                && to.type().family() == TypeFamily.DATE_TIME
                && isNow(from)
                && isNow(to);
    }

    private static boolean isNow(Column column) {
        ColumnDefault value = column.defaultValue();
        String sql = value instanceof ColumnDefault.Expression expression ? expression.sql() : null;
        return value instanceof ColumnDefault.Now || sql != null && MysqlDefaults.isNow(sql, column.type());
    }

    /**
     * InnoDB knows no difference between RESTRICT and NO ACTION, and versions report either as the other; what they make of
     * SET DEFAULT, which InnoDB does not have, is one of the two as well.
     */
    @Override
    public boolean sameActions(ForeignKey from, ForeignKey to) {
        return sameAction(from.onDelete(), to.onDelete()) && sameAction(from.onUpdate(), to.onUpdate());
    }

    private static boolean sameAction(ReferentialAction from, ReferentialAction to) {
        return from == to || refuses(from) && (refuses(to) || to == ReferentialAction.SET_DEFAULT);
    }

    private static boolean refuses(ReferentialAction action) {
        return action == ReferentialAction.RESTRICT || action == ReferentialAction.NO_ACTION;
    }
}
