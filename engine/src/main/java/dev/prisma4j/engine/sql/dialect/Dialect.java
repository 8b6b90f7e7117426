package dev.prisma4j.engine.sql.dialect;

import dev.prisma4j.engine.error.Errors;
import dev.prisma4j.engine.error.PrismaException;
import dev.prisma4j.engine.query.AggregateFunction;
import dev.prisma4j.engine.result.RawColumn;
import dev.prisma4j.engine.sql.Codec;
import dev.prisma4j.engine.sql.Delete;
import dev.prisma4j.engine.sql.Insert;
import dev.prisma4j.engine.sql.Select;
import dev.prisma4j.engine.sql.SqlText;
import dev.prisma4j.engine.sql.Update;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.ScalarField;
import dev.prisma4j.schema.model.ScalarType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A database's way of speaking. Immutable; one per engine. */
public interface Dialect {
    /** A name for messages, for example {@code SQLite}. */
    String name();

    /** What differs between databases as plain facts. */
    Facts facts();

    /** The codec of a field's column. */
    Codec codec(ScalarField field);

    /** The codec of one element of a scalar list's column. */
    Codec elementCodec(ScalarField field);

    /** The codec of an aggregate over a field; null for the count of all rows. */
    Codec aggregateCodec(AggregateFunction function, @Nullable ScalarField field);

    /** The codec of whole numbers: limits, counts. */
    Codec numberCodec();

    /** The codec of plain text: patterns, paths, search terms. */
    Codec textCodec();

    /** The codec of a JSON path. */
    Codec pathCodec();

    /** The codec of values that no column says more about than their type. */
    Codec valueCodec(ScalarType type);

    /** The codec for a value of the user's own SQL, by the value's Java type. */
    Codec rawCodec(Object value);

    /**
     * How many elements a list in a statement may have at most; longer ones are spread over several statements where
     * that gives the same answer.
     *
     * @param codec of the elements
     * @param columns how many values each element has
     */
    int maxListSize(Codec codec, int columns);

    /** The placeholder of a value in the user's own SQL. */
    default String rawPlaceholder(@Nullable Object value) {
        return "?";
    }

    /** A piece of the user's own SQL, so that JDBC sees no placeholder in it. */
    default String escapedPiece(String sql) {
        return sql;
    }

    /**
     * Whether related rows can be gathered by a subselect that sees their parent ({@link
     * dev.prisma4j.engine.sql.Expression.JsonRows}).
     *
     * @param limited whether the rows are limited, numbered or start at a cursor
     * @param values how many plain values a row has
     * @param nested how many relations are gathered inside of it
     */
    boolean gathersRows(boolean limited, int values, int nested);

    /** Whether each index also holds this field, as what tells rows with the same key apart and orders them. */
    default boolean indexesHold(ScalarField field) {
        return false;
    }

    /** Whether a statement failed because gathered rows were larger than the server's limits. */
    default boolean isGatheringCutOff(SQLException failure) {
        return false;
    }

    /** The text of a SELECT. */
    SqlText render(Select select);

    /** The text of an INSERT. */
    SqlText render(Insert insert);

    /** The text of an UPDATE. */
    SqlText render(Update update);

    /** The text of a DELETE. */
    SqlText render(Delete delete);

    /** What it can do in statements that write. */
    WriteFacts writes();

    /**
     * The user's SQL with this database's placeholders, as JDBC wants it.
     *
     * @param sql with {@code $1} or {@code ?}
     * @param order receives which value (from 0) belongs to each JDBC parameter
     */
    String jdbcPlaceholders(String sql, List<Integer> order);

    /**
     * Refuses the user's own SQL where it has other values than it wants.
     *
     * @throws PrismaException P2010
     */
    default void checkRawValues(int given, int wanted) {
        if (given < wanted) {
            throw Errors.rawQueryFailed("N/A", "The statement has more placeholders than values.", null);
        }
    }

    /** How many rows the user's own SQL changed that gave rows although only their number was asked for. */
    default long rawRowsChanged(Statement statement, String sql) throws SQLException {
        if (!sql.toLowerCase(Locale.ROOT).contains("returning")) {
            return 0;
        }
        long count = 0;
        try (ResultSet rows = statement.getResultSet()) {
            while (rows.next()) {
                count++;
            }
        }
        return count;
    }

