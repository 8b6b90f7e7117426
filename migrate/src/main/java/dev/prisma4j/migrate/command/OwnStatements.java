package dev.prisma4j.migrate.command;

import dev.prisma4j.migrate.database.DatabaseKind;
import dev.prisma4j.migrate.history.MigrationFile;
import dev.prisma4j.migrate.script.SqlStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Finds the statements of migrations that somebody wrote and that a comparison of tables would not write again: those about
 * rows, views, triggers, functions, rights, and the parts of tables that no schema can say.
 */
final class OwnStatements {
    private static final Pattern GENERATED = Pattern.compile("(CREATE TABLE|ALTER TABLE|DROP TABLE|RENAME TABLE"
            + "|CREATE (UNIQUE |FULLTEXT |SPATIAL )?INDEX|DROP INDEX|ALTER INDEX|CREATE TYPE|ALTER TYPE|DROP TYPE"
            + "|CREATE SCHEMA|CREATE SEQUENCE|ALTER SEQUENCE|DROP SEQUENCE|PRAGMA|BEGIN|COMMIT|SET) ?.*");
    private static final Pattern UNSAYABLE = Pattern.compile(
            "\\b(CHECK|EXCLUDE)\\s*\\w*\\s*\\(|\\bGENERATED\\s+ALWAYS\\b|\\bDEFERRABLE\\b|\\bPARTITION\\s+(BY|OF)\\b"
                    + "|\\bINHERITS\\b|\\bROW\\s+LEVEL\\b|\\bOWNER\\s+TO\\b");
    private static final Pattern PARTIAL_OR_EXPRESSION =
            Pattern.compile("\\bWHERE\\b|\\bINCLUDE\\s*\\(|\\([^()]*\\w\\s*\\((?!\\s*\\d+\\s*\\))|\\(\\s*\\(");
    private static final int LONGEST_EXCERPT = 60;

    private OwnStatements() {}

    /** Where each such statement is and how it begins. */
    static List<String> in(List<MigrationFile> migrations, DatabaseKind kind) {
        List<String> found = new ArrayList<>();
        for (MigrationFile migration : migrations) {
            for (SqlStatement statement : kind.statements(migration.script())) {
                if (isOwn(statement)) {
                    String words = statement.words();
                    found.add(migration.name() + ", line " + statement.line() + ": "
                            + (words.length() > LONGEST_EXCERPT ? words.substring(0, LONGEST_EXCERPT) + "..." : words));
                }
            }
        }
        return found;
    }

    private static boolean isOwn(SqlStatement statement) {
        String words = statement.words().toUpperCase(Locale.ROOT);
        // SQLite's tables that are made anew are filled from the old ones; columns may become required on the way.
        boolean copies =
                words.startsWith("INSERT INTO \"NEW_") && statement.text().contains("SELECT");
        if (copies) {
            return false;
        }
        if (!GENERATED.matcher(words).matches()) {
            return true;
        }
        String text = withoutStrings(statement.text()).toUpperCase(Locale.ROOT);
        boolean index = words.startsWith("CREATE") && words.contains("INDEX");
        return UNSAYABLE.matcher(text).find()
                || index && PARTIAL_OR_EXPRESSION.matcher(text).find();
    }

    private static String withoutStrings(String sql) {
        return sql.replaceAll("(?s)/\\*.*?\\*/", " ")
                .replaceAll("(?m)--.*$", " ")
                .replaceAll("'(?:[^']|'')*'", "''")
                .replaceAll("\"(?:[^\"]|\"\")*\"|`(?:[^`]|``)*`", "x");
    }
}
