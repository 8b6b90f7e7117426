package dev.prisma4j.migrate.mysql;

import dev.prisma4j.migrate.script.SqlStatement;
import dev.prisma4j.migrate.script.SqlTokens;
import java.util.Set;

/**
 * Finds statements that name a database of the server: MySQL's reach every one that the user may use, so they change it
 * also when the script is only tried on a shadow database beside it.
 */
final class NamedDatabase {
    private static final Set<String> BEFORE_TABLE = Set.of(
            "TABLE",
            "INTO",
            "FROM",
            "JOIN",
            "UPDATE",
            "REFERENCES",
            "EXISTS",
            "VIEW",
            "TRIGGER",
            "PROCEDURE",
            "FUNCTION",
            "EVENT",
            "IGNORE",
            "TO");
    private static final Set<String> LISTS_TABLES = Set.of("DROP", "RENAME", "TRUNCATE", "LOCK");

    private NamedDatabase() {}

    /** Whether the statement changes to another database or says that one's name before that of a table. */
    static boolean isIn(SqlStatement statement, String database) {
        SqlTokens tokens = SqlTokens.of(statement, true);
        String first = tokens.next();
        if (first.equals("USE")) {
            return true;
        }
        String previous = first;
        while (!tokens.isAtEnd()) {
            String token = tokens.next();
            if (SqlTokens.bare(token).equalsIgnoreCase(database) && isDatabase(first, previous, tokens.peek())) {
                return true;
            }
            previous = token;
        }
        return false;
    }

    private static boolean isDatabase(String first, String previous, String next) {
        if (previous.equals("DATABASE") || previous.equals("SCHEMA")) {
            return true;
        }
        boolean table = BEFORE_TABLE.contains(previous)
                || previous.equals("ON") && first.equals("CREATE")
                || previous.equals(",") && LISTS_TABLES.contains(first);
        return table && next.equals(".");
    }
}
