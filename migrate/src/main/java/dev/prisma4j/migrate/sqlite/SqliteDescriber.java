package dev.prisma4j.migrate.sqlite;

import dev.prisma4j.migrate.table.Column;
import dev.prisma4j.migrate.table.ColumnType;
import dev.prisma4j.migrate.table.DatabaseSchema;
import dev.prisma4j.migrate.table.Finding;
import dev.prisma4j.migrate.table.ForeignKey;
import dev.prisma4j.migrate.table.Index;
import dev.prisma4j.migrate.table.IndexColumn;
import dev.prisma4j.migrate.table.ObjectName;
import dev.prisma4j.migrate.table.PrimaryKey;
import dev.prisma4j.migrate.table.Table;
import dev.prisma4j.migrate.table.View;
import dev.prisma4j.schema.model.Arity;
import dev.prisma4j.schema.model.ReferentialAction;
import dev.prisma4j.schema.model.SortOrder;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Describes an SQLite database from its catalog and pragmas. */
final class SqliteDescriber {
    /** Tables that hosts of SQLite keep for themselves. */
    private static final Set<String> FOREIGN_TABLES =
            Set.of("_cf_KV", "_cf_METADATA", "d1_migrations", "libsql_wasm_func_table", "sqlite_sequence");

    private static final Pattern WHERE =
            Pattern.compile("\\)\\s*WHERE\\s+(.*)$", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final Connection connection;
    private final Set<String> tableNames = new HashSet<>();

    SqliteDescriber(Connection connection) {
        this.connection = connection;
    }

    private record Entry(String type, String name, @Nullable String sql) {}

    DatabaseSchema describe() throws SQLException {
        List<Table> tables = new ArrayList<>();
        List<View> views = new ArrayList<>();
        List<Entry> entries = entries();
        entries.forEach(entry -> tableNames.add(entry.name()));
        for (Entry entry : entries) {
            if (entry.type().equals("table")) {
                tables.add(table(entry));
            } else {
                views.add(new View(
                        ObjectName.of(entry.name()),
                        entry.sql(),
                        columns(entry.name(), new TreeMap<>()),
                        null,
                        List.of()));
            }
        }
        return DatabaseSchema.empty().withTables(tables).withViews(views);
    }

    private List<Entry> entries() throws SQLException {
        List<Entry> entries = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT type, name, sql FROM sqlite_master WHERE type IN ('table', 'view') ORDER BY name ASC")) {
            while (rows.next()) {
                String name = rows.getString(2);
                if (!name.startsWith("sqlite_") && !FOREIGN_TABLES.contains(name)) {
                    entries.add(new Entry(rows.getString(1), name, rows.getString(3)));
                }
            }
        }
        return entries;
    }

    private Table table(Entry entry) throws SQLException {
        String name = entry.name();
        Map<Integer, String> keyColumns = new TreeMap<>();
        List<Column> columns = columns(name, keyColumns);
        PrimaryKey key = keyColumns.isEmpty()
                ? null
                : new PrimaryKey(
                        null, keyColumns.values().stream().map(IndexColumn::of).toList(), null);
        if (key != null && key.columns().size() == 1) {
            columns.replaceAll(c -> c.name().equals(key.columns().get(0).name()) && isRowNumber(c) ? rowNumber(c) : c);
        }
        List<Finding> findings = new ArrayList<>();
        List<Index> indexes = indexes(name, findings);
        return new Table(ObjectName.of(name), columns, key, indexes, foreignKeys(name), findings, null);
    }

    /** A key of type INTEGER is the row's own number; a key of another type may even be null. */
    private static boolean isRowNumber(Column column) {
        return column.type().sql().equalsIgnoreCase("integer");
    }

    private static Column rowNumber(Column column) {
        return new Column(column.name(), column.type(), Arity.REQUIRED, column.defaultValue(), null, true, false, null);
    }