    /** Whether a division of a column that can have fractions loses them where the values happen to be whole. */
    default boolean dividesWhole(ScalarField field) {
        return false;
    }

    /**
     * The failure in Prisma's terms.
     *
     * @param model the model of the operation, or null
     * @param sql the statement that failed, or null
     */
    PrismaException translate(SQLException failure, @Nullable Model model, @Nullable String sql);

    /** The failure of something else than a statement. */
    default PrismaException translate(SQLException failure, @Nullable Model model) {
        return translate(failure, model, null);
    }

    /** The failure of the user's own SQL: P2010, except where a connection or transaction is at fault. */
    PrismaException translateRaw(SQLException failure);

    /** Whether the connection cannot be used any more after this failure. */
    boolean isConnectionLost(SQLException failure);

    /** Statements that make a fresh connection ready. */
    List<String> onConnect();

    /** Makes a fresh connection of the driver's ready that nobody else will ever see. */
    default void own(Connection connection) {}

    /** What begins, ends and divides transactions. */
    TransactionStyle transactions();

    /** Reads a column of a raw result, whatever it is. */
    RawColumns rawColumns();

    /**
     * The plain facts.
     *
     * @param maxParameters how many parameters a statement may have
     * @param nullsAreSmallest whether NULLs come first in ascending order
     * @param arrays whether lists travel as one parameter
     * @param returning whether INSERT, UPDATE and DELETE can have RETURNING
     * @param rowLocks whether SELECT can lock rows
     * @param isolationLevels Prisma's spelling of the isolation levels that it has
     * @param foldsTextKeys whether texts that differ only in case or trailing spaces can be equal as keys
     * @param streamsInTransaction whether rows come one by one only inside a transaction
     * @param streamsBesideOthers whether other statements can run on the connection while rows come one by one
     * @param fetchSize what tells the driver to let rows come one by one
     */
    record Facts(
            int maxParameters,
            boolean nullsAreSmallest,
            boolean arrays,
            boolean returning,
            boolean rowLocks,
            Set<String> isolationLevels,
            boolean foldsTextKeys,
            boolean streamsInTransaction,
            boolean streamsBesideOthers,
            int fetchSize) {}

    /** How a raw result's columns are typed and read. */
    interface RawColumns {
        /** The codecs and types of a result. */
        RawColumnReader[] forResult(ResultSetMetaData columns) throws SQLException;
    }

    /**
     * A column of a raw result.
     *
     * @param column its name and type
     * @param codec reads it
     */
    record RawColumnReader(RawColumn column, Codec codec) {}

    /** How a database does transactions over JDBC. */
    interface TransactionStyle {
        /**
         * Begins a transaction.
         *
         * @param isolation Prisma's spelling of the level, or null for the default
         */
        void begin(Connection connection, @Nullable String isolation) throws SQLException;

        /**
         * Whether a transaction begins and ends by nothing but the statements that are shown, so that they can be prepared
         * once and kept like others.
         */
        default boolean isPlainSql() {
            return false;
        }

        /**
         * Whether COMMIT may follow a transaction's last statement in the same text, and is left out by the server if that
         * fails: the transaction then ends without a round trip of its own.
         */
        default boolean commitsAlong(Connection connection) throws SQLException {
            return false;
        }

        /** What listeners are told of {@link #begin}. */
        List<String> shownBegin(@Nullable String isolation);

        /** Ends it. */
        void commit(Connection connection) throws SQLException;

        /** Takes it back. */
        void rollback(Connection connection) throws SQLException;

        /** Whether only one transaction that writes can be open at a time, so that others had better wait here. */
        boolean oneWriter();

        /** Starts a part that can be taken back by itself. */
        default String savepoint(int number) {
            return "SAVEPOINT s" + number;
        }

        /** Keeps such a part. */
        default String release(int number) {
            return "RELEASE SAVEPOINT s" + number;
        }

        /** Takes such a part back. */
        default String rollbackTo(int number) {
            return "ROLLBACK TO SAVEPOINT s" + number;
        }
    }
}
