package dev.prisma4j.migrate.postgresql;

import dev.prisma4j.migrate.database.DescribeOptions;
import dev.prisma4j.migrate.table.Column;
import dev.prisma4j.migrate.table.ColumnDefault;
import dev.prisma4j.migrate.table.ColumnType;
import dev.prisma4j.migrate.table.DatabaseSchema;
import dev.prisma4j.migrate.table.EnumDefinition;
import dev.prisma4j.migrate.table.Extension;
import dev.prisma4j.migrate.table.Finding;
import dev.prisma4j.migrate.table.ForeignKey;
import dev.prisma4j.migrate.table.Index;
import dev.prisma4j.migrate.table.ObjectName;
import dev.prisma4j.migrate.table.PrimaryKey;
import dev.prisma4j.migrate.table.Sequence;
import dev.prisma4j.migrate.table.Table;
import dev.prisma4j.migrate.table.View;
import dev.prisma4j.schema.model.Arity;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Describes a PostgreSQL database from its catalog, with one query for each kind of thing. */
final class PostgresDescriber {
    private final Connection connection;
    private final DescribeOptions options;
    private final List<String> namespaces;
    private final String ownNamespace;

    PostgresDescriber(Connection connection, DescribeOptions options) throws SQLException {
        this.connection = connection;
        this.options = options;
        String current = connection.getSchema();
        this.ownNamespace = current == null ? "public" : current;
        this.namespaces = options.namespaces().isEmpty() ? List.of(ownNamespace) : options.namespaces();
    }

    /** Names within the connection's own schema have no namespace. */
    private ObjectName name(String namespace, String name) {
        return new ObjectName(namespace.equals(ownNamespace) ? null : namespace, name);
    }

    interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    /** Runs a query whose one parameter is the array of namespaces. */
    void query(String sql, RowReader reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("text", namespaces.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        }
    }

    DatabaseSchema describe() throws SQLException {
        Map<ObjectName, TableDraft> tables = tables();
        Map<ObjectName, TableDraft> views = new LinkedHashMap<>();
        Map<ObjectName, String> definitions = views(views);
        columns(tables, views);
        new PostgresKeyReader(this).read(tables);
        constraints(tables);
        List<View> viewList = new ArrayList<>();
        views.forEach((name, draft) ->
                viewList.add(new View(name, definitions.get(name), draft.columns, draft.comment, draft.findings)));
        return new DatabaseSchema(
                existingNamespaces(),
                tables.values().stream().map(TableDraft::table).toList(),
                enums(),
                sequences(),
                viewList,
                extensions(),
                userTypes(),
                ownNamespace);
    }

    /** In a project of one schema that is taken to be there: it is made when the connection is opened. */
    private List<String> existingNamespaces() throws SQLException {
        if (options.namespaces().isEmpty()) {
            return List.of("public");
        }
        List<String> found = new ArrayList<>();
        query(
                "SELECT nspname FROM pg_catalog.pg_namespace WHERE nspname = ANY (?) ORDER BY nspname",
                row -> found.add(row.getString(1)));
        return found;
    }

    /** A table while its parts are read. */
    static final class TableDraft {
        final ObjectName name;
        final List<Column> columns = new ArrayList<>();
        final List<Index> indexes = new ArrayList<>();
        final List<ForeignKey> foreignKeys = new ArrayList<>();
        final List<Finding> findings = new ArrayList<>();

        @Nullable
        PrimaryKey primaryKey;

        @Nullable
        String comment;

        TableDraft(ObjectName name) {
            this.name = name;
        }

        Table table() {
            return new Table(name, columns, primaryKey, indexes, foreignKeys, findings, comment);
        }
    }

    private Map<ObjectName, TableDraft> tables() throws SQLException {
        Map<ObjectName, TableDraft> tables = new LinkedHashMap<>();
        query("""
                SELECT n.nspname, c.relname, c.relkind = 'p', EXISTS (
                         SELECT 1 FROM pg_catalog.pg_inherits i WHERE i.inhparent = c.oid AND c.relkind = 'r'),
                       c.relrowsecurity, pg_catalog.obj_description(c.oid, 'pg_class')
                FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname = ANY (?) AND c.relkind IN ('r', 'p') AND NOT c.relispartition
                  AND c.relname <> ALL ('{spatial_ref_sys}'::text[])
                ORDER BY n.nspname, c.relname""", row -> {
            TableDraft draft = new TableDraft(name(row.getString(1), row.getString(2)));
            addIf(draft, row.getBoolean(3), Finding.of(Table.Remark.PARTITION));
            addIf(draft, row.getBoolean(4), Finding.of(Table.Remark.SUBCLASS));
            addIf(draft, row.getBoolean(5), Finding.of(Table.Remark.ROW_LEVEL_SECURITY));
            draft.comment = row.getString(6);
            addIf(draft, draft.comment != null, Finding.of(Table.Remark.COMMENTED));
            tables.put(draft.name, draft);
        });
        return tables;
    }

