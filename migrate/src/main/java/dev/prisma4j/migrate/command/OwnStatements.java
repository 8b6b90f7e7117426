package dev.prisma4j.migrate.command;

import dev.prisma4j.migrate.database.DatabaseKind;
import dev.prisma4j.migrate.history.MigrationFile;
import dev.prisma4j.migrate.script.SqlStatement;
import dev.prisma4j.migrate.script.SqlTokens;
import dev.prisma4j.schema.model.Provider;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the statements of migrations that somebody wrote and that a comparison of tables would not write again: those about
 * rows, views, triggers, functions, rights, and the parts of tables that no schema can say.
 */
final class OwnStatements {
    private static final int LONGEST_EXCERPT = 60;

    private final List<SqlStatement> statements;
    private final boolean mysql;

    private OwnStatements(List<SqlStatement> statements, boolean mysql) {
        this.statements = statements;
        this.mysql = mysql;
    }

    /** Where each such statement is and how it begins. */
    static List<String> in(List<MigrationFile> migrations, DatabaseKind kind) {
        List<String> found = new ArrayList<>();
        for (MigrationFile migration : migrations) {
            List<SqlStatement> statements = kind.statements(migration.script());
            OwnStatements script = new OwnStatements(statements, kind.provider() == Provider.MYSQL);
            for (SqlStatement statement : statements) {
                if (!script.isGenerated(statement)) {
                    found.add(migration.name() + ", line " + statement.line() + ": " + excerpt(statement));
                }
            }
        }
        return found;
    }

    private static String excerpt(SqlStatement statement) {
        String words = statement.words();
        return words.length() > LONGEST_EXCERPT ? words.substring(0, LONGEST_EXCERPT) + "..." : words;
    }

    private boolean isGenerated(SqlStatement statement) {
        return TableStatement.is(tokens(statement)) || isCopy(tokens(statement));
    }

    private SqlTokens tokens(SqlStatement statement) {
        return SqlTokens.of(statement, mysql);
    }

    /** Whether it fills a table that is made anew from the one whose place it takes. */
    private boolean isCopy(SqlTokens insert) {
        if (!insert.take("INSERT", "INTO")) {
            return false;
        }
        String copy = insert.takeName();
        if (insert.peek().equals("(")) {
            insert.takeBalanced();
        }
        if (!insert.take("SELECT")) {
            return false;
        }
        while (!insert.isAtEnd() && !insert.take("FROM")) {
            insert.next();
        }
        String original = insert.takeName();
        return insert.isAtEnd() && statements.stream().map(this::tokens).anyMatch(s -> isRename(s, copy, original));
    }

    private static boolean isRename(SqlTokens statement, String from, String to) {
        return statement.take("ALTER", "TABLE")
                && statement.takeName().equals(from)
                && statement.take("RENAME", "TO")
                && statement.takeName().equals(to);
    }
}
