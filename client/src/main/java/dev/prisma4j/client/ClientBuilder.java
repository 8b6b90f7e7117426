package dev.prisma4j.client;

import dev.prisma4j.engine.Engine;
import dev.prisma4j.engine.EngineOptions;
import dev.prisma4j.engine.IsolationLevel;
import dev.prisma4j.engine.event.StatementListener;
import dev.prisma4j.schema.model.Schema;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Opens a generated client: {@code PrismaClient.builder().url(..).build()}. Where neither a URL nor a {@code DataSource}
 * is given, the URL is that of the schema's datasource, usually {@code env("DATABASE_URL")}: looked up in the environment,
 * then in the system properties.
 *
 * @param <C> the generated client
 */
public final class ClientBuilder<C> {
    private final Schema schema;
    private final Function<ClientSession, C> client;
    private @Nullable String url;
    private @Nullable DataSource dataSource;
    private @Nullable Engine engine;
    private UnaryOperator<EngineOptions> options = UnaryOperator.identity();

    /** For generated code. */
    public ClientBuilder(Schema schema, Function<ClientSession, C> client) {
        this.schema = schema;
        this.client = client;
    }

    /** The schema that the client was generated from. */
    public Schema schema() {
        return schema;
    }

    /** The database's address: Prisma's forms ({@code file:./dev.db}, {@code postgresql://..}) or JDBC's. */
    public ClientBuilder<C> url(String value) {
        url = value;
        return this;
    }

    /** The database by the caller's own {@code DataSource}, which pools as it likes and is not closed by the client. */
    public ClientBuilder<C> dataSource(DataSource value) {
        dataSource = value;
        return this;
    }

    /** An engine that is open already, for example one that several clients share. It is closed with the client. */
    public ClientBuilder<C> engine(Engine value) {
        engine = value;
        return this;
    }

    /** The folder that relative paths of SQLite files start from; by default the current folder. */
    public ClientBuilder<C> baseFolder(Path folder) {
        return with(known -> known.withBaseFolder(folder));
    }

    /** How many connections at most. */
    public ClientBuilder<C> poolSize(int size) {
        return with(known -> known.withPoolSize(size));
    }

    /** How long an operation waits for a connection before it fails with P2024. */
    public ClientBuilder<C> poolTimeout(Duration timeout) {
        return with(known -> known.withPoolTimeout(timeout));
    }

    /** How long a statement may take before it is cancelled. */
    public ClientBuilder<C> statementTimeout(Duration timeout) {
        return with(known -> known.withStatementTimeout(timeout));
    }

    /** How long transactions wait for a connection, and may stay open, where they do not say. */
    public ClientBuilder<C> transactionTimes(Duration maxWait, Duration timeout) {
        return with(known -> known.withTransactionTimes(maxWait, timeout));
    }

    /** The isolation level of transactions that do not say. */
    public ClientBuilder<C> isolation(IsolationLevel level) {
        return with(known -> known.withIsolation(level));
    }

    /** Tells every SQL statement to the listener, with its parameters, which may be secret. */
    public ClientBuilder<C> onStatement(StatementListener listener) {
        return with(known -> known.withListener(listener));
    }

    /** Logs every SQL statement without its values, which may be secret: SLF4J's logger {@code dev.prisma4j.sql}, level debug. */
    public ClientBuilder<C> log() {
        return onStatement(new StatementLog(false));
    }

    /** Logs every SQL statement with its values, which may be secret: SLF4J's logger {@code dev.prisma4j.sql}, level debug. */
    public ClientBuilder<C> logWithValues() {
        return onStatement(new StatementLog(true));
    }

    /** Any other option of the engine. */
    public ClientBuilder<C> with(UnaryOperator<EngineOptions> more) {
        UnaryOperator<EngineOptions> before = options;
        options = known -> more.apply(before.apply(known));
        return this;
    }

    /**
     * Opens the client. Connections are made when they are first needed.
     *
     * @throws IllegalStateException if nothing says where the database is
     */
    public C build() {
        Engine known = engine;
        return client.apply(ClientSession.on(known == null ? open() : known));
    }

    private Engine open() {
        DataSource source = dataSource;
        String given = url;
        EngineOptions start;
        if (source != null) {
            start = EngineOptions.dataSource(source);
        } else if (given != null) {
            start = EngineOptions.url(given);
        } else {
            start = EngineOptions.url(DatabaseUrl.of(schema)).withBaseFolder(DatabaseUrl.folder(schema));
        }
        return Engine.open(schema, options.apply(start));
    }
}
