package dev.prisma4j.schema.url;

import dev.prisma4j.schema.model.Provider;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A database address as Prisma projects write it: {@code postgresql://user:password@host:5432/db?schema=public}, {@code
 * mysql://…}, {@code file:./dev.db}, {@code sqlserver://host:1433;database=…}. The parts are decoded; options keep their
 * order and their names are matched without regard to case.
 *
 * @param provider the kind of database that the scheme names; {@code postgresql} also stands for CockroachDB
 * @param user or null
 * @param password or null
 * @param host or null for a file
 * @param port or null for the default one
 * @param database the database's name, or the path of a file
 * @param options what stands after the question mark
 */
public record DatabaseUrl(
        Provider provider,
        @Nullable String user,
        @Nullable String password,
        @Nullable String host,
        @Nullable Integer port,
        String database,
        Map<String, String> options) {
    public DatabaseUrl {
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }

    /**
     * Reads an address.
     *
     * @throws InvalidDatabaseUrlException if it is not one that Prisma takes
     */
    public static DatabaseUrl parse(String text) {
        String url = text.strip();
        int colon = url.indexOf(':');
        String scheme = colon < 0 ? "" : url.substring(0, colon).toLowerCase(Locale.ROOT);
        return switch (scheme) {
            case "file", "sqlite" -> file(url.substring(colon + 1));
            case "sqlserver" -> SqlServerUrl.parse(url);
            case "postgresql", "postgres" -> server(Provider.POSTGRESQL, url);
            case "mysql", "mariadb" -> server(Provider.MYSQL, url);
            default ->
                throw new InvalidDatabaseUrlException(
                        "The scheme must be one of file, postgresql, postgres, mysql and sqlserver.");
        };
    }

    private static DatabaseUrl file(String rest) {
        int question = rest.indexOf('?');
        String path = question < 0 ? rest : rest.substring(0, question);
        if (path.startsWith("//")) {
            path = path.substring(2);
        }
        if (path.isEmpty()) {
            throw new InvalidDatabaseUrlException("The path of the file is missing.");
        }
        return new DatabaseUrl(
                Provider.SQLITE,
                null,
                null,
                null,
                null,
                path,
                options(question < 0 ? null : rest.substring(question + 1)));
    }

    private static DatabaseUrl server(Provider provider, String url) {
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException e) {
            throw new InvalidDatabaseUrlException(
                    "Special characters in the user name or password have to be percent-encoded.");
        }
        String authority = uri.getRawAuthority();
        if (authority == null) {
            throw new InvalidDatabaseUrlException("The host is missing.");
        }
        int at = authority.lastIndexOf('@');
        String[] login = at < 0 ? new String[0] : authority.substring(0, at).split(":", 2);
        String address = authority.substring(at + 1);
        int portAt = address.lastIndexOf(':');
        boolean hasPort = portAt >= 0 && address.indexOf(']', portAt) < 0;
        String host = hasPort ? address.substring(0, portAt) : address;
        Integer port = hasPort && portAt + 1 < address.length() ? port(address.substring(portAt + 1)) : null;
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        return new DatabaseUrl(
                provider,
                login.length > 0 && !login[0].isEmpty() ? decode(login[0]) : null,
                login.length > 1 ? decode(login[1]) : null,
                host.isEmpty() ? "localhost" : decode(host),
                port,
                decode(path.startsWith("/") ? path.substring(1) : path),
                options(uri.getRawQuery()));
    }

    private static Integer port(String text) {
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw new InvalidDatabaseUrlException("The port is not a number.");
        }
    }

    private static Map<String, String> options(@Nullable String query) {
        Map<String, String> options = new LinkedHashMap<>();
        if (query != null) {
            for (String pair : query.split("&")) {
                if (!pair.isEmpty()) {
                    String[] parts = pair.split("=", 2);
                    options.put(decode(parts[0]), parts.length > 1 ? decode(parts[1]) : "");
                }
            }
        }
        return options;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new InvalidDatabaseUrlException("It has a percent sign that starts no character.");
        }
    }

    /** The value of an option, its name without regard to case. */
    public Optional<String> option(String name) {
        return options.entrySet().stream()
                .filter(e -> e.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** The database schema that the address names ({@code schema=}). */
    public Optional<String> schema() {
        return option("schema").filter(s -> !s.isEmpty());
    }

    /** The same address with another database, for example the one to connect to while this one does not exist. */
    public DatabaseUrl withDatabase(String name) {
        return new DatabaseUrl(provider, user, password, host, port, name, options);
    }

    /** Whether it is an SQLite database without a file. */
    public boolean isInMemory() {
        return provider == Provider.SQLITE && database.startsWith(":memory:");
    }

    /**
     * The file of an SQLite database.
     *
     * @param base the folder that relative paths start from
     */
    public Path file(Path base) {
        return base.resolve(database).normalize();
    }

    /**
     * The address for a Java driver.
     *
     * @param base the folder that relative paths of files start from
     */
    public DriverAddress driverAddress(Path base) {
        return DriverAddresses.of(this, base);
    }

    /** The address without user, password and options, for messages. */
    @Override
    public String toString() {
        if (host == null) {
            return "file:" + database;
        }
        return provider.text() + "://" + host + (port == null ? "" : ":" + port) + "/" + database;
    }
}