    private static void addIf(TableDraft draft, boolean condition, Finding finding) {
        if (condition) {
            draft.findings.add(finding);
        }
    }

    private Map<ObjectName, String> views(Map<ObjectName, TableDraft> views) throws SQLException {
        Map<ObjectName, String> definitions = new HashMap<>();
        query("""
                SELECT n.nspname, c.relname, pg_catalog.pg_get_viewdef(c.oid, true),
                       pg_catalog.obj_description(c.oid, 'pg_class')
                FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname = ANY (?) AND c.relkind = 'v'
                  AND c.relname <> ALL (
                    '{geometry_columns,geography_columns,raster_columns,raster_overviews}'::text[])
                ORDER BY c.oid""", row -> {
            TableDraft draft = new TableDraft(name(row.getString(1), row.getString(2)));
            draft.comment = row.getString(4);
            addIf(draft, draft.comment != null, Finding.of(Table.Remark.COMMENTED));
            views.put(draft.name, draft);
            definitions.put(draft.name, row.getString(3));
        });
        return definitions;
    }

    // ---- columns

    private void columns(Map<ObjectName, TableDraft> tables, Map<ObjectName, TableDraft> views) throws SQLException {
        query("""
                SELECT n.nspname, c.relname, a.attname, a.attnotnull OR w.typtype = 'd' AND w.typnotnull,
                       a.attidentity <> '',
                       pg_catalog.format_type(t.oid, CASE w.typtype WHEN 'd' THEN w.typtypmod ELSE a.atttypmod END),
                       COALESCE(e.typname, t.typname), COALESCE(e.typtype, t.typtype),
                       t.typcategory = 'A' AND e.oid IS NOT NULL,
                       en.nspname, pg_catalog.pg_get_expr(d.adbin, d.adrelid), t.typname,
                       pg_catalog.col_description(c.oid, a.attnum)
                FROM pg_catalog.pg_attribute a
                JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
                JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                JOIN pg_catalog.pg_type w ON w.oid = a.atttypid
                JOIN pg_catalog.pg_type t ON t.oid = CASE w.typtype WHEN 'd' THEN w.typbasetype ELSE w.oid END
                LEFT JOIN pg_catalog.pg_type e ON e.oid = t.typelem AND t.typcategory = 'A'
                JOIN pg_catalog.pg_namespace en ON en.oid = COALESCE(e.typnamespace, t.typnamespace)
                LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
                WHERE n.nspname = ANY (?) AND c.relkind IN ('r', 'p', 'v') AND NOT c.relispartition
                  AND a.attnum > 0 AND NOT a.attisdropped
                ORDER BY n.nspname, c.relname, a.attnum""", row -> {
            ObjectName owner = name(row.getString(1), row.getString(2));
            TableDraft draft = tables.containsKey(owner) ? tables.get(owner) : views.get(owner);
            if (draft != null) {
                draft.columns.add(column(row));
                if (row.getString(13) != null) {
                    draft.findings.add(new Finding(Table.Remark.COMMENTED, null, row.getString(3)));
                }
            }
        });
    }

    private Column column(ResultSet row) throws SQLException {
        boolean list = row.getBoolean(9);
        String formatted = row.getString(6);
        String element = list ? formatted.replace("[]", "") : formatted;
        String bare = row.getString(12);
        ColumnType type;
        if (!"e".equals(row.getString(8))) {
            type = PostgresColumnTypes.of(row.getString(7), element, list, bare);
        } else if (namespaces.contains(row.getString(10))) {
            type = ColumnType.ofEnum(name(row.getString(10), row.getString(7)));
        } else {
            type = ColumnType.unsupported(bare);
        }
        Arity arity = list ? Arity.LIST : row.getBoolean(4) ? Arity.REQUIRED : Arity.OPTIONAL;
        // What a generated column computes stands where others have their default, and is read the same way.
        ColumnDefault value = PostgresDefaults.parse(row.getString(11), type, list);
        boolean counts = row.getBoolean(5) || value instanceof ColumnDefault.NextOf;
        return new Column(row.getString(3), type, arity, value, null, counts, false, row.getString(13));
    }

