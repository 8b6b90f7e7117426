package dev.prisma4j.engine;

import dev.prisma4j.engine.event.StatementListener;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * How an {@link Engine} reaches its database and behaves: made by {@link #url(String)} or {@link #dataSource(DataSource)}
 * and a chain of {@code with..} calls. A URL may say some of it too ({@code connection_limit}, {@code pool_timeout}, ...);
 * what is said here wins.
 */
public final class EngineOptions {
    private @Nullable String url;
    private @Nullable DataSource dataSource;
    private @Nullable Path baseFolder;
    private @Nullable String schemaName;
    private @Nullable Integer poolSize;
    private @Nullable Duration poolTimeout;
    private @Nullable Duration statementTimeout;
    private Duration transactionMaxWait = Duration.ofSeconds(2);
    private Duration transactionTimeout = Duration.ofSeconds(5);
    private @Nullable IsolationLevel isolation;
    private int planCacheSize = 1000;
    private int statementCacheSize = 256;
    private int writeConflictRetries;
    private List<StatementListener> listeners = List.of();
    private Clock clock = Clock.systemUTC();

    private EngineOptions() {}

    private EngineOptions(EngineOptions other) {
        url = other.url;
        dataSource = other.dataSource;
        baseFolder = other.baseFolder;
        schemaName = other.schemaName;
        poolSize = other.poolSize;
        poolTimeout = other.poolTimeout;
        statementTimeout = other.statementTimeout;
        transactionMaxWait = other.transactionMaxWait;
        transactionTimeout = other.transactionTimeout;
        isolation = other.isolation;
        planCacheSize = other.planCacheSize;
        statementCacheSize = other.statementCacheSize;
        writeConflictRetries = other.writeConflictRetries;
        listeners = other.listeners;
        clock = other.clock;
    }

    /** A database by URL: Prisma's forms ({@code file:./dev.db}, {@code postgresql://..}, {@code mysql://..}) or JDBC's. */
    public static EngineOptions url(String url) {
        EngineOptions options = new EngineOptions();
        options.url = url;
        return options;
    }

    /** A database by the user's own {@code DataSource}, which pools as it likes and is not closed by the engine. */
    public static EngineOptions dataSource(DataSource dataSource) {
        EngineOptions options = new EngineOptions();
        options.dataSource = dataSource;
        return options;
    }

    /** The folder that relative paths of SQLite files start from; by default the current folder. */
    public EngineOptions withBaseFolder(Path folder) {
        EngineOptions copy = new EngineOptions(this);
        copy.baseFolder = folder;
        return copy;
    }

    /** The schema of the database for tables without {@code @@schema}; PostgreSQL only. */
    public EngineOptions withSchemaName(String name) {
        EngineOptions copy = new EngineOptions(this);
        copy.schemaName = name;
        return copy;
    }

    /** How many connections at most; by default as in Prisma: twice the processors plus one. */
    public EngineOptions withPoolSize(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("a pool needs at least one connection");
        }
        EngineOptions copy = new EngineOptions(this);
        copy.poolSize = size;
        return copy;
    }

    /** How long a call waits for a connection before it fails with P2024; by default 10 seconds. */
    public EngineOptions withPoolTimeout(Duration timeout) {
        EngineOptions copy = new EngineOptions(this);
        copy.poolTimeout = timeout;
        return copy;
    }

    /**
     * How long a statement may take before it is cancelled (P1008); by default as long as it likes. For a stream that is
     * the time until it begins, and then for each time that rows are fetched.
     */
    public EngineOptions withStatementTimeout(@Nullable Duration timeout) {
        EngineOptions copy = new EngineOptions(this);
        copy.statementTimeout = timeout;
        return copy;
    }

    /** How long transactions wait for a connection, and may stay open, where they do not say. */
    public EngineOptions withTransactionTimes(Duration maxWait, Duration timeout) {
        EngineOptions copy = new EngineOptions(this);
        copy.transactionMaxWait = maxWait;
        copy.transactionTimeout = timeout;
        return copy;
    }

    /** The isolation level of transactions that do not say; null for the database's default. */
    public EngineOptions withIsolation(@Nullable IsolationLevel level) {
        EngineOptions copy = new EngineOptions(this);
        copy.isolation = level;
        return copy;
    }

    /** How many plans are kept. */
    public EngineOptions withPlanCacheSize(int size) {
        EngineOptions copy = new EngineOptions(this);
        copy.planCacheSize = size;
        return copy;
    }

    /** How many prepared statements each connection keeps, where the driver does not keep them itself. */
    public EngineOptions withStatementCacheSize(int size) {
        EngineOptions copy = new EngineOptions(this);
        copy.statementCacheSize = size;
        return copy;
    }

    /** How often a single operation outside a transaction is tried again after a write conflict; by default never. */
    public EngineOptions withWriteConflictRetries(int retries) {
        EngineOptions copy = new EngineOptions(this);
        copy.writeConflictRetries = retries;
        return copy;
    }

    /** One more listener for SQL statements. */
    public EngineOptions withListener(StatementListener listener) {
        EngineOptions copy = new EngineOptions(this);
        List<StatementListener> all = new ArrayList<>(listeners);
        all.add(listener);
        copy.listeners = List.copyOf(all);
        return copy;
    }

    /** The clock behind {@code now()} and {@code @updatedAt}. */
    public EngineOptions withClock(Clock value) {
        EngineOptions copy = new EngineOptions(this);
        copy.clock = value;
        return copy;
    }

    public @Nullable String url() {
        return url;
    }

    public @Nullable DataSource dataSource() {
        return dataSource;
    }

    public @Nullable Path baseFolder() {
        return baseFolder;
    }

    public @Nullable String schemaName() {
        return schemaName;
    }

    public @Nullable Integer poolSize() {
        return poolSize;
    }

    public @Nullable Duration poolTimeout() {
        return poolTimeout;
    }

    public @Nullable Duration statementTimeout() {
        return statementTimeout;
    }

    public Duration transactionMaxWait() {
        return transactionMaxWait;
    }

    public Duration transactionTimeout() {
        return transactionTimeout;
    }

    public @Nullable IsolationLevel isolation() {
        return isolation;
    }

    public int planCacheSize() {
        return planCacheSize;
    }

    public int statementCacheSize() {
        return statementCacheSize;
    }

    public int writeConflictRetries() {
        return writeConflictRetries;
    }

    public List<StatementListener> listeners() {
        return listeners;
    }

    public Clock clock() {
        return clock;
    }

    /** Without the URL, which may hold a password. */
    @Override
    public String toString() {
        return "EngineOptions[poolSize=" + poolSize + ", poolTimeout=" + poolTimeout + "]";
    }
}
