package dev.prisma4j.engine.sql.dialect;

import dev.prisma4j.engine.error.DriverCause;
import dev.prisma4j.engine.error.Errors;
import dev.prisma4j.engine.error.PrismaException;
import dev.prisma4j.schema.model.Model;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** MySQL's and MariaDB's error numbers in Prisma's terms. */
final class MysqlErrors {
    private static final String TRUNCATION = "Data truncation: ";
    private static final Pattern LAST_QUOTED = Pattern.compile(".*'([^']*)'", Pattern.DOTALL);
    private static final Pattern FIRST_QUOTED = Pattern.compile("'([^']*)'");
    private static final Pattern KEY = Pattern.compile("FOREIGN KEY \\(([^)]*)\\)");
    private static final Pattern CONSTRAINT = Pattern.compile("CONSTRAINT `([^`]*)`");

    private MysqlErrors() {}

    /** The failure of something else than a statement. */
    static PrismaException translate(SQLException failure, @Nullable Model model) {
        return translate(failure, model, null);
    }

    static PrismaException translate(SQLException failure, @Nullable Model model, @Nullable String sql) {
        String message = message(failure);
        String name = switch (failure.getErrorCode()) {
            case 1062, 1586 -> found(LAST_QUOTED, message);
            case 1451, 1452 -> found(KEY, message);
            case 1048, 1364, 1263 -> found(FIRST_QUOTED, message);
            default -> null;
        };
        boolean unique = failure.getErrorCode() == 1062 || failure.getErrorCode() == 1586;
        Map<String, ?> details = name == null
                ? Map.of()
                : Map.of(
                        "constraint",
                        unique
                                ? Map.of("index", name.substring(name.lastIndexOf('.') + 1))
                                : Map.of("fields", List.of(name.replace("`", "").split(", "))));
        Map<String, Object> other = new LinkedHashMap<>();
        other.put("kind", "mysql");
        other.put("code", failure.getErrorCode());
        other.put("message", message);
        other.put("state", failure.getSQLState() == null ? "HY000" : failure.getSQLState());
        return new DriverCause(Integer.toString(failure.getErrorCode()), message, details, other)
                .addTo(byNumber(failure, model, sql));
    }

    /** The server's words: one driver puts words of its own before some of them, the other says which connection it was. */
    private static String message(SQLException failure) {
        String text = String.valueOf(failure.getMessage());
        if (text.startsWith("(conn=") && text.indexOf(") ") > 0) {
            text = text.substring(text.indexOf(") ") + 2);
        }
        return text.startsWith(TRUNCATION) ? text.substring(TRUNCATION.length()) : text;
    }

    private static PrismaException byNumber(SQLException failure, @Nullable Model model, @Nullable String sql) {
        String message = message(failure);
        return switch (failure.getErrorCode()) {
            case 1062, 1586 -> {
                String index = found(LAST_QUOTED, message);
                String name = index == null ? null : index.substring(index.lastIndexOf('.') + 1);
                yield Errors.uniqueConstraint(
                        model, name == null ? List.of() : Columns.indexFields(model, name), name, failure);
            }
            case 1451, 1452, 1216, 1217 -> Errors.foreignKeyConstraint(model, found(CONSTRAINT, message), failure);
            case 1048, 1364, 1263 -> {
                String column = found(FIRST_QUOTED, message);
                yield Errors.nullConstraint(
                        model, column == null ? List.of() : List.of(Columns.fieldName(model, column)), failure);
            }
            case 1406 -> {
                String column = found(FIRST_QUOTED, message);
                String name = column == null ? "(not available)" : Columns.fieldName(model, column);
                yield Errors.database(
                        "P2000",
                        model,
                        "The provided value for the column is too long for the column's type. Column: " + name,
                        Map.of("column_name", name),
                        failure);
            }
            case 1264, 1690 -> Errors.valueOutOfRange(model, message, failure);
            case 1213, 1205, 1020, 3572 -> Errors.writeConflict(failure);
            case 1146 -> {
                String table = found(FIRST_QUOTED, message);
                String name = table == null ? "(not available)" : table;
                yield Errors.database(
                        "P2021",
                        model,
                        "The table `" + name + "` does not exist in the current database.",
                        Map.of("table", name),
                        failure);
            }
            case 1054 -> {
                String column = found(FIRST_QUOTED, message);
                String name = column == null ? "(not available)" : MissingNames.column(column, sql);
                yield Errors.database(
                        "P2022",
                        model,
                        "The column `" + name + "` does not exist in the current database.",
                        Map.of("column", name),
                        failure);
            }
            case 1191 ->
                Errors.database(
                        "P2030",
                        model,
                        "Cannot find a fulltext index to use for the search, try adding a @@fulltext([Fields...]) to your"
                                + " schema",
                        Map.of(),
                        failure);
            case 1317, 3024, 1969 -> Errors.operationTimeout("The statement was cancelled: " + message, failure);
            default -> connection(message, model, failure);
        };
    }

    private static PrismaException connection(String message, @Nullable Model model, SQLException failure) {
        return switch (failure.getErrorCode()) {
            case 1045, 1698 ->
                Errors.connection(
                        "P1000", "Authentication failed against the database server: " + message, Map.of(), failure);
            case 1049 -> Errors.connection("P1003", "The database does not exist: " + message, Map.of(), failure);
            case 1044, 1130, 1142, 1143, 1227 ->
                Errors.connection("P1010", "Access was denied: " + message, Map.of(), failure);
            case 3159 -> Errors.connection("P1011", "Error opening a TLS connection: " + message, Map.of(), failure);
            case 1040, 1203 ->
                Errors.database("P2037", model, "Too many database connections opened: " + message, Map.of(), failure);
            default -> {
                String state = failure.getSQLState() == null ? "" : failure.getSQLState();
                if (state.startsWith("08") && Refusals.isTls(failure)) {
                    yield Errors.connection("P1011", "Error opening a TLS connection: " + message, Map.of(), failure);
                }
                // the driver's words where there never was a connection
                if (state.equals("08001") || message.contains("has not received any packets")) {
                    yield Errors.connection("P1001", "Can't reach the database server: " + message, Map.of(), failure);
                }
                if (isConnectionLost(failure)) {
                    yield Errors.connection("P1017", "Server has closed the connection. " + message, Map.of(), failure);
                }
                String code = Integer.toString(failure.getErrorCode());
                yield Errors.databaseError(model, code, message, failure);
            }
        };
    }

    static PrismaException translateRaw(SQLException failure) {
        int code = failure.getErrorCode();
        if (isConnectionLost(failure) || code == 1213 || code == 1205 || code == 1317 || code == 3024) {
            return translate(failure, null);
        }
        return Errors.rawQueryFailed(Integer.toString(code), message(failure), translate(failure, null), failure);
    }

    /** A server that shuts down, goes away, is lost; and sessions that were killed or idle for too long. */
    private static final Set<Integer> LOST = Set.of(1053, 2006, 2013, 1927, 3169, 4031);

    static boolean isConnectionLost(SQLException failure) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        int code = failure.getErrorCode();
        return (state.startsWith("08") && code != 1040) || LOST.contains(code);
    }

    private static @Nullable String found(Pattern pattern, String message) {
        Matcher matcher = pattern.matcher(message);
        return matcher.find() ? matcher.group(1) : null;
    }
}
