package dev.prisma4j.engine;

import com.zaxxer.hikari.HikariConfig;
import dev.prisma4j.engine.defaults.Defaults;
import dev.prisma4j.engine.error.Errors;
import dev.prisma4j.engine.error.PoolTimeoutException;
import dev.prisma4j.engine.event.PoolStatus;
import dev.prisma4j.engine.jdbc.Database;
import dev.prisma4j.engine.jdbc.Lease;
import dev.prisma4j.engine.jdbc.Observer;
import dev.prisma4j.engine.jdbc.Pool;
import dev.prisma4j.engine.jdbc.Target;
import dev.prisma4j.engine.jdbc.Watchdog;
import dev.prisma4j.engine.plan.Plans;
import dev.prisma4j.engine.softdelete.SoftDeletes;
import dev.prisma4j.engine.sql.dialect.Dialect;
import dev.prisma4j.engine.sql.dialect.Dialects;
import dev.prisma4j.engine.write.WriteExecutor;
import dev.prisma4j.engine.write.WritePlans;
import dev.prisma4j.schema.model.Provider;
import dev.prisma4j.schema.model.Schema;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Connects when the engine is first used: opens the pool and finds out which database it really is. */
final class Connecting implements AutoCloseable {
    private static final Pattern SCHEMA = Pattern.compile("[?&]schema=([^&]+)");

    private final Schema schema;
    private final EngineOptions options;
    private final Pool pool;
    private final Watchdog watchdog = new Watchdog();
    /** Who asks the database, so that the others need not. */
    private final ReentrantLock asking = new ReentrantLock();

    private volatile @Nullable Backend backend;
    private volatile @Nullable String address;

    Connecting(Schema schema, EngineOptions options) {
        this.schema = schema;
        this.options = options;
        this.pool = pool();
    }

    private Pool pool() {
        Duration timeout = options.poolTimeout();
        String schemaName = options.schemaName();
        if (schemaName != null && schema.provider() != Provider.POSTGRESQL) {
            throw Errors.unsupported("a schema name for the provider "
                    + schema.provider().text() + " (there, name the database in the URL)");
        }
        DataSource dataSource = options.dataSource();
        if (dataSource != null) {
            return Pool.of(dataSource, timeout == null ? Duration.ofSeconds(10) : timeout, schemaName);
        }
        String url = options.url();
        if (url == null) {
            throw Errors.invalidUrl("There is none.");
        }
        Path folder = options.baseFolder() == null ? Path.of("") : options.baseFolder();
        Target target = Target.of(url, schema.provider(), folder);
        address = target.address() + inSchema();
        HikariConfig config = target.poolConfig(options.poolSize(), timeout);
        if (schemaName != null) {
            config.setSchema(schemaName);
        }
        return Pool.of(config, Dialects.refusal(schema.provider()));
    }

    private String inSchema() {
        return options.schemaName() == null ? "" : " in " + options.schemaName();
    }

    /** What the URL says, or where there is none what a connection says. */
    String address() {
        String known = address;
        if (known == null) {
            Database database = backend().database();
            try (Lease lease = database.lease(null)) {
                StringBuilder said = new StringBuilder();
                lease.control("(address)", connection -> {
                    DatabaseMetaData about = connection.getMetaData();
                    said.append(Target.withoutPassword(String.valueOf(about.getURL())))
                            .append(" as ")
                            .append(about.getUserName())
                            .append(" in ")
                            .append(connection.getCatalog())
                            .append('.')
                            .append(connection.getSchema());
                });
                known = said.toString();
            }
            address = known;
        }
        return known;
    }

    Backend backend() {
        Backend known = backend;
        return known == null ? connect(pool.timeout()) : known;
    }

    /** @param wait how long to wait for the very first connection */
    Backend backend(Duration wait) {
        Backend known = backend;
        return known == null ? connect(wait) : known;
    }

    /** How busy the connections are; nothing is connected for it. */
    PoolStatus status() {
        Backend known = backend;
        return known == null ? new PoolStatus(0, 0, 0, 0, 0) : known.database().status();
    }

    /** The schema in which tables are that name none. */
    private String schemaName() {
        String name = options.schemaName();
        if (name != null) {
            return name;
        }
        String url = options.url();
        Matcher given = SCHEMA.matcher(url == null ? "" : url);
        return given.find() ? URLDecoder.decode(given.group(1), StandardCharsets.UTF_8) : "public";
    }

    /** One asks, the others wait for his answer; who has waited his time goes and asks himself, and is told what is wrong. */
    private Backend connect(Duration wait) {
        long start = System.nanoTime();
        boolean first = waitForTurn(wait);
        try {
            Backend known = backend;
            if (known != null) {
                return known;
            }
            Dialect dialect = Dialects.of(
                    schema.provider(),
                    question -> answer(question, wait.minusNanos(System.nanoTime() - start)),
                    schemaName());
            return publish(dialect);
        } catch (PoolTimeoutException e) { // of what was left of the time
            throw Errors.poolTimeout(wait, e.meta().get("connection_limit") instanceof Integer size ? size : 0, e);
        } finally {
            if (first) {
                asking.unlock();
            }
        }
    }

    /** False if the time was up before. */
    private boolean waitForTurn(Duration wait) {
        try {
            return asking.tryLock() || asking.tryLock(TimeUnit.NANOSECONDS.convert(wait), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Errors.operationTimeout("The call was interrupted while it waited for the first connection.", e);
        }
    }

    private synchronized Backend publish(Dialect dialect) {
        Backend known = backend;
        if (known == null) {
            Database database = new Database(
                    pool, dialect, new Observer(options.listeners()), watchdog, options.statementCacheSize());
            WriteExecutor writes = new WriteExecutor(
                    schema, new WritePlans(dialect, options.planCacheSize()), new Defaults(schema, options.clock()));
            known = new Backend(
                    database, new Plans(dialect, options.planCacheSize()), schema, writes, SoftDeletes.of(schema));
            backend = known;
        }
        return known;
    }

    private Dialect answer(Dialects.Question question, Duration wait) throws SQLException {
        Connection connection = pool.connection(wait);
        try {
            return question.ask(connection);
        } finally {
            pool.giveBack(connection);
        }
    }

    @Override
    public void close() {
        watchdog.close();
        Backend known = backend;
        if (known == null) {
            pool.close();
        } else {
            known.database().close();
        }
    }
}
