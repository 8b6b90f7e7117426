package dev.prisma4j.client;

import dev.prisma4j.client.async.Workers;
import dev.prisma4j.client.cache.CacheOptions;
import dev.prisma4j.client.log.ClientLog;
import dev.prisma4j.client.log.LogEvent;
import dev.prisma4j.client.log.LogLevel;
import dev.prisma4j.client.log.Redaction;
import dev.prisma4j.client.replica.Replicas;
import dev.prisma4j.client.runtime.ClientRuntime;
import dev.prisma4j.client.runtime.RetryPolicy;
import dev.prisma4j.client.trace.Instrumentation;
import dev.prisma4j.client.trace.Instrumentations;
import dev.prisma4j.engine.Engine;
import dev.prisma4j.engine.EngineOptions;
import dev.prisma4j.engine.IsolationLevel;
import dev.prisma4j.engine.TransactionOptions;
import dev.prisma4j.engine.event.StatementListener;
import dev.prisma4j.schema.model.Schema;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Opens a generated client: {@code PrismaClient.builder().url(..).build()}. Where neither a URL nor a {@code DataSource}
 * is given, the URL is that of the schema's datasource, or the variable that it names, or {@code DATABASE_URL}: looked up in
 * the environment, in the system properties, and in a file {@code .env} of the working folder or the schema's. What a URL says about the pool ({@code connection_limit}, {@code pool_timeout}, {@code
 * connect_timeout}, {@code socket_timeout}, {@code schema}, ...) holds unless a method here says otherwise.
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
    private TransactionOptions transactions = TransactionOptions.DEFAULT;
    private RetryPolicy retries = RetryPolicy.NONE;
    private CacheOptions cache = CacheOptions.local();
    private final List<EngineOptions> replicas = new ArrayList<>();
    private Duration replicaRest = Duration.ofSeconds(10);
    private Duration readYourWrites = Duration.ZERO;
    private final List<Instrumentation> instrumentations = new ArrayList<>();
    private final Set<LogLevel> levels = EnumSet.noneOf(LogLevel.class);
    private Redaction redaction = Redaction.HIDDEN;
    private @Nullable Duration slow;
    private final List<Consumer<LogEvent>> logListeners = new ArrayList<>();
    private @Nullable Executor executor;
    private int asyncThreads = Runtime.getRuntime().availableProcessors() * 2 + 1;
    private Duration joining = Duration.ofMillis(1);
    private Duration closing = Duration.ofSeconds(10);

    /** For generated code. */
    public ClientBuilder(Schema schema, Function<ClientSession, C> client) {
        this.schema = schema;
        this.client = client;
    }

    /** The schema that the client was generated from. */
    public Schema schema() {
        return schema;
    }

    // ---- where the database is

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

    /**
     * The schema of the database in which tables without {@code @@schema} are, for example one per tenant. PostgreSQL only.
     *
     * @throws dev.prisma4j.engine.error.PrismaException P2026 at {@link #build()} on other databases
     */
    public ClientBuilder<C> schemaName(String name) {
        return with(known -> known.withSchemaName(name));
    }

    // ---- connections

    /** How many connections at most. */
    public ClientBuilder<C> poolSize(int size) {
        asyncThreads = size;
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

    /** How long {@code close()} waits for operations that run; by default 10 seconds. */
    public ClientBuilder<C> closeTimeout(Duration timeout) {
        closing = timeout;
        return this;
    }

    // ---- transactions and second attempts

    /** The options of transactions, as far as they do not say themselves: isolation, maxWait, timeout, retries. */
    public ClientBuilder<C> transactionOptions(TransactionOptions defaults) {
        transactions = defaults;
        return this;
    }

    /** How long transactions wait for a connection, and may stay open, where they do not say. */
    public ClientBuilder<C> transactionTimes(Duration maxWait, Duration timeout) {
        transactions = transactions.withMaxWait(maxWait).withTimeout(timeout);
        return this;
    }

    /** The isolation level of transactions that do not say. */
    public ClientBuilder<C> isolation(IsolationLevel level) {
        transactions = transactions.withIsolation(level);
        return this;
    }

    /** How often single operations outside of transactions are tried again; by default never. */
    public ClientBuilder<C> retries(RetryPolicy policy) {
        retries = policy;
        return this;
    }

    // ---- replicas

    /** Databases that follow this one, by their addresses: reads outside of transactions take turns among them. */
    public ClientBuilder<C> replicas(String... urls) {
        for (String address : urls) {
            replicas.add(EngineOptions.url(address));
        }
        return this;
    }

    /** Databases that follow this one, by the caller's own {@code DataSource}s. */
    public ClientBuilder<C> replicas(DataSource... sources) {
        for (DataSource source : sources) {
            replicas.add(EngineOptions.dataSource(source));
        }
        return this;
    }

    /** How long a replica that cannot be reached is left alone; by default 10 seconds. */
    public ClientBuilder<C> replicaRest(Duration time) {
        replicaRest = time;
        return this;
    }

    /** For how long after a write by this client its reads go to the primary, so that they see it; by default not at all. */
    public ClientBuilder<C> readYourWrites(Duration time) {
        readYourWrites = time;
        return this;
    }

    // ---- cache

    /** Where answers of reads with {@code cache(..)} are kept; by default in the memory of this process. */
    public ClientBuilder<C> cache(CacheOptions where) {
        cache = where;
        return this;
    }

    // ---- async

    /** What runs {@code prisma.async()}; by default virtual threads, before Java 21 a pool of daemon threads. */
    public ClientBuilder<C> asyncExecutor(Executor value) {
        executor = value;
        return this;
    }

    /**
     * How long a {@code findUnique} of {@code prisma.async()} waits for others to go to the database with it; by default a
     * millisecond, and not at all once somebody waits for it. Zero: each by itself.
     */
    public ClientBuilder<C> joinReads(Duration time) {
        joining = time;
        return this;
    }

    // ---- watching

    /** Lets something watch, for example {@code OpenTelemetryTracing.of(openTelemetry)}. */
    public ClientBuilder<C> instrument(Instrumentation instrumentation) {
        instrumentations.add(instrumentation);
        return onStatement(instrumentation);
    }

    /** Tells every SQL statement to the listener, with its parameters, which may be secret. */
    public ClientBuilder<C> onStatement(StatementListener listener) {
        return with(known -> known.withListener(listener));
    }

    /** Tells everything but plain statements to the listener: slow and failed ones, and what happens to the client. */
    public ClientBuilder<C> onLog(Consumer<LogEvent> listener) {
        logListeners.add(listener);
        return this;
    }

    /**
     * Writes to SLF4J's loggers {@code dev.prisma4j.query} (level debug), {@code dev.prisma4j.info}, {@code
     * dev.prisma4j.warn} and {@code dev.prisma4j.error}; without a level, statements. Warnings are written in any case. Values are left out, see {@link
     * #redaction}.
     */
    public ClientBuilder<C> log(LogLevel... wanted) {
        levels.addAll(wanted.length == 0 ? Set.of(LogLevel.QUERY) : Set.of(wanted));
        return this;
    }

    /** Writes statements to SLF4J's logger {@code dev.prisma4j.query} with their values, which may be secret. */
    public ClientBuilder<C> logWithValues() {
        return log(LogLevel.QUERY).redaction(Redaction.SHOWN);
    }

    /** What logs show of values; by default nothing. */
    public ClientBuilder<C> redaction(Redaction value) {
        redaction = value;
        return this;
    }

    /** Warns of statements that take that long or longer. */
    public ClientBuilder<C> slowStatements(Duration from) {
        slow = from;
        return this;
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
        ClientLog log = new ClientLog(levels, redaction, slow, logListeners);
        UnaryOperator<EngineOptions> told = options;
        UnaryOperator<EngineOptions> all =
                log.watchesStatements() ? known -> told.apply(known).withListener(log) : told;
        List<Engine> opened = new ArrayList<>();
        boolean built = false;
        try {
            Engine primary = engine;
            if (primary == null) {
                primary = Engine.open(schema, all.apply(place()));
                opened.add(primary);
            }
            List<Engine> followers = new ArrayList<>();
            for (EngineOptions replica : replicas) {
                Engine follower = Engine.open(schema, all.apply(replica));
                opened.add(follower);
                followers.add(follower);
            }
            C made = client.apply(ClientSession.on(runtime(primary, followers, log)));
            built = true;
            return made;
        } finally {
            if (!built) {
                opened.forEach(Engine::close);
            }
        }
    }

    private ClientRuntime runtime(Engine primary, List<Engine> followers, ClientLog log) {
        return new ClientRuntime(
                primary,
                followers.isEmpty() ? null : replicas(followers, log),
                new ClientRuntime.Settings(
                        transactions,
                        retries,
                        cache,
                        new Instrumentations(instrumentations),
                        log,
                        new Workers(executor, asyncThreads, joining),
                        readYourWrites,
                        closing));
    }

    private EngineOptions place() {
        DataSource source = dataSource;
        String given = url;
        if (source != null) {
            return EngineOptions.dataSource(source);
        } else if (given != null) {
            return EngineOptions.url(given);
        }
        DatabaseUrl found = DatabaseUrl.of(schema);
        return EngineOptions.url(found.text()).withBaseFolder(found.folder());
    }

    private Replicas replicas(List<Engine> engines, ClientLog log) {
        return new Replicas(
                engines,
                replicaRest,
                (position, failure) -> log.tell(
                        LogLevel.WARN,
                        "replica",
                        "Replica " + (position + 1) + " does not answer (" + failure.code() + ") and is left alone for "
                                + replicaRest.toMillis() + " ms.",
                        failure));
    }
}
