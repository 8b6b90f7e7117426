package dev.prisma4j.engine.error;

import dev.prisma4j.schema.model.Model;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The one place where the engine's errors are worded: a named constructor for each thing that can go wrong. */
public final class Errors {
    private Errors() {}

    // ---- constraints

    /** P2002: a row with the same values exists. */
    public static PrismaException uniqueConstraint(
            @Nullable Model model, List<String> fields, @Nullable String index, @Nullable Throwable cause) {
        Map<String, @Nullable Object> meta = meta(model);
        String what;
        if (!fields.isEmpty()) {
            what = "fields: (" + quoted(fields) + ")";
            meta.put("target", fields);
        } else if (index != null) {
            what = "constraint: `" + index + "`";
            meta.put("target", index);
        } else {
            what = "(not available)";
        }
        return new UniqueConstraintException("Unique constraint failed on the " + what, fields, meta, cause);
    }

    /** P2003: a foreign key does not hold. */
    public static PrismaException foreignKeyConstraint(
            @Nullable Model model, @Nullable String constraint, @Nullable Throwable cause) {
        Map<String, @Nullable Object> meta = meta(model);
        meta.put("constraint", constraint == null ? "(not available)" : constraint);
        return new ForeignKeyConstraintException(
                "P2003",
                constraint == null
                        ? "Foreign key constraint violated on the foreign key"
                        : "Foreign key constraint violated on the constraint: `" + constraint + "`",
                meta,
                cause);
    }

    /** P2011: NULL where the database wants a value. */
    public static PrismaException nullConstraint(
            @Nullable Model model, List<String> fields, @Nullable Throwable cause) {
        Map<String, @Nullable Object> meta = meta(model);
        meta.put("constraint", fields);
        return new NullConstraintException(
                "P2011",
                fields.isEmpty()
                        ? "Null constraint violation"
                        : "Null constraint violation on the fields: (" + quoted(fields) + ")",
                meta,
                cause);
    }

    // ---- rows that are not as they should be

    /** P2025: the row that the operation is about does not exist. */
    public static PrismaException recordNotFound(Model model, String operation) {
        Map<String, @Nullable Object> meta = meta(model);
        meta.put("cause", "No record was found for " + operation + ".");
        meta.put("operation", operation);
        return new RecordNotFoundException(
                "P2025",
                "An operation failed because it depends on one or more records that were required but not found. No"
                        + " record was found for " + operation + ".",
                meta,
                null);
    }

    /**
     * P2025: the related row that a nested write is about does not exist.
     *
     * @param model the model of the related row
     * @param relationKind for example {@code one-to-many}
     * @param operation for example {@code a nested connect}
     * @param neededFor what the row was needed for, or null
     */
    public static PrismaException relatedRecordNotFound(
            Model model, String relation, String relationKind, String operation, @Nullable String neededFor) {
        Map<String, @Nullable Object> meta = meta(model);
        String cause = "No '" + model.name() + "' record" + (neededFor == null ? "" : " (needed to " + neededFor + ")")
                + " was found for " + operation + " on " + relationKind + " relation '" + relation + "'.";
        meta.put("cause", cause);
        meta.put("model", model.name());
        meta.put("relation", relation);
        meta.put("relationType", relationKind);
        meta.put("operation", operation);
        meta.put("neededFor", neededFor);
        return new RecordNotFoundException("P2025", dependsOn(cause), meta, null);
    }

    /** P2025: some of the rows to connect through a join table do not exist. */
    public static PrismaException recordsToConnectMissing(Model model, int expected, int found) {
        Map<String, @Nullable Object> meta = meta(model);
        String cause = "Expected " + expected + " records to be connected, found only " + found + ".";
        meta.put("cause", cause);
        meta.put("expectedRows", expected);
        return new RecordNotFoundException("P2025", dependsOn(cause), meta, null);
    }

    private static String dependsOn(String cause) {
        return "An operation failed because it depends on one or more records that were required but not found. "
                + cause;
    }

    /** P2018: some of the rows to connect do not exist. */
    public static PrismaException connectTargetsMissing(
            Model model, String relation, String relationKind, long expected, long found) {
        Map<String, @Nullable Object> meta = meta(model);
        String details = "Expected " + expected + " records to be connected after connect operation on " + relationKind
                + " relation '" + relation + "', found " + found + ".";
        meta.put("details", details);
        meta.put("expectedRows", expected);
        meta.put("relation", relation);
        meta.put("relationType", relationKind);
        return new RelationException("P2018", "The required connected records were not found. " + details, meta, null);
    }

