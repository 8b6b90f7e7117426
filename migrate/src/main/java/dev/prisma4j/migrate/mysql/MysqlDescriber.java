package dev.prisma4j.migrate.mysql;

import dev.prisma4j.migrate.table.Column;
import dev.prisma4j.migrate.table.ColumnDefault;
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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Describes a MySQL or MariaDB database from its information schema, with one query for each kind of thing. */
final class MysqlDescriber {
    /** How many bytes of a column MariaDB puts into an index. */
    private static final int LONGEST_KEY = 3072;

    private final Connection connection;
    private final boolean mariaDb;
    private final Map<String, TableDraft> tables = new LinkedHashMap<>();
    private final Map<String, TableDraft> views = new LinkedHashMap<>();
    private final Map<String, String> viewDefinitions = new HashMap<>();

    MysqlDescriber(Connection connection) throws SQLException {
        this.connection = connection;
        this.mariaDb = isMariaDb();
    }

    /** A table while its parts are read. */
    private static final class TableDraft {
        final ObjectName name;
        final @Nullable String comment;
        final List<Column> columns = new ArrayList<>();
        final List<IndexColumn> primaryKey = new ArrayList<>();
        final Map<String, IndexDraft> indexes = new LinkedHashMap<>();
        final Map<String, KeyDraft> foreignKeys = new LinkedHashMap<>();
        final List<Finding> findings = new ArrayList<>();

        TableDraft(String name, @Nullable String comment) {
            this.name = ObjectName.of(name);
            this.comment = comment;
        }

        Table table() {
            return new Table(
                    name,
                    columns,
                    primaryKey.isEmpty() ? null : new PrimaryKey(null, primaryKey, null),
                    indexes.values().stream()
                            .filter(i -> !i.hasExpression)
                            .map(IndexDraft::index)
                            .toList(),
                    foreignKeys.values().stream().map(KeyDraft::key).toList(),
                    findings,
                    comment);
        }
    }

    private static final class IndexDraft {
        final String name;
        final Index.Kind kind;
        final List<IndexColumn> columns = new ArrayList<>();
        boolean hasExpression;

        IndexDraft(String name, Index.Kind kind) {
            this.name = name;
            this.kind = kind;
        }

        Index index() {
            return new Index(name, kind, columns, null, null, null, false);
        }
    }

    private static final class KeyDraft {
        final String name;
        final String table;
        final String onDelete;
        final String onUpdate;
        final List<String> columns = new ArrayList<>();
        final List<String> references = new ArrayList<>();

        KeyDraft(String name, String table, String onDelete, String onUpdate) {
            this.name = name;
            this.table = table;
            this.onDelete = onDelete;
            this.onUpdate = onUpdate;
        }

