package dev.prisma4j.migrate.sqlite;

import dev.prisma4j.migrate.diff.DefaultComparison;
import dev.prisma4j.migrate.diff.DiffRules;
import dev.prisma4j.migrate.diff.TableComparison;
import dev.prisma4j.migrate.diff.TypeChange;
import dev.prisma4j.migrate.table.Column;
import dev.prisma4j.migrate.table.ColumnDefault;
import dev.prisma4j.migrate.table.Index;
import dev.prisma4j.migrate.table.IndexColumn;
import dev.prisma4j.migrate.table.TypeFamily;
import dev.prisma4j.schema.model.SortOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What SQLite can alter: it can add nullable columns, for anything else a table is made anew. */
public final class SqliteDiffRules implements DiffRules {
    private final boolean managesPartialIndexes;

    /**
     * Makes the rules.
     *
     * @param managesPartialIndexes whether the schema says which partial indexes there are (preview {@code partialIndexes})
     */
    public SqliteDiffRules(boolean managesPartialIndexes) {
        this.managesPartialIndexes = managesPartialIndexes;
    }

    @Override
    public boolean managesPartialIndexes() {
        return managesPartialIndexes;
    }

    @Override
    public @Nullable TypeChange typeChange(Column from, Column to) {
        TypeFamily a = from.type().family();
        TypeFamily b = to.type().family();
        if (a == TypeFamily.UNSUPPORTED && b == TypeFamily.UNSUPPORTED) {
            return null;
        }
        if (a == b) {
            return null;
        }
        return b == TypeFamily.STRING ? TypeChange.SAFE : TypeChange.RISKY;
    }

    @Override
    public boolean foreignKeysAreInline() {
        return true;
    }

    @Override
    public boolean dropsIndexesOfDroppedTables() {
        return true;
    }

    @Override
    public boolean renamesIndexes() {
        return false;
    }

    @Override
    public boolean namesForeignKeys() {
        return false;
    }

    @Override
    public boolean renamesPrimaryKeys() {
        return false;
    }

    @Override
    public boolean sameIndex(Index from, Index to) {
        return from.kind() == to.kind()
                && samePredicate(from, to)
                && from.columnNames().equals(to.columnNames())
                && directions(from).equals(directions(to));
    }

    private static List<SortOrder> directions(Index index) {
        return index.columns().stream()
                .map(IndexColumn::sort)
                .map(sort -> sort == null ? SortOrder.ASC : sort)
                .toList();
    }

    @Override
    public boolean mustRedefine(TableComparison comparison) {
        return comparison.dropsPrimaryKey()
                || comparison.addsPrimaryKey()
                || !comparison.droppedColumns().isEmpty()
                || comparison.addedColumns().stream().anyMatch(Column::isRequired)
                || comparison.commonColumns().stream().anyMatch(c -> c.change().any())
                || !comparison.droppedForeignKeys().isEmpty()
                || !comparison.addedForeignKeys().isEmpty();
    }

    /** Parentheses around an expression come and go. */
    @Override
    public boolean sameDefault(Column from, Column to) {
        return DefaultComparison.same(from, to)
                || sameBytes(from.defaultValue(), to.defaultValue())
                || from.defaultValue() instanceof ColumnDefault.Expression a
                        && to.defaultValue() instanceof ColumnDefault.Expression b
                        && bare(a.sql()).equalsIgnoreCase(bare(b.sql()));
    }

    /** Bytes are written as the text of their digits. */
    private static boolean sameBytes(@Nullable ColumnDefault from, @Nullable ColumnDefault to) {
        return from instanceof ColumnDefault.Expression a
                && to instanceof ColumnDefault.Literal b
                && b.value() instanceof ColumnDefault.Bytes bytes
                && bare(a.sql()).equalsIgnoreCase("'" + bytes.hex() + "'");
    }

    private static String bare(@Nullable String sql) {
        String text = sql == null ? "" : sql.strip();
        while (text.startsWith("(") && text.endsWith(")")) {
            text = text.substring(1, text.length() - 1).strip();
        }
        return text;
    }
}
