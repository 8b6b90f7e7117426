package dev.prisma4j.engine.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.util.DriverDataSource;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The driver as a data source that remembers how the last attempt to connect failed. */
final class Attempts implements DataSource {
    private final DataSource driver;
    private final AtomicLong failed = new AtomicLong();
    private volatile @Nullable SQLException failure;

    private Attempts(DataSource driver) {
        this.driver = driver;
    }

    static Attempts of(HikariConfig config) {
        return new Attempts(new DriverDataSource(
                config.getJdbcUrl(),
                config.getDriverClassName(),
                config.getDataSourceProperties(),
                config.getUsername(),
                config.getPassword()));
    }

    /** How many attempts have failed so far. */
    long failed() {
        return failed.get();
    }

    /** Why the last attempt failed, or null if it did not. */
    @Nullable
    SQLException failure() {
        return failure;
    }

    @Override
    public Connection getConnection() throws SQLException {
        try {
            Connection connection = driver.getConnection();
            failure = null;
            return connection;
        } catch (SQLException e) {
            failure = e;
            failed.incrementAndGet();
            throw e;
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public @Nullable PrintWriter getLogWriter() throws SQLException {
        return driver.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        driver.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        driver.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return driver.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return driver.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return type.isInstance(this) ? type.cast(this) : driver.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return type.isInstance(this) || driver.isWrapperFor(type);
    }
}