        ForeignKey key() {
            return new ForeignKey(
                    name, columns, ObjectName.of(table), references, action(onDelete), action(onUpdate), false);
        }
    }

    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private void query(String sql, RowReader reader) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                reader.read(rows);
            }
        }
    }

    private boolean isMariaDb() throws SQLException {
        boolean[] found = new boolean[1];
        query(
                "SELECT VERSION()",
                row -> found[0] = row.getString(1).toLowerCase(Locale.ROOT).contains("mariadb"));
        return found[0];
    }

    DatabaseSchema describe() throws SQLException {
        tables();
        columns();
        indexes();
        foreignKeys();
        List<View> viewList = new ArrayList<>();
        views.forEach((name, draft) ->
                viewList.add(new View(draft.name, viewDefinitions.get(name), draft.columns, null, List.of())));
        return DatabaseSchema.empty()
                .withTables(tables.values().stream().map(TableDraft::table).toList())
                .withViews(viewList);
    }

    private void tables() throws SQLException {
        query(
                "SELECT table_name, table_type, table_comment FROM information_schema.tables"
                        + " WHERE table_schema = DATABASE() ORDER BY BINARY table_name",
                row -> {
                    String name = row.getString(1);
                    String comment = row.getString(3);
                    TableDraft draft = new TableDraft(name, comment == null || comment.isEmpty() ? null : comment);
                    if (row.getString(2).equals("BASE TABLE")) {
                        tables.put(name, draft);
                    } else if (row.getString(2).equals("VIEW")) {
                        views.put(name, draft);
                    }
                });
        query(
                "SELECT table_name, view_definition FROM information_schema.views WHERE table_schema = DATABASE()",
                row -> viewDefinitions.put(row.getString(1), row.getString(2)));
    }

    // ---- columns

    private Set<String> jsonColumns() throws SQLException {
        Set<String> found = new HashSet<>();
        if (mariaDb) {
            query(
                    "SELECT table_name, constraint_name, check_clause FROM information_schema.check_constraints"
                            + " WHERE constraint_schema = DATABASE()",
                    row -> {
                        String clause = row.getString(3).replace("`", "").replace(" ", "");
                        if (clause.equalsIgnoreCase("json_valid(" + row.getString(2) + ")")) {
                            found.add(row.getString(1) + "." + row.getString(2));
                        }
                    });
        }
        return found;
    }

    private void columns() throws SQLException {
        Set<String> json = jsonColumns();
        query(
                "SELECT table_name, column_name, data_type, column_type, is_nullable, column_default, extra, column_comment"
                        + " FROM information_schema.columns WHERE table_schema = DATABASE()"
                        + " ORDER BY table_name, ordinal_position",
                row -> {
                    TableDraft table = tables.getOrDefault(row.getString(1), views.get(row.getString(1)));
                    if (table != null) {
                        table.columns.add(column(row, json.contains(row.getString(1) + "." + row.getString(2))));
                    }
                });
    }

    private Column column(ResultSet row, boolean json) throws SQLException {
        ColumnType type = MysqlColumnTypes.of(row.getString(3), row.getString(4), json);
        String extra = row.getString(7) == null ? "" : row.getString(7).toLowerCase(Locale.ROOT);
        boolean expression = extra.contains("default_generated");
        ColumnDefault value = MysqlDefaults.parse(row.getString(6), type, expression, mariaDb);
        String comment = row.getString(8);
        return new Column(
                row.getString(2),
                type,
                row.getString(5).equals("YES") ? Arity.OPTIONAL : Arity.REQUIRED,
                value,
                null,
                extra.contains("auto_increment"),
                false,
                comment == null || comment.isEmpty() ? null : comment);
    }

    // ---- keys

    /** How many bytes a letter of a column may take, where MariaDB cuts indexes by bytes. */
    private Map<String, Integer> letterBytes() throws SQLException {
        Map<String, Integer> bytes = new HashMap<>();
        if (mariaDb) {
            query(
                    "SELECT c.table_name, c.column_name, s.maxlen FROM information_schema.columns c"
                            + " JOIN information_schema.character_sets s USING (character_set_name)"
                            + " WHERE c.table_schema = DATABASE()",
                    row -> bytes.put(row.getString(1) + "." + row.getString(2), row.getInt(3)));
        }
        return bytes;
    }

    private void indexes() throws SQLException {
        Map<String, Integer> bytes = letterBytes();
        query(
                "SELECT table_name, index_name, non_unique, index_type, column_name, sub_part, collation"
                        + " FROM information_schema.statistics WHERE table_schema = DATABASE()"
                        + " ORDER BY BINARY table_name, BINARY index_name, seq_in_index",
                row -> {
                    TableDraft table = tables.get(row.getString(1));
                    if (table != null) {
                        addIndexColumn(table, row, bytes);
                    }
                });
    }

    private void addIndexColumn(TableDraft table, ResultSet row, Map<String, Integer> bytes) throws SQLException {
        String name = row.getString(2);
        String column = row.getString(5);
        int length = row.getInt(6);
        Integer prefix = row.wasNull() ? null : length;
        if (name.equals("PRIMARY")) {
            table.primaryKey.add(new IndexColumn(column, null, prefix, null));
            return;
        }
        Index.Kind kind = kind(row.getString(4), row.getInt(3) == 0);
        IndexDraft draft = table.indexes.computeIfAbsent(name, n -> new IndexDraft(n, kind));
        if (column == null) {
            draft.hasExpression = true;
            table.findings.add(Finding.of(Table.Remark.EXPRESSION_INDEX, name));
            return;
        }
        boolean ordered = kind == Index.Kind.UNIQUE || kind == Index.Kind.NORMAL;
        SortOrder sort = ordered ? "D".equals(row.getString(7)) ? SortOrder.DESC : SortOrder.ASC : null;
        boolean longest = mariaDb
                && kind == Index.Kind.NORMAL
                && length * bytes.getOrDefault(row.getString(1) + "." + column, 1) == LONGEST_KEY;
        draft.columns.add(
                new IndexColumn(column, sort, kind == Index.Kind.SPATIAL ? null : prefix, null, null, longest));
    }

    private static Index.Kind kind(String type, boolean unique) {
        return switch (type) {
            case "FULLTEXT" -> Index.Kind.FULLTEXT;
            case "SPATIAL" -> Index.Kind.SPATIAL;
            default -> unique ? Index.Kind.UNIQUE : Index.Kind.NORMAL;
        };
    }

    private void foreignKeys() throws SQLException {
        query(
                "SELECT k.table_name, k.constraint_name, k.column_name, k.referenced_table_name, k.referenced_column_name,"
                        + " r.delete_rule, r.update_rule FROM information_schema.key_column_usage k"
                        + " JOIN information_schema.referential_constraints r ON r.constraint_schema = k.constraint_schema"
                        + " AND r.constraint_name = k.constraint_name AND r.table_name = k.table_name"
                        + " WHERE k.table_schema = DATABASE() AND k.referenced_table_name IS NOT NULL"
                        + " ORDER BY BINARY k.table_name, BINARY k.constraint_name, k.ordinal_position",
                row -> {
                    TableDraft table = tables.get(row.getString(1));
                    if (table != null) {
                        KeyDraft draft = table.foreignKeys.get(row.getString(2));
                        if (draft == null) {
                            draft = new KeyDraft(
                                    row.getString(2), row.getString(4), row.getString(6), row.getString(7));
                            table.foreignKeys.put(draft.name, draft);
                        }
                        draft.columns.add(row.getString(3));
                        draft.references.add(column(tables.get(row.getString(4)), row.getString(5)));
                    }
                });
    }

    /** Early versions of MySQL 8 tell of referenced columns in lower case. */
    private static String column(@Nullable TableDraft table, String name) {
        return table == null
                ? name
                : table.columns.stream()
                        .map(Column::name)
                        .filter(name::equalsIgnoreCase)
                        .findFirst()
                        .orElse(name);
    }

    private static ReferentialAction action(String text) {
        return switch (text.toUpperCase(Locale.ROOT)) {
            case "CASCADE" -> ReferentialAction.CASCADE;
            case "SET NULL" -> ReferentialAction.SET_NULL;
            case "SET DEFAULT" -> ReferentialAction.SET_DEFAULT;
            case "RESTRICT" -> ReferentialAction.RESTRICT;
            default -> ReferentialAction.NO_ACTION;
        };
    }
}