    /** P2014: the change would break a required relation. */
    public static PrismaException requiredRelation(String relation, Model modelA, Model modelB) {
        Map<String, @Nullable Object> meta = meta(modelA);
        meta.put("relation_name", relation);
        meta.put("model_a_name", modelA.name());
        meta.put("model_b_name", modelB.name());
        meta.put("relation", relation);
        meta.put("modelA", modelA.name());
        meta.put("modelB", modelB.name());
        return new RelationException(
                "P2014",
                "The change you are trying to make would violate the required relation '" + relation + "' between the `"
                        + modelA.name() + "` and `" + modelB.name() + "` models.",
                meta,
                null);
    }

    /** P2017: two rows are not related. */
    public static PrismaException notConnected(String relation, Model parent, Model child) {
        Map<String, @Nullable Object> meta = meta(parent);
        meta.put("relation_name", relation);
        meta.put("parent_name", parent.name());
        meta.put("child_name", child.name());
        meta.put("relation", relation);
        meta.put("parent", parent.name());
        meta.put("child", child.name());
        return new RelationException(
                "P2017",
                "The records for relation `" + relation + "` between the `" + parent.name() + "` and `" + child.name()
                        + "` models are not connected.",
                meta,
                null);
    }

    // ---- queries that cannot be run

    /** P2009: the query has something that it must not have. */
    public static PrismaException invalidQuery(@Nullable Model model, String problem) {
        return invalidQuery(model, problem, Map.of());
    }

    /** P2009 with structured meta, from which clients of the JSON protocol word their own message. */
    public static PrismaException invalidQuery(
            @Nullable Model model, String problem, Map<String, ? extends @Nullable Object> details) {
        Map<String, @Nullable Object> meta = meta(model);
        meta.putAll(details);
        return new QueryException("P2009", problem, meta, null);
    }

    /** P2012: a value is missing. */
    public static PrismaException missingValue(@Nullable Model model, String path) {
        Map<String, @Nullable Object> meta = meta(model);
        meta.put("path", path);
        return new QueryException("P2012", "Missing a required value at `" + path + "`", meta, null);
    }

    /** P2019: arguments that do not go together. */
    public static PrismaException inputError(@Nullable Model model, String details) {
        Map<String, @Nullable Object> meta = meta(model);
        meta.put("details", details);
        return new QueryException("P2019", "Input error. " + details, meta, null);
    }

    /** P2020: a number that the column cannot hold. */
    public static PrismaException valueOutOfRange(@Nullable Model model, String details, @Nullable Throwable cause) {
        Map<String, @Nullable Object> meta = meta(model);
        meta.put("details", details);
        return new QueryException("P2020", "Value out of range for the type: " + details, meta, cause);
    }

    /** P2026: the database cannot do that. */
    public static PrismaException unsupported(String feature) {
        return new UnsupportedFeatureException(
                "P2026",
                "The current database provider doesn't support a feature that the query used: " + feature,
                Map.of("feature", feature),
                null);
    }

    /** P2016: the query cannot be interpreted. */
    public static PrismaException interpretation(@Nullable Model model, String details) {
        Map<String, @Nullable Object> meta = meta(model);
        meta.put("details", details);
        return new QueryException("P2016", "Query interpretation error. " + details, meta, null);
    }

    // ---- what the database holds

    /** P2032: NULL in a field that is required. */
    public static PrismaException unexpectedNull(@Nullable Model model, String field, String type) {
        Map<String, @Nullable Object> meta = meta(model);
        meta.put("field", field);
        meta.put("expected_type", type);
        meta.put("found", "null");
        return new DatabaseException(
                "P2032",
                "Error converting field \"" + field + "\" of expected non-nullable type \"" + type
                        + "\", found incompatible value of \"null\".",
                meta,
                null);
    }

    /** P2023: a stored value that cannot be what the schema says. */
    public static PrismaException inconsistentColumnData(
            @Nullable Model model, String message, @Nullable Throwable cause) {
        Map<String, @Nullable Object> meta = meta(model);
        meta.put("message", message);
        return new DatabaseException("P2023", "Inconsistent column data: " + message, meta, cause);
    }

    // ---- transactions and the pool

    /** P2023: an isolation level that there is not. */
    public static PrismaException invalidIsolation(String name) {
        String message = "Conversion failed: Invalid isolation level `" + name + "`";
        Map<String, Object> meta = new LinkedHashMap<>();
        meta.put("message", message);
        meta.put("providedIsolationLevel", name);
        return new TransactionException("P2023", "Inconsistent column data: " + message, meta, null);
    }

    /** P2028. */
    public static PrismaException transaction(String problem) {
        return transaction(problem, null);
    }

    /** P2028 with its cause. */
    public static PrismaException transaction(String problem, @Nullable Throwable cause) {
        return new TransactionException("P2028", "Transaction API error: " + problem, Map.of("error", problem), cause);
    }

    /** P2028: a query after the end. */
    public static PrismaException transactionClosed(String operation, String reason) {
        return transaction("Transaction already closed: A " + operation + " cannot be executed on " + reason + ".");
    }

