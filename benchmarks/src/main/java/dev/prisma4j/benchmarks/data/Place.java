package dev.prisma4j.benchmarks.data;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * One filled database.
 *
 * @param jdbcUrl its address for JDBC
 * @param prismaUrl its address as Prisma spells it
 */
public record Place(Venue venue, String jdbcUrl, String prismaUrl) {
    /** A plain connection, with foreign keys checked everywhere and batches rewritten to multi-row inserts by PostgreSQL's driver. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl, properties());
    }

    private Properties properties() {
        Properties properties = new Properties();
        if (venue == Venue.SQLITE) {
            properties.setProperty("foreign_keys", "true");
        } else if (venue == Venue.POSTGRESQL) {
            properties.setProperty("reWriteBatchedInserts", "true");
        }
        return properties;
    }

    /** The pool that is given to every library which takes one; the same one that prisma4j has inside. */
    public HikariDataSource pool(int size) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(jdbcUrl);
        config.setDataSourceProperties(properties());
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        return new HikariDataSource(config);
    }
}
