package dev.prisma4j.engine.sql.dialect;

import dev.prisma4j.engine.error.PrismaException;
import dev.prisma4j.engine.query.AggregateFunction;
import dev.prisma4j.engine.sql.Codec;
import dev.prisma4j.engine.sql.Delete;
import dev.prisma4j.engine.sql.Insert;
import dev.prisma4j.engine.sql.Quoting;
import dev.prisma4j.engine.sql.Select;
import dev.prisma4j.engine.sql.SqlText;
import dev.prisma4j.engine.sql.Update;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.ScalarField;
import dev.prisma4j.schema.model.ScalarType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConnection;

/** SQLite over sqlite-jdbc. */
public final class SqliteDialect implements Dialect {
    private static final Facts FACTS =
            new Facts(32_000, true, false, true, false, Set.of("Serializable"), false, false, true, 100);

    private final SqliteTexts texts;

    /**
     * @param fixedUtf8 whether the database is known to hold UTF-8 and cannot change it any more, since it has tables; else
     *     its texts are read in a way that suits any encoding
     */
    public SqliteDialect(boolean fixedUtf8) {
        texts = fixedUtf8 ? SqliteTexts.UTF8 : SqliteTexts.ANY;
    }

    /** The dialect of the database at the other end. */
    static SqliteDialect of(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet encoding = statement.executeQuery(
                        "SELECT encoding = 'UTF-8' AND schema_version > 0 FROM pragma_encoding, pragma_schema_version")) {
            return new SqliteDialect(encoding.next() && encoding.getBoolean(1));
        }
    }

    @Override
    public String name() {
        return "SQLite";
    }

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public Codec codec(ScalarField field) {
        if (field.isList()) {
            throw Unsupported.scalarLists();
        }
        return SqliteCodecs.of(field.type(), texts);
    }

    @Override
    public Codec elementCodec(ScalarField field) {
        throw Unsupported.scalarLists();
    }

    @Override
    public Codec aggregateCodec(AggregateFunction function, @Nullable ScalarField field) {
        if (field == null || function == AggregateFunction.COUNT) {
            return SqliteCodecs.BIG_INT;
        }
        return switch (AggregateKind.of(function, field)) {
            case WHOLE -> SqliteCodecs.BIG_INT;
            case FRACTION -> SqliteCodecs.FLOAT;
            case DECIMAL -> SqliteCodecs.DECIMAL;
            case SAME -> codec(field);
        };
    }

    @Override
    public Codec numberCodec() {
        return SqliteCodecs.BIG_INT;
    }

    @Override
    public Codec textCodec() {
        return texts.string;
    }

    @Override
    public Codec pathCodec() {
        return SqliteCodecs.STRING;
    }

    @Override
    public Codec valueCodec(ScalarType type) {
        return RawCodecs.SQLITE.of(type);
    }

    @Override
    public Codec rawCodec(Object value) {
        return RawCodecs.SQLITE.of(value);
    }

    /** Lists of single values travel as JSON, which has no limit but cannot hold bytes. */
    @Override
    public int maxListSize(Codec codec, int columns) {
        return columns == 1 && codec != SqliteCodecs.BYTES ? Integer.MAX_VALUE : FACTS.maxParameters() / columns - 1000;
    }

    /** A whole number that is the primary key by itself is the number of the row, with which every index ends. */
    @Override
    public boolean indexesHold(ScalarField field) {
        return field.isId() && (field.type() == ScalarType.INT || field.type() == ScalarType.BIG_INT);
    }

    /** Its functions take 127 arguments. */
    @Override
    public boolean gathersRows(boolean limited, int values, int nested) {
        return values <= 127 && nested < 127;
    }

    @Override
    public SqlText render(Select select) {
        SqliteRenderer renderer = new SqliteRenderer();
        renderer.select(select);
        return renderer.finish();
    }

    @Override
    public SqlText render(Insert insert) {
        SqliteRenderer renderer = new SqliteRenderer();
        new WriteRendering(renderer, writes()).insert(insert);
        return renderer.finish();
    }

    @Override
    public SqlText render(Update update) {
        SqliteRenderer renderer = new SqliteRenderer();
        new WriteRendering(renderer, writes()).update(update);
        return renderer.finish();
    }

    @Override
    public SqlText render(Delete delete) {
        SqliteRenderer renderer = new SqliteRenderer();
        new WriteRendering(renderer, writes()).delete(delete);
        return renderer.finish();
    }

    @Override
    public WriteFacts writes() {
        return WriteFacts.SQLITE;
    }

    @Override
    public String jdbcPlaceholders(String sql, List<Integer> order) {
        return Placeholders.questionMarks(sql, Quoting.SQLITE, order);
    }

    @Override
    public boolean dividesWhole(ScalarField field) {
        return field.type() == ScalarType.DECIMAL;
    }

    @Override
    public PrismaException translate(SQLException failure, @Nullable Model model, @Nullable String sql) {
        return SqliteErrors.translate(failure, model, sql);
    }

    @Override
    public PrismaException translateRaw(SQLException failure) {
        return SqliteErrors.translateRaw(failure);
    }

    @Override
    public boolean isConnectionLost(SQLException failure) {
        return false;
    }

    @Override
    public List<String> onConnect() {
        return List.of("PRAGMA foreign_keys = ON");
    }

    /**
     * After each statement without rows the driver begins and commits a transaction, to be sure that none is left open,
     * unless it is told that somebody else sees to them. SQLite itself does: a statement outside of a transaction commits.
     */
    @Override
    public void own(Connection connection) {
        if (connection instanceof SQLiteConnection sqlite
                && !sqlite.getDatabase().getConfig().isExplicitReadOnly()) {
            sqlite.getConnectionConfig().setAutoCommit(false);
        }
    }

    @Override
    public RawColumns rawColumns() {
        return columns -> SqliteRawColumns.forResult(columns, texts);
    }

    @Override
    public TransactionStyle transactions() {
        return IMMEDIATE;
    }

    /**
     * Transactions that take the write lock at once: one that began by reading could not wait for the lock later, it
     * would fail.
     */
    private static final TransactionStyle IMMEDIATE = new TransactionStyle() {
        @Override
        public void begin(Connection connection, @Nullable String isolation) throws SQLException {
            run(connection, "BEGIN IMMEDIATE");
        }

        @Override
        public boolean isPlainSql() {
            return true;
        }

        @Override
        public List<String> shownBegin(@Nullable String isolation) {
            return List.of("BEGIN IMMEDIATE");
        }

        @Override
        public void commit(Connection connection) throws SQLException {
            run(connection, "COMMIT");
        }

        @Override
        public void rollback(Connection connection) throws SQLException {
            run(connection, "ROLLBACK");
        }

        @Override
        public boolean oneWriter() {
            return true;
        }

        private void run(Connection connection, String sql) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    };
}
