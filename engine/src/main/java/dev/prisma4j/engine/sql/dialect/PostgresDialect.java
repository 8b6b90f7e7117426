package dev.prisma4j.engine.sql.dialect;

import dev.prisma4j.engine.error.PrismaException;
import dev.prisma4j.engine.query.AggregateFunction;
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
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** PostgreSQL over pgjdbc. */
public final class PostgresDialect implements Dialect {
    private static final Facts FACTS = new Facts(
            65_000,
            false,
            true,
            true,
            true,
            Set.of("ReadUncommitted", "ReadCommitted", "RepeatableRead", "Serializable"),
            false,
            true,
            true,
            500);

    static final RawCodecs RAW = new RawCodecs(
            PostgresCodecs.INT,
            PostgresCodecs.BIG_INT,
            PostgresCodecs.FLOAT,
            PostgresCodecs.DECIMAL,
            PostgresCodecs.BOOLEAN,
            PostgresCodecs.UNTYPED,
            PostgresCodecs.RAW_INSTANT,
            PostgresCodecs.DATE,
            PostgresCodecs.TIME,
            PostgresCodecs.JSONB,
            PostgresCodecs.BYTES,
            PostgresCodecs.UUID_TYPE,
            PostgresCodecs.RAW_LIST);

    private final String schema;

    /** @param schema the schema of tables that name none */
    public PostgresDialect(String schema) {
        this.schema = schema;
    }

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public Codec codec(ScalarField field) {
        PostgresCodec element = PostgresCodecs.of(field);
        return field.isList() ? new PostgresListCodec(element) : element;
    }

    @Override
    public Codec elementCodec(ScalarField field) {
        return PostgresCodecs.of(field);
    }

    @Override
    public Codec aggregateCodec(AggregateFunction function, @Nullable ScalarField field) {
        if (field == null || function == AggregateFunction.COUNT) {
            return PostgresCodecs.BIG_INT;
        }
        return switch (AggregateKind.of(function, field)) {
            case WHOLE -> PostgresCodecs.BIG_INT;
            case FRACTION -> PostgresCodecs.FLOAT;
            case DECIMAL -> PostgresCodecs.DECIMAL;
            case SAME -> codec(field);
        };
    }

    @Override
    public Codec numberCodec() {
        return PostgresCodecs.BIG_INT;
    }

    @Override
    public Codec textCodec() {
        return PostgresCodecs.STRING;
    }

    @Override
    public Codec pathCodec() {
        return PostgresCodecs.UNTYPED;
    }

    @Override
    public Codec valueCodec(ScalarType type) {
        return switch (type) {
            case STRING -> PostgresCodecs.STRING;
            case DATE_TIME -> PostgresCodecs.TIMESTAMP;
            default -> RAW.of(type);
        };
    }

    @Override
    public Codec rawCodec(Object value) {
        return RAW.of(value);
    }

    /** {@code ?} is an operator here. */
    @Override
    public String escapedPiece(String sql) {
        return Placeholders.dollars(sql, new ArrayList<>());
    }

    /** Single values are one array; combinations are a tree of comparisons, for which its stack must be deep enough. */
    @Override
    public int maxListSize(Codec codec, int columns) {
        return columns == 1 ? Integer.MAX_VALUE : Math.min(2000, FACTS.maxParameters() / columns - 1000);
    }

    /** Its functions take a hundred arguments; plain values are one. */
    @Override
    public boolean gathersRows(boolean limited, int values, int nested) {
        return nested < 99;
    }

    @Override
    public SqlText render(Select select) {
        PostgresRenderer renderer = new PostgresRenderer();
        renderer.select(select);
        return renderer.finish();
    }

    @Override
    public SqlText render(Insert insert) {
        PostgresRenderer renderer = new PostgresRenderer();
        new WriteRendering(renderer, writes()).insert(insert);
        return renderer.finish();
    }

    @Override
    public SqlText render(Update update) {
        PostgresRenderer renderer = new PostgresRenderer();
        new WriteRendering(renderer, writes()).update(update);
        return renderer.finish();
    }

    @Override
    public SqlText render(Delete delete) {
        PostgresRenderer renderer = new PostgresRenderer();
        new WriteRendering(renderer, writes()).delete(delete);
        return renderer.finish();
    }

    @Override
    public WriteFacts writes() {
        return WriteFacts.POSTGRESQL;
    }

    @Override
    public String jdbcPlaceholders(String sql, List<Integer> order) {
        return Placeholders.dollars(sql, order);
    }

    /** The server counts what it gives back, of a SELECT too. */
    @Override
    public long rawRowsChanged(Statement statement, String sql) throws SQLException {
        long count = 0;
        try (ResultSet rows = statement.getResultSet()) {
            while (rows.next()) {
                count++;
            }
        }
        return count;
    }

    @Override
    public void checkRawValues(int given, int wanted) {
        if (given != wanted) {
            throw PostgresErrors.wrongNumberOfValues(given, wanted);
        }
    }

    @Override
    public PrismaException translate(SQLException failure, @Nullable Model model, @Nullable String sql) {
        return PostgresErrors.translate(failure, model, new PostgresErrors.Where(schema, sql));
    }

    @Override
    public PrismaException translateRaw(SQLException failure) {
        return PostgresErrors.translateRaw(failure);
    }

    @Override
    public boolean isConnectionLost(SQLException failure) {
        return PostgresErrors.isConnectionLost(failure);
    }

    @Override
    public List<String> onConnect() {
        return List.of();
    }

    @Override
    public RawColumns rawColumns() {
        return PostgresRawColumns::forResult;
    }

    @Override
    public TransactionStyle transactions() {
        return OVER_JDBC;
    }

    /** The driver sends BEGIN together with the first statement. */
    private static final TransactionStyle OVER_JDBC = new TransactionStyle() {
        @Override
        public void begin(Connection connection, @Nullable String isolation) throws SQLException {
            connection.setAutoCommit(false);
            if (isolation != null) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute(Isolation.statement(isolation));
                }
            }
        }

        @Override
        public List<String> shownBegin(@Nullable String isolation) {
            return isolation == null ? List.of("BEGIN") : List.of("BEGIN", Isolation.statement(isolation));
        }

        /** PostgreSQL's own driver sends both at once; others that speak its dialect may not. */
        @Override
        public boolean commitsAlong(Connection connection) throws SQLException {
            return connection.getMetaData().getDriverName().equals("PostgreSQL JDBC Driver");
        }

        @Override
        public void commit(Connection connection) throws SQLException {
            connection.commit();
            connection.setAutoCommit(true);
        }

        @Override
        public void rollback(Connection connection) throws SQLException {
            connection.rollback();
            connection.setAutoCommit(true);
        }

        @Override
        public boolean oneWriter() {
            return false;
        }
    };
}
