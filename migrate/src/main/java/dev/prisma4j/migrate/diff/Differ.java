package dev.prisma4j.migrate.diff;

import dev.prisma4j.migrate.table.ColumnDefault;
import dev.prisma4j.migrate.table.DatabaseSchema;
import dev.prisma4j.migrate.table.EnumDefinition;
import dev.prisma4j.migrate.table.Extension;
import dev.prisma4j.migrate.table.ForeignKey;
import dev.prisma4j.migrate.table.Index;
import dev.prisma4j.migrate.table.ObjectName;
import dev.prisma4j.migrate.table.Sequence;
import dev.prisma4j.migrate.table.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares two descriptions of a database. Tables, columns and enums are matched by name, indexes and foreign keys by
 * what they are: a renamed table or column is a new one.
 */
public final class Differ {
    private final DatabaseSchema from;
    private final DatabaseSchema to;
    private final DiffRules rules;
    private final List<TableComparison> pairs = new ArrayList<>();
    private final Map<ObjectName, TableComparison> pairsByName = new HashMap<>();
    private final List<Table> droppedTables = new ArrayList<>();
    private final List<Table> createdTables = new ArrayList<>();
    private final List<TableComparison> redefined = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();

    private Differ(DatabaseSchema from, DatabaseSchema to, DiffRules rules) {
        this.from = from;
        this.to = to;
        this.rules = rules;
    }

    /** The steps from one description to the other. */
    public static Migration diff(DatabaseSchema from, DatabaseSchema to, DiffRules rules) {
        Differ differ = new Differ(from, to, rules);
        differ.pairTables();
        differ.compareNamespaces();
        differ.compareExtensions();
        differ.compareSequences();
        differ.compareEnums();
        differ.dropForeignKeys();
        differ.dropIndexes();
        differ.alterTables();
        differ.dropTables();
        differ.dropEnums();
        differ.createTables();
        differ.createIndexes();
        differ.addForeignKeys();
        differ.renameIndexes();
        return new Migration(from, to, UniqueIndexOrder.repair(differ.steps));
    }

    private void pairTables() {
        Map<ObjectName, Table> target = new LinkedHashMap<>();
        to.tables().forEach(t -> target.put(t.name(), t));
        for (Table table : from.tables()) {
            Table match = target.remove(table.name());
            if (match == null) {
                droppedTables.add(table);
            } else {
                TableComparison pair = new TableComparison(table, match, rules);
                pairs.add(pair);
                pairsByName.put(table.name(), pair);
                if (rules.mustRedefine(pair)) {
                    redefined.add(pair);
                }
            }
        }
        createdTables.addAll(target.values());
    }

    // ---- what is not a table

    private void compareNamespaces() {
        for (String namespace : to.namespaces()) {
            if (!from.namespaces().contains(namespace) && !rules.isBuiltIn(namespace)) {
                steps.add(new Step.CreateSchema(namespace));
            }
        }
    }

    private void compareExtensions() {
        if (!rules.managesExtensions(to)) {
            return;
        }
        Map<String, Extension> before = byName(from.extensions());
        Map<String, Extension> after = byName(to.extensions());
        after.forEach((name, extension) -> {
            if (!before.containsKey(name)) {
                steps.add(new Step.CreateExtension(extension));
            }
        });
        after.forEach((name, extension) -> {
            Extension old = before.get(name);
            if (old != null && isElsewhere(old, extension) && !old.relocatable()) {
                // Without CASCADE: where something depends on it, the database refuses.
                steps.add(new Step.DropExtension(old));
                steps.add(new Step.CreateExtension(extension));
            } else if (old != null && differs(old, extension)) {
                steps.add(new Step.AlterExtension(old, extension));
            }
        });
    }

    private static Map<String, Extension> byName(List<Extension> extensions) {
        Map<String, Extension> map = new TreeMap<>();
        extensions.forEach(e -> map.put(e.name(), e));
        return map;
    }

    private static boolean differs(Extension from, Extension to) {
        return to.version() != null && !to.version().equals(from.version()) || isElsewhere(from, to);
    }

    private static boolean isElsewhere(Extension from, Extension to) {
        return to.namespace() != null && !to.namespace().equals(from.namespace());
    }

    private void compareSequences() {
        Map<String, Sequence> before =
                from.sequences().stream().collect(Collectors.toMap(Sequence::name, s -> s, (a, b) -> a));
        Map<String, Sequence> after =
                to.sequences().stream().collect(Collectors.toMap(Sequence::name, s -> s, (a, b) -> a));
        for (TableComparison pair : pairs) {
            for (ColumnComparison column : pair.commonColumns()) {
                if (column.from().defaultValue() instanceof ColumnDefault.NextOf a
                        && column.to().defaultValue() instanceof ColumnDefault.NextOf b) {
                    Sequence old = before.get(a.sequence());
                    Sequence wanted = after.get(b.sequence());
                    if (old != null && wanted != null && !old.equals(wanted)) {
                        steps.add(new Step.AlterSequence(pair.to(), column.to(), old, wanted));
                    }
                }
            }
        }
    }

