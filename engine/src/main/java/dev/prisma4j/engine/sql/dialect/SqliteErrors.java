package dev.prisma4j.engine.sql.dialect;

import dev.prisma4j.engine.error.DriverCause;
import dev.prisma4j.engine.error.Errors;
import dev.prisma4j.engine.error.PrismaException;
import dev.prisma4j.schema.model.Model;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** SQLite's result codes in Prisma's terms. */
final class SqliteErrors {
    private static final Pattern COLUMN =
            Pattern.compile("no such column: (.+)|table .* has no column named (.+)", Pattern.DOTALL);

    private SqliteErrors() {}

    /** The failure of something else than a statement. */
    static PrismaException translate(SQLException failure, @Nullable Model model) {
        return translate(failure, model, null);
    }

    static PrismaException translate(SQLException failure, @Nullable Model model, @Nullable String sql) {
        String message = message(failure);
        Map<String, Object> details = new LinkedHashMap<>();
        if (message.startsWith("FOREIGN KEY")) {
            details.put("constraint", Map.of("foreignKey", Map.of()));
        } else if (message.startsWith("UNIQUE") || message.startsWith("NOT NULL")) {
            details.put("constraint", Map.of("fields", fields(message, null)));
            int dot = message.indexOf('.');
            if (message.startsWith("UNIQUE") && dot > 0) {
                details.put("table", message.substring(message.indexOf(": ") + 2, dot));
            }
        }
        Map<String, Object> other = new LinkedHashMap<>();
        other.put("kind", "sqlite");
        other.put("extendedCode", code(failure).code);
        other.put("message", message);
        return new DriverCause(code(failure).name(), message, details, other).addTo(byCode(failure, model, sql));
    }

    private static PrismaException byCode(SQLException failure, @Nullable Model model, @Nullable String sql) {
        SQLiteErrorCode code = code(failure);
        String message = message(failure);
        return switch (code) {
            case SQLITE_CONSTRAINT_UNIQUE, SQLITE_CONSTRAINT_PRIMARYKEY, SQLITE_CONSTRAINT_ROWID ->
                Errors.uniqueConstraint(model, fields(message, model), null, failure);
            case SQLITE_CONSTRAINT_FOREIGNKEY, SQLITE_CONSTRAINT_TRIGGER ->
                Errors.foreignKeyConstraint(model, null, failure);
            case SQLITE_CONSTRAINT_NOTNULL -> Errors.nullConstraint(model, fields(message, model), failure);
            case SQLITE_CONSTRAINT_CHECK, SQLITE_CONSTRAINT, SQLITE_CONSTRAINT_DATATYPE ->
                Errors.databaseError(model, code.name(), message, failure);
            case SQLITE_INTERRUPT -> Errors.operationTimeout("The statement was cancelled.", failure);
            case SQLITE_BUSY,
                    SQLITE_BUSY_SNAPSHOT,
                    SQLITE_BUSY_RECOVERY,
                    SQLITE_BUSY_TIMEOUT,
                    SQLITE_LOCKED,
                    SQLITE_LOCKED_SHAREDCACHE ->
                Errors.operationTimeout("Operation has timed out: the database is locked.", failure);
            case SQLITE_CANTOPEN, SQLITE_NOTADB ->
                Errors.connection("P1003", "Database does not exist: " + message, Map.of(), failure);
            default -> byMessage(message, model, sql, failure);
        };
    }

    static PrismaException translateRaw(SQLException failure) {
        SQLiteErrorCode code = code(failure);
        return code == SQLiteErrorCode.SQLITE_INTERRUPT
                ? translate(failure, null)
                : Errors.rawQueryFailed(
                        Integer.toString(code.code), message(failure), translate(failure, null), failure);
    }

    private static PrismaException byMessage(
            String message, @Nullable Model model, @Nullable String sql, SQLException failure) {
        if (message.startsWith("no such table: ")) {
            String name = message.substring(15);
            String table = sql == null ? name : MissingNames.within("main", name);
            return Errors.database(
                    "P2021",
                    model,
                    "The table `" + table
                            + "` does not exist in the current database. (SQLite makes an empty file where"
                            + " there is none: a relative path may have led to another folder.)",
                    Map.of("table", table),
                    failure);
        }
        Matcher column = COLUMN.matcher(message);
        if (column.matches()) {
            String told = column.group(1) == null ? column.group(2) : column.group(1);
            String full = MissingNames.column(told, sql);
            String named = full.equals(told) ? told : "main." + full;
            return Errors.database(
                    "P2022",
                    model,
                    "The column `" + named + "` does not exist in the current database.",
                    Map.of("column", named),
                    failure);
        }
        if (message.startsWith("path to '") || message.startsWith("opening db: '")) { // the driver's own words
            return Errors.connection("P1003", "Database does not exist: " + message, Map.of(), failure);
        }
        if (message.contains("integer overflow")) {
            return Errors.valueOutOfRange(model, message, failure);
        }
        if (message.contains("interrupted") || message.contains("query timeout")) {
            return Errors.operationTimeout("The statement was cancelled.", failure);
        }
        return Errors.databaseError(model, code(failure).name(), message, failure);
    }

    private static SQLiteErrorCode code(SQLException failure) {
        return failure instanceof SQLiteException sqlite
                ? sqlite.getResultCode()
                : SQLiteErrorCode.getErrorCode(failure.getErrorCode());
    }

    /** What SQLite itself said, without the driver's frame: {@code [SQLITE_X] Some text (message)}. */
    private static String message(SQLException failure) {
        String text = String.valueOf(failure.getMessage());
        int open = text.indexOf('(');
        return text.startsWith("[") && open > 0 && text.endsWith(")")
                ? text.substring(open + 1, text.length() - 1)
                : text;
    }

    /** The fields of {@code UNIQUE constraint failed: User.email, User.name}. */
    private static List<String> fields(String message, @Nullable Model model) {
        int colon = message.indexOf(": ");
        List<String> fields = new ArrayList<>();
        if (colon < 0 || message.indexOf("index '") >= 0) {
            return fields;
        }
        for (String part : message.substring(colon + 2).split(", ")) {
            String column = part.substring(part.lastIndexOf('.') + 1);
            fields.add(Columns.fieldName(model, column));
        }
        return fields;
    }
}
