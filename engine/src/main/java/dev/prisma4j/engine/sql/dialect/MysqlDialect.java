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
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** MySQL and MariaDB over either's driver. */
public final class MysqlDialect implements Dialect {
    private static final int MOST_PARAMETERS = 65_000;

    /** @param fetchSize one row after the other for MySQL's driver; MariaDB's holds as many as it is told */
    private static Facts facts(int fetchSize) {
        return new Facts(
                MOST_PARAMETERS,
                true,
                false,
                false,
                true,
                Set.of("ReadUncommitted", "ReadCommitted", "RepeatableRead", "Serializable"),
                true,
                false,
                false,
                fetchSize);
    }

    private static final RawCodecs RAW = new RawCodecs(
            MysqlCodecs.INT,
            MysqlCodecs.BIG_INT,
            MysqlCodecs.FLOAT,
            MysqlCodecs.DECIMAL,
            MysqlCodecs.BOOLEAN,
            MysqlCodecs.STRING,
            MysqlCodecs.DATE_TIME,
            MysqlCodecs.DATE,
            MysqlCodecs.TIME,
            MysqlCodecs.JSON,
            MysqlCodecs.BYTES,
            MysqlCodecs.STRING,
            null);

    private final boolean mariadb;
    private final Facts facts;

    /**
     * @param mariadb whether it is MariaDB
     * @param mariadbDriver whether it is reached by MariaDB's driver
     */
    public MysqlDialect(boolean mariadb, boolean mariadbDriver) {
        this.mariadb = mariadb;
        this.facts = facts(mariadbDriver ? 500 : Integer.MIN_VALUE);
    }

    @Override
    public String name() {
        return mariadb ? "MariaDB" : "MySQL";
    }

    @Override
    public Facts facts() {
        return facts;
    }

    @Override
    public Codec codec(ScalarField field) {
        if (field.isList()) {
            throw Unsupported.scalarLists();
        }
        return MysqlCodecs.of(field);
    }

    @Override
    public Codec elementCodec(ScalarField field) {
        throw Unsupported.scalarLists();
    }

    @Override
    public Codec aggregateCodec(AggregateFunction function, @Nullable ScalarField field) {
        if (field == null || function == AggregateFunction.COUNT) {
            return MysqlCodecs.BIG_INT;
        }
        return switch (AggregateKind.of(function, field)) {
            case WHOLE -> MysqlCodecs.BIG_INT;
            case FRACTION -> MysqlCodecs.FLOAT;
            case DECIMAL -> MysqlCodecs.DECIMAL;
            case SAME -> codec(field);
        };
    }

    @Override
    public Codec numberCodec() {
        return MysqlCodecs.BIG_INT;
    }

    @Override
    public Codec textCodec() {
        return MysqlCodecs.STRING;
    }

    @Override
    public Codec pathCodec() {
        return MysqlCodecs.STRING;
    }

    @Override
    public Codec valueCodec(ScalarType type) {
        return RAW.of(type);
    }

    @Override
    public Codec rawCodec(Object value) {
        return RAW.of(value);
    }

    /** Combinations of values are only looked up in an index as long as its optimizer has memory for them (8 MB). */
    @Override
    public int maxListSize(Codec codec, int columns) {
        return columns == 1 ? MOST_PARAMETERS - 1000 : Math.min(2000, MOST_PARAMETERS / columns - 1000);
    }

    /** A limit needs a subselect in FROM, which cannot see the parent (from MySQL 8.0.14 on it could). */
    @Override
    public boolean gathersRows(boolean limited, int values, int nested) {
        return !limited;
    }

    /** No JSON any more, or a function's result beyond max_allowed_packet. */
    @Override
    public boolean isGatheringCutOff(SQLException failure) {
        return Set.of(1260, 1301, 3140, 3141).contains(failure.getErrorCode());
    }

    @Override
    public SqlText render(Select select) {
        MysqlRenderer renderer = new MysqlRenderer(mariadb);
        renderer.select(select);
        return renderer.finish();
    }

    @Override
    public SqlText render(Insert insert) {
        MysqlRenderer renderer = new MysqlRenderer(mariadb);
        new WriteRendering(renderer, writes()).insert(insert);
        return renderer.finish();
    }

    @Override
    public SqlText render(Update update) {
        MysqlRenderer renderer = new MysqlRenderer(mariadb);
        new WriteRendering(renderer, writes()).update(update);
        return renderer.finish();
    }

    @Override
    public SqlText render(Delete delete) {
        MysqlRenderer renderer = new MysqlRenderer(mariadb);
        new WriteRendering(renderer, writes()).delete(delete);
        return renderer.finish();
    }

    @Override
    public WriteFacts writes() {
        return mariadb ? WriteFacts.MARIADB : WriteFacts.MYSQL;
    }

    @Override
    public String jdbcPlaceholders(String sql, List<Integer> order) {
        return Placeholders.questionMarks(sql, Quoting.MYSQL, order);
    }

    @Override
    public PrismaException translate(SQLException failure, @Nullable Model model, @Nullable String sql) {
        return MysqlErrors.translate(failure, model, sql);
    }

    @Override
    public PrismaException translateRaw(SQLException failure) {
        return MysqlErrors.translateRaw(failure);
    }

    @Override
    public boolean isConnectionLost(SQLException failure) {
        return MysqlErrors.isConnectionLost(failure);
    }

    /** Gathered rows must not be cut off. */
    @Override
    public List<String> onConnect() {
        return List.of("SET time_zone = '+00:00', group_concat_max_len = 1073741824");
    }

    @Override
    public RawColumns rawColumns() {
        return MysqlRawColumns::forResult;
    }

    @Override
    public TransactionStyle transactions() {
        return STATEMENTS;
    }

    /** By statements: turning the driver's autocommit off and on would cost two more round trips. */
    private static final TransactionStyle STATEMENTS = new TransactionStyle() {
        @Override
        public void begin(Connection connection, @Nullable String isolation) throws SQLException {
            for (String statement : shownBegin(isolation)) {
                run(connection, statement);
            }
        }

        @Override
        public List<String> shownBegin(@Nullable String isolation) {
            return isolation == null ? List.of("BEGIN") : List.of(Isolation.statement(isolation), "BEGIN");
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
            return false;
        }

        private void run(Connection connection, String sql) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    };
}