    /** P2028: a query after the time of its transaction, in milliseconds. */
    public static PrismaException transactionExpired(String operation, long timeout, long passed) {
        PrismaException expired = transaction("Transaction already closed: A " + operation
                + " cannot be executed on an expired transaction. The timeout for this transaction was " + timeout
                + " ms, however " + passed + " ms passed since the start of the transaction. Consider increasing the"
                + " interactive transaction timeout or doing less work in the transaction.");
        expired.add("operation", operation);
        expired.add("timeout", timeout);
        expired.add("timeTaken", passed);
        return expired;
    }

    /** P2024: the pool has no free connection. */
    public static PrismaException poolTimeout(Duration timeout, int size, @Nullable Throwable cause) {
        Map<String, Object> meta = new LinkedHashMap<>();
        meta.put("timeout", timeout.toMillis() / 1000.0);
        meta.put("connection_limit", size);
        return new PoolTimeoutException(
                "P2024",
                "Timed out fetching a new connection from the connection pool. (Current connection pool timeout: "
                        + timeout.toMillis() / 1000.0 + " s, connection limit: " + size + ")",
                meta,
                cause);
    }

    /** P4J01: the row has another version than the one that the operation names. */
    public static PrismaException optimisticLock(Model model) {
        return new OptimisticLockException(
                "P4J01",
                "The '" + model.name()
                        + "' record was changed by somebody else since it was read: it has another version"
                        + " now. Read it again, and decide again.",
                meta(model),
                null);
    }

    /** P2034: a conflict with another transaction. */
    public static PrismaException writeConflict(@Nullable Throwable cause) {
        return new WriteConflictException(
                "P2034",
                "Transaction failed due to a write conflict or a deadlock. Please retry your transaction",
                Map.of(),
                cause);
    }

    /** P2010: the user's own SQL failed. */
    public static PrismaException rawQueryFailed(String databaseCode, String message, @Nullable Throwable cause) {
        return rawQueryFailed(databaseCode, message, null, cause);
    }

    /**
     * P2010: the user's own SQL failed.
     *
     * @param same the failure as it would be told of a query of the engine's; what it knows of the driver is taken over
     */
    public static PrismaException rawQueryFailed(
            String databaseCode, String message, @Nullable PrismaException same, @Nullable Throwable cause) {
        Map<String, @Nullable Object> meta = new LinkedHashMap<>();
        meta.put("code", databaseCode);
        meta.put("message", message);
        Object driver = same == null ? null : same.meta().get("driverAdapterError");
        if (driver != null) {
            meta.put("driverAdapterError", driver);
        }
        return new RawQueryException(
                "P2010", "Raw query failed. Code: `" + databaseCode + "`. Message: `" + message + "`", meta, cause);
    }

    /** The failure of a query within a batch, with its place. */
    public static PrismaException inBatch(PrismaException failure, int index) {
        failure.add("batch_request_idx", index);
        return failure;
    }

    // ---- connections and everything else that a database reports

    /** P1000 to P1017: no way to the database. */
    public static PrismaException connection(
            String code, String message, Map<String, ? extends @Nullable Object> meta, @Nullable Throwable cause) {
        return new ConnectionException(code, message, meta, cause);
    }

    /** P1013: a URL that cannot be understood. The URL may hold a password and is not quoted. */
    public static PrismaException invalidUrl(String details) {
        return new ConnectionException(
                "P1013", "The provided database string is invalid. " + details, Map.of("details", details), null);
    }

    /** P1008: a statement took too long, or was cancelled. */
    public static PrismaException operationTimeout(String message, @Nullable Throwable cause) {
        return new DatabaseException("P1008", message, Map.of("context", message), cause);
    }

    /** P2039: a failure that Prisma has no code of its own for. */
    public static PrismaException databaseError(
            @Nullable Model model, String code, String message, @Nullable Throwable cause) {
        return database(
                "P2039",
                model,
                "Database error. Code: `" + code + "`. Message: `" + message + "`",
                Map.of("code", code, "message", message),
                cause);
    }

    /** P2007: a value that the column's type does not have. */
    public static PrismaException invalidInput(@Nullable Model model, String message, @Nullable Throwable cause) {
        return database(
                "P2007", model, "Data validation error `" + message + "`", Map.of("database_error", message), cause);
    }

    /** Any other failure of the database, by its code. */
    public static PrismaException database(
            String code,
            @Nullable Model model,
            String message,
            Map<String, ? extends @Nullable Object> details,
            @Nullable Throwable cause) {
        Map<String, @Nullable Object> meta = meta(model);
        meta.putAll(details);
        return new DatabaseException(code, message, meta, cause);
    }

    private static Map<String, @Nullable Object> meta(@Nullable Model model) {
        Map<String, @Nullable Object> meta = new LinkedHashMap<>();
        if (model != null) {
            meta.put("modelName", model.name());
        }
        return meta;
    }

    private static String quoted(List<String> names) {
        return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(","));
    }
}