    private void compareEnums() {
        for (EnumDefinition definition : to.enums()) {
            if (from.enumDefinition(definition.name()).isEmpty()) {
                steps.add(new Step.CreateEnum(definition));
            }
        }
        for (EnumDefinition definition : from.enums()) {
            EnumDefinition wanted = to.enumDefinition(definition.name()).orElse(null);
            if (wanted != null) {
                compareEnum(definition, wanted);
            }
        }
    }

    private void compareEnum(EnumDefinition definition, EnumDefinition wanted) {
        List<String> added = wanted.values().stream()
                .filter(v -> !definition.values().contains(v))
                .toList();
        List<String> dropped = definition.values().stream()
                .filter(v -> !wanted.values().contains(v))
                .toList();
        if (!added.isEmpty() || !dropped.isEmpty()) {
            steps.add(new Step.AlterEnum(definition, wanted, added, dropped, uses(definition), from.ownNamespace()));
        }
    }

    private List<Step.EnumUse> uses(EnumDefinition definition) {
        List<Step.EnumUse> uses = new ArrayList<>();
        for (TableComparison pair : pairs) {
            for (ColumnComparison column : pair.commonColumns()) {
                if (definition.name().equals(column.from().type().enumName())
                        && definition.name().equals(column.to().type().enumName())) {
                    uses.add(new Step.EnumUse(pair.to(), column.from(), column.to()));
                }
            }
        }
        return uses;
    }

    private void dropEnums() {
        for (EnumDefinition definition : from.enums()) {
            if (to.enumDefinition(definition.name()).isEmpty()) {
                steps.add(new Step.DropEnum(definition));
            }
        }
    }

    // ---- what goes

    private void dropForeignKeys() {
        if (rules.foreignKeysAreInline()) {
            return;
        }
        for (Table table : from.tables()) {
            TableComparison pair = pairsByName.get(table.name());
            for (ForeignKey key : table.foreignKeys()) {
                boolean goes = pair == null
                        || pair.droppedForeignKeys().contains(key)
                        || !redefined.contains(pair) && isRecreated(pair, key);
                if (goes) {
                    steps.add(new Step.DropForeignKey(table, key));
                }
            }
        }
    }

    /** Whether a key that stays has to be made anew because the type of a column at either end changes. */
    private boolean isRecreated(TableComparison pair, ForeignKey key) {
        TableComparison referenced = pairsByName.get(key.referencedTable());
        return rules.dropsIndexOf(pair, key)
                || key.columns().stream().anyMatch(c -> breaksForeignKey(pair.commonColumn(c)))
                || referenced != null
                        && key.referencedColumns().stream().anyMatch(c -> breaksForeignKey(referenced.commonColumn(c)));
    }

    private boolean breaksForeignKey(@Nullable ColumnComparison column) {
        return column != null && rules.recreatesForeignKey(column.from(), column.to(), column.change());
    }

    private void dropIndexes() {
        for (Table table : from.tables()) {
            TableComparison pair = pairsByName.get(table.name());
            if (pair == null) {
                if (rules.dropsIndexesOfDroppedTables() && !redefined.isEmpty()) {
                    table.indexes().forEach(index -> steps.add(new Step.DropIndex(table, index)));
                }
                continue;
            }
            if (redefined.contains(pair)) {
                continue;
            }
            List<Index> gone = new ArrayList<>(pair.droppedIndexes());
            gone.removeIf(index -> rules.keepsIndex(pair.to(), index));
            if (rules.dropsIndexesOfRecreatedColumns()) {
                table.indexes().stream().filter(pair::losesColumn).forEach(gone::add);
            }
            table.indexes().stream()
                    .filter(gone::contains)
                    .forEach(index -> steps.add(new Step.DropIndex(table, index)));
        }
    }

    // ---- what changes

    private void alterTables() {
        for (TableComparison pair : pairs) {
            if (!redefined.contains(pair)) {
                List<TableChange> changes = changes(pair);
                if (!changes.isEmpty()) {
                    steps.add(new Step.AlterTable(pair.from(), pair.to(), changes));
                }
            }
        }
        if (rules.altersPrimaryKeys()) {
            for (TableComparison pair : pairs) {
                if (!redefined.contains(pair) && pair.dropsPrimaryKey() && pair.addsPrimaryKey()) {
                    steps.add(new Step.AlterPrimaryKey(pair.from(), pair.to()));
                }
            }
        }
    }