    // ---- what is not a table

    private List<EnumDefinition> enums() throws SQLException {
        Map<ObjectName, List<String>> values = new LinkedHashMap<>();
        Map<ObjectName, String> comments = new HashMap<>();
        query("""
                SELECT n.nspname, t.typname, e.enumlabel, pg_catalog.obj_description(t.oid, 'pg_type')
                FROM pg_catalog.pg_type t
                JOIN pg_catalog.pg_enum e ON e.enumtypid = t.oid
                JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
                WHERE n.nspname = ANY (?)
                ORDER BY n.nspname, t.typname, e.enumsortorder""", row -> {
            ObjectName name = name(row.getString(1), row.getString(2));
            values.computeIfAbsent(name, n -> new ArrayList<>()).add(row.getString(3));
            if (row.getString(4) != null) {
                comments.put(name, row.getString(4));
            }
        });
        List<EnumDefinition> enums = new ArrayList<>();
        values.forEach((name, list) -> enums.add(new EnumDefinition(name, list, comments.get(name))));
        return enums;
    }

    private List<Sequence> sequences() throws SQLException {
        List<Sequence> sequences = new ArrayList<>();
        query(
                """
                SELECT c.relname, s.seqmin, s.seqmax, s.seqstart, s.seqincrement, s.seqcache
                FROM pg_catalog.pg_sequence s
                JOIN pg_catalog.pg_class c ON c.oid = s.seqrelid
                JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname = ANY (?) ORDER BY c.relname""",
                row -> sequences.add(new Sequence(
                        row.getString(1),
                        false,
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6))));
        return sequences;
    }

    private List<Extension> extensions() throws SQLException {
        List<Extension> extensions = new ArrayList<>();
        query(
                """
                SELECT e.extname, e.extversion, n.nspname, e.extrelocatable
                FROM pg_catalog.pg_extension e JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace
                WHERE e.extname <> 'plpgsql' AND (n.nspname = ANY (?) OR true) ORDER BY e.extname""",
                row -> extensions.add(
                        new Extension(row.getString(1), row.getString(2), row.getString(3), row.getBoolean(4))));
        return extensions;
    }

    private List<ObjectName> userTypes() throws SQLException {
        List<ObjectName> types = new ArrayList<>();
        query("""
                SELECT n.nspname, t.typname
                FROM pg_catalog.pg_type t
                JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
                LEFT JOIN pg_catalog.pg_class c ON c.oid = t.typrelid
                WHERE n.nspname = ANY (?) AND (t.typtype = 'd' OR t.typtype = 'c' AND c.relkind = 'c')
                ORDER BY n.nspname, t.typname""", row -> types.add(name(row.getString(1), row.getString(2))));
        return types;
    }

    private void constraints(Map<ObjectName, TableDraft> tables) throws SQLException {
        query("""
                SELECT n.nspname, c.relname, k.contype, k.condeferrable, k.conname
                FROM pg_catalog.pg_constraint k
                JOIN pg_catalog.pg_class c ON c.oid = k.conrelid
                JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname = ANY (?) AND k.contype IN ('c', 'x', 'p', 'u', 'f')
                ORDER BY n.nspname, c.relname, k.conname""", row -> {
            TableDraft draft = tables.get(name(row.getString(1), row.getString(2)));
            if (draft != null) {
                String kind = row.getString(3);
                String constraint = row.getString(5);
                addIf(draft, kind.equals("c"), Finding.of(Table.Remark.CHECK_CONSTRAINT, constraint));
                addIf(draft, kind.equals("x"), Finding.of(Table.Remark.EXCLUSION_CONSTRAINT, constraint));
                addIf(draft, row.getBoolean(4), Finding.of(Table.Remark.DEFERRED_CONSTRAINT, constraint));
            }
        });
    }

    /** The name of a table as the description has it. */
    ObjectName tableName(String namespace, String table) {
        return name(namespace, table);
    }
}
