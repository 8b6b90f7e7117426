package dev.prisma4j.migrate.database;

import dev.prisma4j.schema.url.DatabaseUrl;
import dev.prisma4j.schema.url.DriverAddress;
import java.nio.file.Path;

/**
 * Where a database is.
 *
 * @param url its address
 * @param base the folder that relative paths of files start from
 */
public record DatabaseAddress(DatabaseUrl url, Path base) {
    /** Where the driver connects to. */
    public DriverAddress driver() {
        return url.driverAddress(base);
    }

    /** The same server with another database. */
    public DatabaseAddress withDatabase(String name) {
        return new DatabaseAddress(url.withDatabase(name), base);
    }

    /** The address without the password. */
    @Override
    public String toString() {
        return url.toString();
    }
}
