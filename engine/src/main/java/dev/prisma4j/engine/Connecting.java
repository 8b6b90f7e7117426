package dev.prisma4j.engine;

import com.zaxxer.hikari.HikariConfig;
import dev.prisma4j.engine.defaults.Defaults;
import dev.prisma4j.engine.error.Errors;
import dev.prisma4j.engine.event.PoolStatus;
import dev.prisma4j.engine.jdbc.Database;
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
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Connects when the engine is first used: opens the pool and finds out which database it really is. */
final class Connecting implements AutoCloseable {
    private final Schema schema;
    private final EngineOptions options;
    private final Pool pool;
    private final Watchdog watchdog = new Watchdog();
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable Backend backend;

    Connecting(Schema schema, EngineOptions options) {
        this.schema = schema;
        this.options = options;
        this.pool = pool(schema, options);
    }

    private static Pool pool(Schema schema, EngineOptions options) {
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
        HikariConfig config = Target.of(url, schema.provider(), folder).poolConfig(options.poolSize(), timeout);
        if (schemaName != null) {
            config.setSchema(schemaName);
        }
        return Pool.of(config, Dialects.refusal(schema.provider()));
    }

    Backend backend() {
        Backend known = backend;
        return known == null ? connect() : known;
    }

    /** How busy the connections are; nothing is connected for it. */
    PoolStatus status() {
        Backend known = backend;
        return known == null ? new PoolStatus(0, 0, 0, 0, 0) : known.database().status();
    }

    private Backend connect() {
        lock.lock();
        try {
            Backend known = backend;
            if (known == null) {
                Dialect dialect = Dialects.of(schema.provider(), this::answer);
                Database database = new Database(
                        pool, dialect, new Observer(options.listeners()), watchdog, options.statementCacheSize());
                WriteExecutor writes = new WriteExecutor(
                        schema,
                        new WritePlans(dialect, options.planCacheSize()),
                        new Defaults(schema, options.clock()));
                known = new Backend(
                        database, new Plans(dialect, options.planCacheSize()), schema, writes, SoftDeletes.of(schema));
                backend = known;
            }
            return known;
        } finally {
            lock.unlock();
        }
    }

    private Dialect answer(Dialects.Question question) throws SQLException {
        Connection connection = pool.connection(null);
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
