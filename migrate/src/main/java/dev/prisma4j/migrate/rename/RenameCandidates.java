package dev.prisma4j.migrate.rename;

import dev.prisma4j.migrate.table.Column;
import dev.prisma4j.migrate.table.DatabaseSchema;
import dev.prisma4j.migrate.table.EnumDefinition;
import dev.prisma4j.migrate.table.ForeignKey;
import dev.prisma4j.migrate.table.ObjectName;
import dev.prisma4j.migrate.table.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Pairs of something that goes and something that comes that look like a rename: tables that share at least half of their
 * columns, columns of one type in the same table, enums that share at least half of their values.
 */
final class RenameCandidates {
    private final DatabaseSchema from;
    private final DatabaseSchema to;

    RenameCandidates(DatabaseSchema from, DatabaseSchema to) {
        this.from = from;
        this.to = to;
    }

    /** For each new table what it may have been called. */
    List<List<Rename>> tables() {
        List<Table> gone = from.tables().stream()
                .filter(t -> to.table(t.name()).isEmpty() && !isJoinTable(t))
                .toList();
        List<List<Rename>> result = new ArrayList<>();
        for (Table table : to.tables()) {
            if (from.table(table.name()).isEmpty() && !isJoinTable(table)) {
                add(
                        result,
                        gone.stream()
                                .filter(old -> sameNamespace(old.name(), table.name()))
                                .filter(old -> likeness(names(old), names(table)) >= 0.5)
                                .sorted(Comparator.comparing((Table old) -> -likeness(names(old), names(table))))
                                .<Rename>map(old -> new Rename.OfTable(old.name(), table.name()))
                                .toList());
            }
        }
        return result;
    }

    /** For each new column of a table that stays what it may have been called. */
    List<List<Rename>> columns() {
        List<List<Rename>> result = new ArrayList<>();
        for (Table table : to.tables()) {
            Table old = from.table(table.name()).orElse(null);
            if (old == null) {
                continue;
            }
            List<Column> gone = old.columns().stream()
                    .filter(c -> table.column(c.name()).isEmpty())
                    .toList();
            for (Column column : table.columns()) {
                if (old.column(column.name()).isEmpty()) {
                    add(
                            result,
                            gone.stream()
                                    .filter(c -> c.isList() == column.isList()
                                            && c.type().family()
                                                    == column.type().family()
                                            && Objects.equals(
                                                    c.type().enumName(),
                                                    column.type().enumName()))
                                    .<Rename>map(c -> new Rename.OfColumn(table.name(), c.name(), column.name()))
                                    .toList());
                }
            }
        }
        return result;
    }

    /** For each new enum what it may have been called. */
    List<List<Rename>> enums() {
        List<List<Rename>> result = new ArrayList<>();
        for (EnumDefinition type : to.enums()) {
            if (from.enumDefinition(type.name()).isEmpty()) {
                add(
                        result,
                        from.enums().stream()
                                .filter(old -> to.enumDefinition(old.name()).isEmpty())
                                .filter(old -> sameNamespace(old.name(), type.name()))
                                .filter(old -> likeness(Set.copyOf(old.values()), Set.copyOf(type.values())) >= 0.5)
                                .<Rename>map(old -> new Rename.OfEnum(old.name(), type.name()))
                                .toList());
            }
        }
        return result;
    }

    /** For each new value of an enum type that stays what it may have been called. */
    List<List<Rename>> values() {
        List<List<Rename>> result = new ArrayList<>();
        for (EnumDefinition type : to.enums()) {
            EnumDefinition old = from.enumDefinition(type.name()).orElse(null);
            if (old != null) {
                addValues(result, type.name(), old.values(), type.values(), List.of());
            }
        }
        return result;
    }

    static void addValues(
            List<List<Rename>> result,
            ObjectName type,
            List<String> before,
            List<String> after,
            List<Rename.ColumnName> columns) {
        for (String value : after) {
            if (!before.contains(value)) {
                add(
                        result,
                        before.stream()
                                .filter(old -> !after.contains(old))
                                .<Rename>map(old -> new Rename.OfEnumValue(type, old, value, columns))
                                .toList());
            }
        }
    }

    private static void add(List<List<Rename>> result, List<Rename> candidates) {
        if (!candidates.isEmpty()) {
            result.add(candidates);
        }
    }

    private static boolean sameNamespace(ObjectName a, ObjectName b) {
        return Objects.equals(a.namespace(), b.namespace());
    }

    private static Set<String> names(Table table) {
        return table.columns().stream().map(Column::name).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static double likeness(Set<String> a, Set<String> b) {
        long common = a.stream().filter(b::contains).count();
        return (double) common / Math.max(1, Math.max(a.size(), b.size()));
    }

    // ---- the tables of implicit many-to-many relations, which are named after their models

    private static boolean isJoinTable(Table table) {
        return table.name().name().startsWith("_") && names(table).equals(Set.of("A", "B"));
    }

    /**
     * What becomes of join tables when models get other names: the same two tables are joined under another name, and the
     * columns may have changed places, since they follow the alphabet.
     */
    List<Rename> joinTables() {
        Map<ObjectName, Table> gone = new LinkedHashMap<>();
        from.tables().stream()
                .filter(t -> isJoinTable(t) && to.table(t.name()).isEmpty())
                .forEach(t -> gone.put(t.name(), t));
        List<Rename> renames = new ArrayList<>();
        for (Table table : to.tables()) {
            if (!isJoinTable(table) || from.table(table.name()).isPresent()) {
                continue;
            }
            List<Table> alike = gone.values().stream()
                    .filter(old -> !ends(old).isEmpty() && ends(old).equals(ends(table)))
                    .toList();
            if (alike.size() == 1) {
                Table old = alike.get(0);
                gone.remove(old.name());
                renames.add(new Rename.OfTable(old.name(), table.name()));
                if (!end(old, "A").equals(end(table, "A"))) {
                    renames.add(new Rename.OfColumn(table.name(), "A", "_was_A"));
                    renames.add(new Rename.OfColumn(table.name(), "B", "A"));
                    renames.add(new Rename.OfColumn(table.name(), "_was_A", "B"));
                }
            }
        }
        return renames;
    }

    private static Set<ObjectName> ends(Table table) {
        return table.foreignKeys().stream().map(ForeignKey::referencedTable).collect(Collectors.toSet());
    }

    private static Optional<ObjectName> end(Table table, String column) {
        return table.foreignKeys().stream()
                .filter(k -> k.columns().equals(List.of(column)))
                .map(ForeignKey::referencedTable)
                .findFirst();
    }
}
