package dev.prisma4j.migrate.command;

import dev.prisma4j.migrate.danger.DataLoss;
import dev.prisma4j.migrate.danger.RowCounts;
import dev.prisma4j.migrate.history.MigrationFile;
import dev.prisma4j.migrate.script.SqlStatement;
import dev.prisma4j.migrate.script.SqlTokens;
import dev.prisma4j.migrate.table.Column;
import dev.prisma4j.migrate.table.DatabaseSchema;
import dev.prisma4j.migrate.table.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What scripts lose though the tables before and after do not show it: rows that are deleted, and those of a table or column
 * that is dropped and made again.
 */
final class DownLosses {
    private static final Set<String> NO_COLUMNS = Set.of(
            "CONSTRAINT", "PRIMARY", "FOREIGN", "INDEX", "KEY", "DEFAULT", "NOT", "EXPRESSION", "IDENTITY", "CHECK");

    private final DatabaseSchema then;
    private final RowCounts counts;
    private final boolean mysql;
    private final Map<String, Table> tables = new HashMap<>();
    private final Set<String> copied = new HashSet<>();
    private final List<DataLoss.Finding> warnings = new ArrayList<>();
    private boolean changesRows;

    /**
     * Starts with a database.
     *
     * @param now the database before the scripts
     * @param then the database after them
     * @param counts how many rows there are now
     */
    DownLosses(DatabaseSchema now, DatabaseSchema then, RowCounts counts, boolean mysql) {
        this.then = then;
        this.counts = counts;
        this.mysql = mysql;
        now.tables().forEach(table -> tables.put(key(table.name().name()), table));
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    List<DataLoss.Finding> warnings() {
        return warnings;
    }

    /** Whether there are statements about rows. */
    boolean changesRows() {
        return changesRows;
    }

    /** Reads the next script. */
    void read(MigrationFile migration, List<SqlStatement> statements) {
        for (SqlStatement statement : statements) {
            read(migration.name() + "/down.sql", statement);
        }
    }

    private void read(String script, SqlStatement statement) {
        if (deletesRows(tokens(statement))) {
            changesRows = true;
            warn(script, statement, "deletes rows");
        }
        SqlTokens tokens = tokens(statement);
        if (tokens.take("UPDATE")) {
            changesRows = true;
        } else if (tokens.take("DROP", "SCHEMA") || tokens.take("DROP", "DATABASE")) {
            warn(script, statement, "drops all of `" + tokens.takeName() + "`");
        } else if (tokens.take("DROP", "TABLE")) {
            dropTables(script, statement, tokens);
        } else if (tokens.take("ALTER", "TABLE")) {
            alterTable(script, statement, tokens);
        } else if (tokens.take("RENAME", "TABLE")) {
            String from = tokens.takeName();
            if (tokens.take("TO")) {
                rename(from, tokens.takeName());
            }
        } else if (tokens.take("INSERT") || tokens.take("CREATE", "TABLE")) {
            noteCopies(tokens);
        }
    }

    private SqlTokens tokens(SqlStatement statement) {
        return SqlTokens.of(statement, mysql);
    }

    private void warn(String script, SqlStatement statement, String what) {
        warnings.add(new DataLoss.Finding(0, script + " " + what + " on line " + statement.line() + "."));
    }

    private static boolean deletesRows(SqlTokens tokens) {
        if (tokens.peek().equals("WITH")) {
            while (!tokens.isAtEnd()) {
                if (tokens.next().equals("DELETE")) {
                    return true;
                }
            }
        }
        return tokens.takeOneOf("DELETE", "TRUNCATE", "REPLACE") || tokens.take("INSERT", "OR", "REPLACE");
    }

    /** The tables whose rows a statement puts elsewhere. */
    private void noteCopies(SqlTokens tokens) {
        boolean selects = false;
        while (!tokens.isAtEnd()) {
            String token = tokens.next();
            selects |= token.equals("SELECT");
            if (selects && (token.equals("FROM") || token.equals("JOIN"))) {
                copied.add(key(tokens.takeName()));
            }
        }
    }

    private void dropTables(String script, SqlStatement statement, SqlTokens tokens) {
        tokens.take("IF", "EXISTS");
        do {
            String name = tokens.takeName();
            Table table = tables.remove(key(name));
            boolean kept = copied.remove(key(name));
            if (table != null && !kept && then.table(table.name()).isPresent()) {
                Long rows = counts.rows(table.name());
                if (rows == null || rows > 0) {
                    String many = rows == null ? "which may have rows" : "which has " + rows + " rows";
                    warn(
                            script,
                            statement,
                            "drops the table `" + table.name().name() + "`, " + many + ", without having copied it,");
                }
            }
        } while (tokens.take(","));
    }

    private void rename(String from, String to) {
        Table table = tables.remove(key(from));
        if (table != null) {
            tables.put(key(to), table);
        }
    }

    private void alterTable(String script, SqlStatement statement, SqlTokens tokens) {
        tokens.take("IF", "EXISTS");
        tokens.take("ONLY");
        String name = tokens.takeName();
        if (tokens.take("RENAME", "TO")) {
            rename(name, tokens.takeName());
            return;
        }
        Table table = tables.get(key(name));
        while (table != null && !tokens.isAtEnd()) {
            if (tokens.next().equals("DROP") && !NO_COLUMNS.contains(tokens.peek())) {
                tokens.take("COLUMN");
                tokens.take("IF", "EXISTS");
                dropColumn(script, statement, table, tokens.takeName());
            }
        }
    }

    /** Where the column comes back as another one, the comparison of tables shows it. */
    private void dropColumn(String script, SqlStatement statement, Table table, String name) {
        Column before = column(table, name);
        Column after = then.table(table.name()).map(t -> column(t, name)).orElse(null);
        if (before == null || !before.equals(after)) {
            return;
        }
        Long values = counts.nonNull(table.name(), before.name());
        if (values == null || values > 0) {
            warn(
                    script,
                    statement,
                    "drops the column `" + before.name() + "` of `"
                            + table.name().name() + "`, which it makes again,");
        }
    }

    private static @Nullable Column column(Table table, String name) {
        return table.columns().stream()
                .filter(column -> column.name().equalsIgnoreCase(name))
                .findFirst()
                .orElse(null);
    }
}