    private List<Column> columns(String table, Map<Integer, String> keyColumns) throws SQLException {
        List<Column> columns = new ArrayList<>();
        String sql = "SELECT name, type, \"notnull\", dflt_value, pk FROM pragma_table_info(?) ORDER BY cid";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, table);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    ColumnType type = SqliteColumnTypes.of(rows.getString(2));
                    int key = rows.getInt(5);
                    boolean required = rows.getBoolean(3);
                    if (key > 0) {
                        keyColumns.put(key, rows.getString(1));
                    }
                    columns.add(new Column(
                            rows.getString(1),
                            type,
                            required ? Arity.REQUIRED : Arity.OPTIONAL,
                            SqliteDefaults.parse(rows.getString(4), type.family()),
                            null,
                            false,
                            false,
                            null));
                }
            }
        }
        return columns;
    }

    // ---- indexes

    private List<Index> indexes(String table, List<Finding> findings) throws SQLException {
        List<Index> indexes = new ArrayList<>();
        String sql = "SELECT l.name, l.\"unique\", l.origin, l.partial, m.sql FROM pragma_index_list(?) l"
                + " LEFT JOIN sqlite_master m ON m.type = 'index' AND m.name = l.name ORDER BY l.seq";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, table);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    boolean partial = rows.getBoolean(4);
                    if (rows.getString(3).equals("pk")) {
                        continue;
                    }
                    List<IndexColumn> columns = indexColumns(rows.getString(1));
                    if (columns == null) {
                        findings.add(Finding.of(Table.Remark.EXPRESSION_INDEX, rows.getString(1)));
                        continue;
                    }
                    indexes.add(new Index(
                            rows.getString(1),
                            rows.getBoolean(2) ? Index.Kind.UNIQUE : Index.Kind.NORMAL,
                            columns,
                            null,
                            null,
                            partial ? predicate(rows.getString(5)) : null,
                            rows.getString(3).equals("u")));
                }
            }
        }
        return indexes;
    }

    private static @Nullable String predicate(@Nullable String sql) {
        if (sql == null) {
            return null;
        }
        Matcher matcher = WHERE.matcher(sql);
        if (!matcher.find()) {
            return null;
        }
        return matcher.group(1).strip();
    }

    /** The columns of an index, or null where one is an expression. */
    private @Nullable List<IndexColumn> indexColumns(String index) throws SQLException {
        List<IndexColumn> columns = new ArrayList<>();
        String sql = "SELECT name, \"desc\" FROM pragma_index_xinfo(?) WHERE key = 1 ORDER BY seqno";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, index);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    String name = rows.getString(1);
                    if (name == null) {
                        return null;
                    }
                    columns.add(new IndexColumn(name, rows.getBoolean(2) ? SortOrder.DESC : SortOrder.ASC, null, null));
                }
            }
        }
        return columns;
    }

    // ---- foreign keys

    private static final class KeyDraft {
        final List<String> columns = new ArrayList<>();
        final List<String> references = new ArrayList<>();
        String table = "";
        String onUpdate = "";
        String onDelete = "";
    }

    private List<ForeignKey> foreignKeys(String table) throws SQLException {
        // SQLite numbers the keys from the last to the first; the reference keeps its order.
        Map<Integer, KeyDraft> drafts = new TreeMap<>();
        String sql =
                "SELECT id, \"table\", \"from\", \"to\", on_update, on_delete FROM pragma_foreign_key_list(?) ORDER BY id, seq";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, table);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    KeyDraft draft = drafts.computeIfAbsent(rows.getInt(1), id -> new KeyDraft());
                    draft.table = rows.getString(2);
                    draft.columns.add(rows.getString(3));
                    if (rows.getString(4) != null) {
                        draft.references.add(rows.getString(4));
                    }
                    draft.onUpdate = rows.getString(5);
                    draft.onDelete = rows.getString(6);
                }
            }
        }
        List<ForeignKey> keys = new ArrayList<>();
        for (KeyDraft draft : drafts.values()) {
            if (!tableNames.contains(draft.table)) {
                continue; // SQLite does not mind keys that refer to nothing
            }
            List<String> references = draft.references.isEmpty() ? primaryKey(draft.table) : draft.references;
            keys.add(new ForeignKey(
                    null,
                    draft.columns,
                    ObjectName.of(draft.table),
                    references,
                    action(draft.onDelete),
                    action(draft.onUpdate),
                    false));
        }
        return keys;
    }

    private List<String> primaryKey(String table) throws SQLException {
        Map<Integer, String> keyColumns = new TreeMap<>();
        columns(table, keyColumns);
        return List.copyOf(keyColumns.values());
    }

    private static ReferentialAction action(String text) {
        return switch (text.toUpperCase(Locale.ROOT)) {
            case "CASCADE" -> ReferentialAction.CASCADE;
            case "RESTRICT" -> ReferentialAction.RESTRICT;
            case "SET NULL" -> ReferentialAction.SET_NULL;
            case "SET DEFAULT" -> ReferentialAction.SET_DEFAULT;
            default -> ReferentialAction.NO_ACTION;
        };
    }
}
