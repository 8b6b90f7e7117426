package dev.prisma4j.testkit.reference;

import dev.prisma4j.testkit.DatabaseKind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * All that a server's own catalog says of a database, in the server's words and order, asked by queries that have nothing to do
 * with the describers: two databases that were made alike answer with the same lines.
 */
final class RawCatalog {
    private static final String OWN = " NOT IN ('pg_catalog', 'information_schema', 'pg_toast')";

    private static final List<String> POSTGRES = List.of(
            "SELECT 'schema', nspname FROM pg_namespace WHERE nspname" + OWN
                    + " AND nspname NOT LIKE 'pg\\_%' ORDER BY 2",
            "SELECT 'column', n.nspname, c.relname, row_number() OVER (PARTITION BY c.oid ORDER BY a.attnum), a.attname,"
                    + " format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity, a.attgenerated, a.attcollation,"
                    + " pg_get_expr(d.adbin, d.adrelid) FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid"
                    + " JOIN pg_namespace n ON n.oid = c.relnamespace"
                    + " LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum"
                    + " WHERE n.nspname" + OWN + " AND c.relkind IN ('r', 'p', 'v', 'm') AND a.attnum > 0"
                    + " AND NOT a.attisdropped ORDER BY 2, 3, 4",
            "SELECT 'constraint', n.nspname, c.relname, k.conname, k.contype, k.condeferrable,"
                    + " pg_get_constraintdef(k.oid) FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid"
                    + " JOIN pg_namespace n ON n.oid = c.relnamespace ORDER BY 2, 3, 4",
            "SELECT 'index', schemaname, tablename, indexname, indexdef FROM pg_indexes WHERE schemaname" + OWN
                    + " ORDER BY 2, 3, 4",
            "SELECT 'enum', n.nspname, t.typname, e.enumlabel FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid"
                    + " JOIN pg_namespace n ON n.oid = t.typnamespace ORDER BY 2, 3, e.enumsortorder",
            "SELECT 'sequence', q.schemaname, q.sequencename, q.data_type::text, q.start_value, q.min_value,"
                    + " q.max_value, q.increment_by, q.cycle, q.cache_size,"
                    + " (SELECT d.refobjid::regclass::text || '.' || d.refobjsubid::text FROM pg_depend d"
                    + " WHERE d.deptype IN ('a', 'i') AND d.refclassid = 'pg_class'::regclass AND d.objid ="
                    + " (quote_ident(q.schemaname) || '.' || quote_ident(q.sequencename))::regclass) FROM pg_sequences q"
                    + " ORDER BY 2, 3",
            "SELECT 'view', schemaname, viewname, definition FROM pg_views WHERE schemaname" + OWN + " ORDER BY 2, 3",
            "SELECT 'extension', e.extname, n.nspname FROM pg_extension e JOIN pg_namespace n"
                    + " ON n.oid = e.extnamespace ORDER BY 2");

    private static final String SQLITE = "SELECT type, name, tbl_name, sql FROM sqlite_master"
            + " WHERE name NOT LIKE 'sqlite\\_sequence' ESCAPE '\\' ORDER BY 1, 2, 3";

    private RawCatalog() {}

    /** The lines for a database. */
    static List<String> of(Connection connection, DatabaseKind kind) throws SQLException {
        return switch (kind) {
            case POSTGRESQL -> ask(connection, POSTGRES);
            case SQLITE -> ask(connection, List.of(SQLITE));
            case MYSQL, MARIADB -> mysql(connection);
        };
    }

    private static List<String> mysql(Connection connection) throws SQLException {
        List<String> lines = new ArrayList<>();
        List<String> tables = ask(
                connection,
                List.of("SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE() ORDER BY 1"));
        for (String table : tables) {
            for (String made : ask(connection, List.of("SHOW CREATE TABLE `" + table.replace("`", "``") + "`"))) {
                lines.addAll(List.of(made.replaceAll(" AUTO_INCREMENT=\\d+", "").split("\n")));
            }
        }
        return lines;
    }

    private static List<String> ask(Connection connection, List<String> queries) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            for (String query : queries) {
                try (ResultSet rows = statement.executeQuery(query)) {
                    int columns = rows.getMetaData().getColumnCount();
                    while (rows.next()) {
                        StringBuilder line = new StringBuilder();
                        for (int i = 1; i <= columns; i++) {
                            line.append(i == 1 ? "" : " | ").append(rows.getString(i));
                        }
                        lines.add(line.toString());
                    }
                }
            }
        }
        return lines;
    }
}
