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
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** PostgreSQL's SQLSTATEs in Prisma's terms. */
final class PostgresErrors {
    private static final Where RAW = new Where("public", null);

    private PostgresErrors() {}

    /**
     * What a failure is told for.
     *
     * @param schema the schema of tables that name none
     * @param sql the statement, or null
     */
    record Where(String schema, @Nullable String sql) {}

    /** The failure of something else than a statement. */
    static PrismaException translate(SQLException failure, @Nullable Model model) {
        return translate(failure, model, RAW);
    }

    static PrismaException translate(SQLException failure, @Nullable Model model, Where where) {
        Map<String, Object> details = new LinkedHashMap<>();
        ServerErrorMessage server = server(failure);
        boolean unique = state(failure).equals("23505");
        if (server != null
                && server.getConstraint() != null
                && (unique || state(failure).equals("23503"))) {
            details.put("constraint", Map.of("index", server.getConstraint()));
        }
        if (state(failure).equals("22003")) {
            details.put("cause", message(failure));
        }
        if (server != null && server.getTable() != null && unique) {
            details.put("table", server.getTable());
        }
        String severity = server == null ? null : server.getSeverity();
        Map<String, Object> other = new LinkedHashMap<>();
        other.put("kind", "postgres");
        other.put("code", state(failure));
        other.put("severity", severity == null ? "ERROR" : severity);
        other.put("message", message(failure));
        if (server != null && server.getDetail() != null) {
            other.put("detail", server.getDetail());
        }
        if (server != null && server.getHint() != null) {
            other.put("hint", server.getHint());
        }
        return new DriverCause(state(failure), message(failure), details, other).addTo(byState(failure, model, where));
    }

    private static PrismaException byState(SQLException failure, @Nullable Model model, Where where) {
        String state = state(failure);
        String message = message(failure);
        ServerErrorMessage server = server(failure);
        return switch (state) {
            case "23505" -> {
                String index = server == null ? null : server.getConstraint();
                List<String> fields = index == null ? List.of() : Columns.indexFields(model, index);
                yield Errors.uniqueConstraint(
                        model, fields.isEmpty() ? detailFields(server, model) : fields, index, failure);
            }
            case "23503" -> Errors.foreignKeyConstraint(model, server == null ? null : server.getConstraint(), failure);
            case "23502" -> {
                String column = server == null ? null : server.getColumn();
                yield Errors.nullConstraint(
                        model, column == null ? List.of() : List.of(Columns.fieldName(model, column)), failure);
            }
            case "22001" ->
                Errors.database(
                        "P2000",
                        model,
                        "The provided value for the column is too long for the column's type. Column: (not available)",
                        Map.of("column_name", "(not available)"),
                        failure);
            case "22003" -> Errors.valueOutOfRange(model, message, failure);
            case "22P02" -> Errors.invalidInput(model, message, failure);
            case "40001", "40P01", "55P03" -> Errors.writeConflict(failure);
            case "42P01" -> {
                String name = quotedName(message);
                String table = where.sql == null ? name : MissingNames.within(where.schema, name);
                yield Errors.database(
                        "P2021",
                        model,
                        "The table `" + table + "` does not exist in the current database.",
                        Map.of("table", table),
                        failure);
            }
            case "42703" -> {
                String column = MissingNames.column(columnName(message), where.sql);
                yield Errors.database(
                        "P2022",
                        model,
                        "The column `" + column + "` does not exist in the current database.",
                        Map.of("column", column),
                        failure);
            }
            case "57014" -> Errors.operationTimeout("The statement was cancelled: " + message, failure);
            default -> connection(state, message, model, failure);
        };
    }

    private static PrismaException connection(
            String state, String message, @Nullable Model model, SQLException failure) {
        if (state.startsWith("08") && Refusals.isTls(failure)) {
            return Errors.connection("P1011", "Error opening a TLS connection: " + message, Map.of(), failure);
        }
        return switch (state) {
            // 08004: the driver has no way to log in as the server wants it, such as no password
            case "28P01", "28000", "08004" ->
                Errors.connection(
                        "P1000", "Authentication failed against the database server: " + message, Map.of(), failure);
            case "3D000" -> Errors.connection("P1003", "The database does not exist: " + message, Map.of(), failure);
            case "42501" -> Errors.connection("P1010", "Access was denied: " + message, Map.of(), failure);
            case "53300" ->
                Errors.database("P2037", model, "Too many database connections opened: " + message, Map.of(), failure);
            case "08001" ->
                Errors.connection("P1001", "Can't reach the database server: " + message, Map.of(), failure);
            default -> {
                if (isConnectionLost(failure)) {
                    yield Errors.connection("P1017", "Server has closed the connection. " + message, Map.of(), failure);
                }
                yield Errors.databaseError(model, state, message, failure);
            }
        };
    }

    static PrismaException translateRaw(SQLException failure) {
        String state = state(failure);
        if (state.equals("57014") || state.equals("40001") || state.equals("40P01") || state.startsWith("08")) {
            return translate(failure, null);
        }
        return Errors.rawQueryFailed(
                state.isEmpty() ? "N/A" : state, message(failure), translate(failure, null), failure);
    }

    /** What the server says where it gets other values than the statement wants; the driver does not let it come to that. */
    static PrismaException wrongNumberOfValues(int given, int wanted) {
        String state = "08P01";
        String message =
                "bind message supplies " + given + " parameters, but prepared statement \"\" requires " + wanted;
        Map<String, Object> other = new LinkedHashMap<>();
        other.put("kind", "postgres");
        other.put("code", state);
        other.put("severity", "ERROR");
        other.put("message", message);
        PrismaException same = new DriverCause(state, message, Map.of(), other)
                .addTo(Errors.databaseError(null, state, message, null));
        return Errors.rawQueryFailed(state, message, same, null);
    }

    static boolean isConnectionLost(SQLException failure) {
        String state = state(failure);
        return state.startsWith("08") || state.equals("57P01") || state.equals("57P02") || state.equals("57P03");
    }

    private static String state(SQLException failure) {
        return failure.getSQLState() == null ? "" : failure.getSQLState();
    }

    private static @Nullable ServerErrorMessage server(SQLException failure) {
        return failure instanceof PSQLException postgres ? postgres.getServerErrorMessage() : null;
    }

    private static String message(SQLException failure) {
        ServerErrorMessage server = server(failure);
        String text = server == null ? null : server.getMessage();
        return text == null ? String.valueOf(failure.getMessage()) : text;
    }

    /** The name in {@code column t0.name does not exist}, as it stands there but for quotes. */
    private static String columnName(String message) {
        int end = message.indexOf(" does not exist");
        return message.startsWith("column ") && end > 0
                ? message.substring(7, end).replace("\"", "")
                : quotedName(message);
    }

    /** The first name in double quotes. */
    private static String quotedName(String message) {
        int open = message.indexOf('"');
        int close = message.indexOf('"', open + 1);
        return open < 0 || close < 0 ? "(not available)" : message.substring(open + 1, close);
    }

    /** The fields of {@code Key (email, "firstName")=(..) already exists.} */
    private static List<String> detailFields(@Nullable ServerErrorMessage server, @Nullable Model model) {
        String detail = server == null ? null : server.getDetail();
        List<String> fields = new ArrayList<>();
        int open = detail == null ? -1 : detail.indexOf('(');
        int close = detail == null ? -1 : detail.indexOf(")=");
        if (detail != null && open >= 0 && close > open) {
            for (String column : detail.substring(open + 1, close).split(", ")) {
                fields.add(Columns.fieldName(model, column.replace("\"", "")));
            }
        }
        return fields;
    }
}
