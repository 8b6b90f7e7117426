package dev.prisma4j.engine.jdbc;

import com.zaxxer.hikari.HikariConfig;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Where connections come from: a pool of ours, or the user's own {@code DataSource}. */
public interface Pool extends AutoCloseable {
    /**
     * A connection.
     *
     * @param wait how long to wait for one, or null for the pool's own time
     * @throws dev.prisma4j.engine.error.PrismaException P2024 if none is free in time
     */
    Connection connection(@Nullable Duration wait) throws SQLException;

    /** Takes a connection back that is as it was given out. */
    void giveBack(Connection connection) throws SQLException;

    /** Removes a broken connection. */
    void evict(Connection connection) throws SQLException;

    /** Whether {@code unwrap} gives the driver's connection, always the same one. */
    boolean showsPhysical();

    /** How many connections are open, or -1 where nobody knows. */
    int open();

    /** How long callers wait where they do not say. */
    Duration timeout();

    @Override
    void close();

    /**
     * Our own pool, which connects when it is first needed.
     *
     * @param refusal which failures to connect time does not mend; the very first connection does not wait after them
     */
    static Pool of(HikariConfig config, Predicate<SQLException> refusal) {
        return new OwnPool(config, refusal);
    }

    /**
     * The user's own source, which pools and waits as it likes.
     *
     * @param schemaName the schema that its connections are set to, or null to leave them as they are
     */
    static Pool of(DataSource dataSource, Duration timeout, @Nullable String schemaName) {
        return new UserPool(dataSource, timeout, schemaName);
    }
}
