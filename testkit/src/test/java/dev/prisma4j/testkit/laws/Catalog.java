package dev.prisma4j.testkit.laws;

import dev.prisma4j.testkit.DatabaseKind;
import dev.prisma4j.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * All that a database's own catalog says of its tables, as lines, sorted: read by queries of its own, so that it can witness
 * for or against the describers. The order of columns is left out, since a column that comes later stands last; so are the
 * casts of defaults, of which PostgreSQL adds one when the type of a column changes.
 */
final class Catalog {
    private static final List<String> POSTGRES = List.of(
            "SELECT 'column', c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity,"
                    + " regexp_replace(pg_get_expr(d.adbin, d.adrelid), '::(\"[^\"]*\"|[a-z ]+)(\\[\\])?|[()]', '', 'g')"
                    + " FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid"
                    + " LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum"
                    + " WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p')"
                    + " AND a.attnum > 0 AND NOT a.attisdropped",
            "SELECT 'constraint', c.relname, k.conname, k.contype, pg_get_constraintdef(k.oid) FROM pg_constraint k"
                    + " JOIN pg_class c ON c.oid = k.conrelid WHERE k.connamespace = current_schema()::regnamespace",
            "SELECT 'index', tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = current_schema()",
            "SELECT 'enum', t.typname, e.enumlabel FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid"
                    + " WHERE t.typnamespace = current_schema()::regnamespace",
            "SELECT 'sequence', s.relname, o.relname, a.attname FROM pg_class s"
                    + " LEFT JOIN pg_depend d ON d.objid = s.oid AND d.deptype IN ('a', 'i')"
                    + " LEFT JOIN pg_class o ON o.oid = d.refobjid"
                    + " LEFT JOIN pg_attribute a ON a.attrelid = o.oid AND a.attnum = d.refobjsubid"
                    + " WHERE s.relkind = 'S' AND s.relnamespace = current_schema()::regnamespace",
            "SELECT 'extension', extname FROM pg_extension WHERE extname <> 'plpgsql'");

    private static final List<String> MYSQL = List.of(
            "SELECT 'column', table_name, column_name, column_type, is_nullable, column_default, extra, collation_name"
                    + " FROM information_schema.columns WHERE table_schema = DATABASE()",
            "SELECT 'index', table_name, index_name, seq_in_index, column_name, non_unique, index_type, sub_part, collation"
                    + " FROM information_schema.statistics WHERE table_schema = DATABASE()",
            "SELECT 'key', k.table_name, k.constraint_name, k.ordinal_position, k.column_name, k.referenced_table_name,"
                    + " k.referenced_column_name, r.delete_rule, r.update_rule FROM information_schema.key_column_usage k"
                    + " JOIN information_schema.referential_constraints r ON r.constraint_schema = k.constraint_schema"
                    + " AND r.constraint_name = k.constraint_name WHERE k.table_schema = DATABASE()"
                    + " AND k.referenced_table_name IS NOT NULL",
            "SELECT 'table', table_name, table_type, engine, table_collation FROM information_schema.tables"
                    + " WHERE table_schema = DATABASE()");

    private static final List<String> SQLITE = List.of(
            "SELECT 'column', m.name, c.name, c.type, c.\"notnull\", c.dflt_value, c.pk FROM sqlite_master m,"
                    + " pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'",
            "SELECT 'index', m.name, CASE l.origin WHEN 'c' THEN l.name ELSE '' END, l.\"unique\", l.origin, l.partial,"
                    + " (SELECT group_concat(x.name || ' ' || x.\"desc\") FROM pragma_index_xinfo(l.name) x WHERE x.key = 1)"
                    + " FROM sqlite_master m, pragma_index_list(m.name) l WHERE m.type = 'table'",
            "SELECT 'key', m.name, (SELECT group_concat(k.\"from\" || '>' || k.\"to\") FROM"
                    + " pragma_foreign_key_list(m.name) k WHERE k.id = f.id), f.\"table\", f.on_delete, f.on_update"
                    + " FROM sqlite_master m, pragma_foreign_key_list(m.name) f WHERE m.type = 'table'",
            "SELECT 'counts', name, sql LIKE '%AUTOINCREMENT%' FROM sqlite_master WHERE type = 'table'"
                    + " AND name NOT LIKE 'sqlite_%'",
            "SELECT 'view', name, sql FROM sqlite_master WHERE type IN ('view', 'trigger')");

    private Catalog() {}

    static List<String> of(TestDatabase database) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String query : queries(database.kind())) {
                try (ResultSet rows = statement.executeQuery(query)) {
                    while (rows.next()) {
                        lines.add(line(rows));
                    }
                }
            }
        }
        return lines.stream().distinct().sorted().toList();
    }

    private static List<String> queries(DatabaseKind kind) {
        return switch (kind) {
            case POSTGRESQL -> POSTGRES;
            case MYSQL, MARIADB -> MYSQL;
            case SQLITE -> SQLITE;
        };
    }

    private static String line(ResultSet row) throws SQLException {
        StringBuilder line = new StringBuilder();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            line.append(i == 1 ? "" : " | ").append(row.getString(i));
        }
        return line.toString();
    }
}
