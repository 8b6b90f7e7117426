package dev.prisma4j.migrate.diff;

import dev.prisma4j.migrate.table.Column;
import dev.prisma4j.migrate.table.ForeignKey;
import dev.prisma4j.migrate.table.Index;
import dev.prisma4j.migrate.table.PrimaryKey;
import dev.prisma4j.migrate.table.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Two versions of a table side by side. Columns that come or go are in alphabetical order, as the reference has them. */
public final class TableComparison {
    private static final Comparator<Column> BY_NAME = Comparator.comparing(Column::name);

    private final Table from;
    private final Table to;
    private final DiffRules rules;
    private final List<Column> droppedColumns = new ArrayList<>();
    private final List<Column> addedColumns = new ArrayList<>();
    private final List<ColumnComparison> commonColumns = new ArrayList<>();
    private final Map<String, ColumnComparison> commonByName = new HashMap<>();

    TableComparison(Table from, Table to, DiffRules rules) {
        this.from = from;
        this.to = to;
        this.rules = rules;
        Map<String, Column> target = new HashMap<>();
        to.columns().forEach(c -> target.put(c.name(), c));
        for (Column column : from.columns()) {
            Column match = target.remove(column.name());
            if (match == null) {
                droppedColumns.add(column);
            } else {
                ColumnComparison comparison = ColumnComparison.of(column, match, rules);
                commonColumns.add(comparison);
                commonByName.put(column.name(), comparison);
            }
        }
        addedColumns.addAll(target.values());
        droppedColumns.sort(BY_NAME);
        addedColumns.sort(BY_NAME);
    }

    /** The table as it is. */
    public Table from() {
        return from;
    }

    /** The table as it shall be. */
    public Table to() {
        return to;
    }

    /** The columns that go, by name. */
    public List<Column> droppedColumns() {
        return droppedColumns;
    }

    /** The columns that come, by name. */
    public List<Column> addedColumns() {
        return addedColumns;
    }

    /** The columns that stay, in the order of the table as it is. */
    public List<ColumnComparison> commonColumns() {
        return commonColumns;
    }

    /** The column of that name if it stays, else null. */
    public @Nullable ColumnComparison commonColumn(String name) {
        return commonByName.get(name);
    }

    /** Whether a primary key goes, or is replaced. */
    public boolean dropsPrimaryKey() {
        return from.primaryKey() != null && !keepsPrimaryKey();
    }

    /** Whether a primary key comes, or replaces another. */
    public boolean addsPrimaryKey() {
        return to.primaryKey() != null && !keepsPrimaryKey();
    }

    private boolean keepsPrimaryKey() {
        PrimaryKey a = from.primaryKey();
        PrimaryKey b = to.primaryKey();
        return a != null && b != null && rules.samePrimaryKey(a, b) && !primaryKeyLosesColumn(a);
    }

    private boolean primaryKeyLosesColumn(PrimaryKey key) {
        for (String name : key.columnNames()) {
            ColumnComparison column = commonByName.get(name);
            TypeChange type = column == null ? null : column.change().type();
            if (recreates(name) || type != null && rules.typeChangeRecreatesPrimaryKey()) {
                return true;
            }
        }
        return false;
    }

    /** Whether only the name of the primary key's constraint differs. */
    public boolean renamesPrimaryKey() {
        PrimaryKey a = from.primaryKey();
        PrimaryKey b = to.primaryKey();
        return rules.renamesPrimaryKeys()
                && a != null
                && b != null
                && keepsPrimaryKey()
                && a.name() != null
                && b.name() != null
                && !a.name().equals(b.name());
    }

    /** The foreign keys that go, in their order. */
    public List<ForeignKey> droppedForeignKeys() {
        return from.foreignKeys().stream()
                .filter(key -> to.foreignKeys().stream().noneMatch(other -> isKept(key, other)))
                .toList();
    }

    /** The foreign keys that come, in their order. */
    public List<ForeignKey> addedForeignKeys() {
        return to.foreignKeys().stream()
                .filter(key -> from.foreignKeys().stream().noneMatch(other -> isKept(other, key)))
                .toList();
    }

    private boolean isKept(ForeignKey a, ForeignKey b) {
        return sameForeignKey(a, b) && (rules.renamesForeignKeys() || sameName(a, b));
    }

    boolean sameName(ForeignKey a, ForeignKey b) {
        return !rules.namesForeignKeys()
                || b.ofJoinTable()
                || a.name() == null
                || b.name() == null
                || a.name().equals(b.name());
    }

    boolean sameForeignKey(ForeignKey a, ForeignKey b) {
        return a.referencedTable().equals(b.referencedTable())
                && a.columns().equals(b.columns())
                && a.referencedColumns().equals(b.referencedColumns())
                && rules.sameActions(a, b);
    }

    /** The indexes that no index of the target is like. */
    public List<Index> droppedIndexes() {
        return from.indexes().stream()
                .filter(index -> index.predicate() == null || rules.managesPartialIndexes())
                .filter(index -> alike(index).isEmpty() || isInTheWay(index))
                .toList();
    }

    private List<Index> alike(Index index) {
        return to.indexes().stream()
                .filter(other -> rules.sameIndex(index, other))
                .toList();
    }

    /** Whether it is one of several like it, and the target has another one of its name. */
    private boolean isInTheWay(Index index) {
        return addedIndexes().stream().anyMatch(added -> added.name().equals(index.name()))
                && alike(index).stream()
                        .allMatch(target -> from.indexes().stream()
                                .anyMatch(other -> other.name().equals(target.name())
                                        && !other.name().equals(index.name())
                                        && rules.sameIndex(other, target)));
    }

    /** The indexes of the target that no index is like. */
    public List<Index> addedIndexes() {
        return to.indexes().stream()
                .filter(index -> from.indexes().stream().noneMatch(other -> rules.sameIndex(other, index)))
                .toList();
    }

    /** Pairs of an index and the one that it becomes; an index that has several likenesses is in no pair. */
    public List<IndexPair> commonIndexes() {
        List<IndexPair> pairs = new ArrayList<>();
        for (Index index : from.indexes()) {
            List<Index> alike = alike(index);
            long rivals = from.indexes().stream()
                    .filter(other -> alike.stream().anyMatch(target -> rules.sameIndex(other, target)))
                    .count();
            if (alike.size() == 1 && rivals == 1) {
                pairs.add(new IndexPair(index, alike.get(0)));
            }
        }
        return pairs;
    }

    /** An index that both versions have. */
    public record IndexPair(Index from, Index to) {
        boolean isRenamed() {
            return !from.name().equals(to.name());
        }
    }

    /** Whether a column of the index is dropped and added again. */
    public boolean losesColumn(Index index) {
        return index.columnNames().stream().anyMatch(this::recreates);
    }

    /** Whether the column is dropped and added again. */
    public boolean recreates(String name) {
        ColumnComparison column = commonByName.get(name);
        return column != null && column.change().type() == TypeChange.NOT_CASTABLE;
    }
}