    private List<TableChange> changes(TableComparison pair) {
        List<TableChange> changes = new ArrayList<>();
        boolean ownStep = rules.altersPrimaryKeys() && pair.dropsPrimaryKey() && pair.addsPrimaryKey();
        if (pair.from().primaryKey() != null && pair.dropsPrimaryKey() && !ownStep) {
            changes.add(new TableChange.DropPrimaryKey(pair.from().primaryKey()));
        }
        if (pair.renamesPrimaryKey()
                && pair.from().primaryKey() != null
                && pair.to().primaryKey() != null) {
            changes.add(new TableChange.RenamePrimaryKey(
                    pair.from().primaryKey(), pair.to().primaryKey()));
        }
        pair.droppedColumns().forEach(c -> changes.add(new TableChange.DropColumn(c)));
        pair.addedColumns().forEach(c -> changes.add(new TableChange.AddColumn(c)));
        for (ColumnComparison column : pair.commonColumns()) {
            ColumnChange change = column.change();
            if (change.type() == TypeChange.NOT_CASTABLE) {
                changes.add(new TableChange.RecreateColumn(column.from(), column.to(), change));
            } else if (change.any()) {
                changes.add(new TableChange.AlterColumn(column.from(), column.to(), change));
            }
        }
        if (pair.to().primaryKey() != null && pair.addsPrimaryKey() && !ownStep) {
            changes.add(new TableChange.AddPrimaryKey(pair.to().primaryKey()));
        }
        return changes;
    }

    private void dropTables() {
        droppedTables.forEach(table -> steps.add(new Step.DropTable(table)));
    }

    // ---- what comes

    private void createTables() {
        createdTables.forEach(table -> steps.add(new Step.CreateTable(table)));
        if (!redefined.isEmpty()) {
            steps.add(new Step.RedefineTables(redefined.stream()
                    .map(pair -> new Step.Redefinition(pair.from(), pair.to(), pair))
                    .toList()));
        }
    }

    private void createIndexes() {
        for (Table table : createdTables) {
            for (Index index : table.indexes()) {
                if (!rules.isInline(index)) {
                    steps.add(new Step.CreateIndex(table, index));
                }
            }
        }
        for (TableComparison pair : pairs) {
            if (!redefined.contains(pair)) {
                createIndexes(pair);
            }
        }
    }

    private void createIndexes(TableComparison pair) {
        Set<Index> come = Set.copyOf(pair.addedIndexes());
        Map<Index, Index> kept = new HashMap<>();
        pair.commonIndexes().forEach(p -> kept.put(p.to(), p.from()));
        for (Index index : pair.to().indexes()) {
            Index old = kept.get(index);
            boolean lost = old != null && rules.recreatedColumnLosesIndexes() && pair.losesColumn(old);
            if (come.contains(index) || lost) {
                steps.add(new Step.CreateIndex(pair.to(), index));
            }
        }
    }

    private void addForeignKeys() {
        if (rules.foreignKeysAreInline()) {
            return;
        }
        if (rules.renamesForeignKeys()) {
            renameForeignKeys();
        }
        for (Table table : to.tables()) {
            TableComparison pair = pairsByName.get(table.name());
            for (ForeignKey key : table.foreignKeys()) {
                boolean comes = pair == null
                        || redefined.contains(pair)
                        || pair.addedForeignKeys().contains(key)
                        || isRecreated(pair, key);
                if (comes) {
                    steps.add(new Step.AddForeignKey(table, key));
                }
            }
        }
    }

    private void renameForeignKeys() {
        for (TableComparison pair : pairs) {
            Set<ForeignKey> matched = new HashSet<>();
            for (ForeignKey key : pair.from().foreignKeys()) {
                ForeignKey match = pair.to().foreignKeys().stream()
                        .filter(other -> pair.sameForeignKey(key, other) && matched.add(other))
                        .findFirst()
                        .orElse(null);
                if (match != null && !pair.sameName(key, match) && !isRecreated(pair, key)) {
                    steps.add(new Step.RenameForeignKey(pair.to(), key, match));
                }
            }
        }
    }

    private void renameIndexes() {
        for (TableComparison pair : pairs) {
            if (redefined.contains(pair)) {
                continue;
            }
            for (TableComparison.IndexPair index : pair.commonIndexes()) {
                boolean madeAnew = rules.recreatedColumnLosesIndexes() && pair.losesColumn(index.from());
                if (index.isRenamed() && !madeAnew) {
                    steps.add(
                            rules.renamesIndexes()
                                    ? new Step.RenameIndex(pair.to(), index.from(), index.to())
                                    : new Step.RedefineIndex(pair.to(), index.from(), index.to()));
                }
            }
        }
    }
}
