package dev.prisma4j.engine.jdbc;

import com.zaxxer.hikari.HikariConfig;
import dev.prisma4j.engine.error.Errors;
import dev.prisma4j.schema.model.Provider;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Where a URL leads: Prisma's forms translated to JDBC, its parameters to the driver's properties and the pool's
 * settings. A {@code jdbc:} URL is taken as it is.
 *
 * @param jdbcUrl for the driver
 * @param properties for the driver, user and password among them
 * @param poolSize how many connections at most, or null where the URL does not say
 * @param poolTimeout how long to wait for one, or null where the URL does not say
 * @param singleConnection whether everything must go over one connection that is never closed (a database in memory)
 */
public record Target(
        String jdbcUrl,
        Map<String, String> properties,
        @Nullable Integer poolSize,
        @Nullable Duration poolTimeout,
        boolean singleConnection) {
    /**
     * Reads a URL.
     *
     * @param baseFolder where relative paths of SQLite files start
     * @throws dev.prisma4j.engine.error.PrismaException P1013 if it cannot be understood
     */
    public static Target of(String url, Provider provider, Path baseFolder) {
        String trimmed = lowerCaseScheme(url.strip());
        if (trimmed.startsWith("jdbc:")) {
            boolean memory = trimmed.startsWith("jdbc:sqlite:")
                    && (trimmed.contains(":memory:")
                            || trimmed.contains("mode=memory")
                            || trimmed.equals("jdbc:sqlite:"));
            return new Target(trimmed, sqliteDefaults(provider), null, null, memory);
        }
        return switch (provider) {
            case SQLITE -> sqlite(trimmed, baseFolder);
            case POSTGRESQL, COCKROACHDB -> server(trimmed, "postgresql", 5432, "postgresql", "postgres");
            case MYSQL -> server(trimmed, "mysql", 3306, "mysql", "mariadb");
            default -> throw Errors.unsupported("the provider " + provider.text());
        };
    }

    /** Schemes are written as one likes, as in {@link dev.prisma4j.schema.url.DatabaseUrl}. */
    private static String lowerCaseScheme(String url) {
        int colon = url.indexOf(':');
        return colon < 0 ? url : url.substring(0, colon).toLowerCase(Locale.ROOT) + url.substring(colon);
    }

    /** New ids come back through RETURNING, so the driver need not ask for them after every INSERT. */
    private static Map<String, String> sqliteDefaults(Provider provider) {
        return provider == Provider.SQLITE
                ? Map.of("foreign_keys", "true", "busy_timeout", "5000", "jdbc.get_generated_keys", "false")
                : Map.of();
    }

    private static Target sqlite(String url, Path baseFolder) {
        if (!url.startsWith("file:") && !url.startsWith("sqlite:") && !url.equals(":memory:")) {
            throw Errors.invalidUrl("The URL of an SQLite database must start with `file:`.");
        }
        String rest = url.equals(":memory:") ? url : url.substring(url.indexOf(':') + 1);
        int question = rest.indexOf('?');
        Map<String, String> parameters =
                question < 0 ? new LinkedHashMap<>() : parameters(rest.substring(question + 1));
        String path = question < 0 ? rest : rest.substring(0, question);
        if (path.startsWith("//")) {
            path = path.substring(2);
        }
        boolean memory = path.equals(":memory:") || path.isEmpty() || "memory".equals(parameters.get("mode"));
        Map<String, String> properties = new LinkedHashMap<>(sqliteDefaults(Provider.SQLITE));
        Integer limit = integer(parameters.remove("connection_limit"), "connection_limit");
        Duration timeout = seconds(parameters.remove("pool_timeout"), "pool_timeout");
        Duration busy = seconds(parameters.remove("socket_timeout"), "socket_timeout");
        if (busy != null) {
            properties.put("busy_timeout", Long.toString(busy.toMillis()));
        }
        parameters.remove("mode");
        parameters.remove("cache");
        properties.putAll(parameters);
        if (memory) {
            return new Target("jdbc:sqlite::memory:", properties, 1, timeout, true);
        }
        String file = baseFolder.resolve(path).normalize().toAbsolutePath().toString();
        return new Target("jdbc:sqlite:" + file, properties, limit, timeout, false);
    }

    private static Target server(String url, String kind, int defaultPort, String... schemes) {
        int scheme = url.indexOf("://");
        boolean known = false;
        for (String name : schemes) {
            known |= scheme > 0 && url.substring(0, scheme).equals(name);
        }
        if (!known) {
            throw Errors.invalidUrl("The URL must start with `" + schemes[0] + "://`.");
        }
        String rest = url.substring(scheme + 3);
        int question = rest.indexOf('?');
        Map<String, String> parameters =
                question < 0 ? new LinkedHashMap<>() : parameters(rest.substring(question + 1));
        String address = question < 0 ? rest : rest.substring(0, question);
        Map<String, String> properties = new LinkedHashMap<>();
        int at = address.lastIndexOf('@');
        if (at >= 0) {
            String login = address.substring(0, at);
            int colon = login.indexOf(':');
            properties.put("user", decoded(colon < 0 ? login : login.substring(0, colon)));
            if (colon >= 0) {
                properties.put("password", decoded(login.substring(colon + 1)));
            }
        }
        String location = address.substring(at + 1);
        int slash = location.indexOf('/');
        String host = slash < 0 ? location : location.substring(0, slash);
        String database = slash < 0 ? "" : location.substring(slash + 1);
        if (host.isEmpty()) {
            host = "localhost";
        }
        if (!host.matches(".*:\\d+$")) {
            host = host + ":" + defaultPort;
        }
        Integer limit = integer(parameters.remove("connection_limit"), "connection_limit");
        Duration timeout = seconds(parameters.remove("pool_timeout"), "pool_timeout");
        boolean postgres = kind.equals("postgresql");
        (postgres ? DriverProperties.POSTGRESQL : DriverProperties.mysql()).translate(parameters, properties);
        String driver = postgres ? "postgresql" : DriverProperties.mysqlScheme();
        return new Target("jdbc:" + driver + "://" + host + "/" + database, properties, limit, timeout, false);
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String part : query.split("&")) {
            int equals = part.indexOf('=');
            if (!part.isEmpty()) {
                parameters.put(
                        decoded(equals < 0 ? part : part.substring(0, equals)),
                        equals < 0 ? "" : decoded(part.substring(equals + 1)));
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Errors.invalidUrl("A part of it is not percent-encoded correctly.");
        }
    }

    static @Nullable Integer integer(@Nullable String text, String name) {
        if (text == null) {
            return null;
        }
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw Errors.invalidUrl("The parameter `" + name + "` must be a number.");
        }
    }

    static @Nullable Duration seconds(@Nullable String text, String name) {
        Integer number = integer(text, name);
        return number == null ? null : Duration.ofSeconds(number);
    }

    /** The settings of a pool for this place. */
    public HikariConfig poolConfig(@Nullable Integer size, @Nullable Duration timeout) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("prisma4j");
        config.setJdbcUrl(jdbcUrl);
        properties.forEach(config::addDataSourceProperty);
        int most = size != null ? size : poolSize != null ? poolSize : defaultSize();
        config.setMaximumPoolSize(singleConnection ? 1 : Math.max(1, most));
        config.setMinimumIdle(singleConnection ? 1 : 0);
        Duration wait = timeout != null ? timeout : poolTimeout != null ? poolTimeout : Duration.ofSeconds(10);
        config.setConnectionTimeout(
                wait.isZero() ? Integer.MAX_VALUE : Math.max(250, TimeUnit.MILLISECONDS.convert(wait)));
        if (singleConnection) {
            config.setMaxLifetime(0);
            config.setIdleTimeout(0);
        }
        return config;
    }

    private static int defaultSize() {
        return Runtime.getRuntime().availableProcessors() * 2 + 1;
    }

    /** Where it leads and as whom, without the password, and without what only tunes the connections. */
    public String address() {
        StringBuilder address = new StringBuilder(withoutPassword(jdbcUrl));
        for (String part : List.of("user", "currentSchema", "options")) {
            String value = properties.get(part);
            if (value != null) {
                address.append(' ').append(part).append('=').append(value);
            }
        }
        // A database in memory is nobody else's.
        return singleConnection ? address + " " + UUID.randomUUID() : address.toString();
    }

    /** A JDBC URL without the password that it may hold. */
    public static String withoutPassword(String jdbcUrl) {
        return jdbcUrl.replaceAll("(?i)(?<=[?&;])password=[^&;]*", "").replaceAll("//[^/@]*@", "//");
    }

    /** Without user and password, which a {@code jdbc:} URL may hold in its parameters or before the host. */
    @Override
    public String toString() {
        return jdbcUrl.replaceAll("[?;].*", "").replaceAll("//[^/]*@", "//");
    }
}
