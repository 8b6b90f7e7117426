package dev.prisma4j.engine.sql.dialect;

/** PostgreSQL's search path, of a connection that belongs to somebody else. Each statement takes a path and gives one. */
public final class SearchPath {
    /** Sets the path and tells the one before, in one round trip; OFFSET has that one looked up first. */
    public static final String SWAP = "SELECT path, set_config('search_path', ?, false)"
            + " FROM (SELECT current_setting('search_path') AS path OFFSET 0) AS before";

    /** Sets the path. */
    public static final String SET = "SELECT set_config('search_path', ?, false)";

    private SearchPath() {}

    /** The path that is one schema, as PostgreSQL shows it. */
    public static String of(String schema) {
        return schema.matches("[a-z_][a-z0-9_]*") ? schema : '"' + schema.replace("\"", "\"\"") + '"';
    }
}
