package dev.prisma4j.migrate.database;

import dev.prisma4j.schema.model.Provider;
import dev.prisma4j.schema.url.DatabaseUrl;
import dev.prisma4j.schema.url.DriverAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/**
 * Where a database is.
 *
 * @param url its address
 * @param base the folder that relative paths of files start from
 */
public record DatabaseAddress(DatabaseUrl url, Path base) {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /** Where the driver connects to. */
    public DriverAddress driver() {
        return url.driverAddress(base);
    }

    /** The same server with another database. */
    public DatabaseAddress withDatabase(String name) {
        return new DatabaseAddress(url.withDatabase(name), base);
    }

    /**
     * Whether both name the same database, however they spell it.
     *
     * @param wholeDatabase whether the schema that an address names is of no account, since several are looked at
     */
    public boolean isSameDatabaseAs(DatabaseAddress other, boolean wholeDatabase) {
        if (url.provider() != other.url.provider() || url.isInMemory() || other.url.isInMemory()) {
            return false;
        }
        if (url.host() == null || other.url.host() == null) {
            return isSameFile(url.file(base), other.url.file(other.base));
        }
        return server().equals(other.server())
                && url.database().equals(other.url.database())
                && (wholeDatabase
                        || url.schema()
                                .orElse("public")
                                .equals(other.url.schema().orElse("public")));
    }

    private static boolean isSameFile(Path one, Path other) {
        try {
            return Files.exists(one) && Files.exists(other)
                    ? Files.isSameFile(one, other)
                    : one.toAbsolutePath().equals(other.toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String server() {
        String host = String.valueOf(url.host()).toLowerCase(Locale.ROOT);
        Integer port = url.port();
        boolean local = THIS_MACHINE.contains(host);
        return (local ? "localhost" : host) + ":"
                + (port != null ? port : url.provider() == Provider.MYSQL ? 3306 : 5432);
    }

    /** The address without the password. */
    @Override
    public String toString() {
        return url.toString();
    }
}
