package dev.prisma4j.schema.url;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What each Java driver calls the options of a Prisma address. Options that concern the pool are left to the pool. */
final class DriverAddresses {
    private DriverAddresses() {}

    static DriverAddress of(DatabaseUrl url, Path base) {
        return switch (url.provider()) {
            case SQLITE -> sqlite(url, base);
            case POSTGRESQL, COCKROACHDB -> postgresql(url);
            case MYSQL -> mysql(url);
            case SQLSERVER -> sqlserver(url);
            case MONGODB -> throw new InvalidDatabaseUrlException("MongoDB has no JDBC driver.");
        };
    }

    private static DriverAddress sqlite(DatabaseUrl url, Path base) {
        String path = url.isInMemory() ? url.database() : url.file(base).toString();
        return new DriverAddress("jdbc:sqlite:" + path, Map.of());
    }

    private static Map<String, String> login(DatabaseUrl url) {
        Map<String, String> properties = new LinkedHashMap<>();
        if (url.user() != null) {
            properties.put("user", url.user());
        }
        if (url.password() != null) {
            properties.put("password", url.password());
        }
        return properties;
    }

    private static String address(DatabaseUrl url, int defaultPort) {
        String database =
                URLEncoder.encode(url.database(), StandardCharsets.UTF_8).replace("+", "%20");
        return url.host() + ":" + (url.port() == null ? defaultPort : url.port()) + "/" + database;
    }

    private static DriverAddress postgresql(DatabaseUrl url) {
        Map<String, String> properties = login(url);
        url.options().forEach((name, value) -> {
            switch (name.toLowerCase(Locale.ROOT)) {
                case "schema" -> properties.put("currentSchema", value);
                case "sslmode" -> properties.put("sslmode", value);
                case "sslcert" -> properties.put("sslrootcert", value);
                case "sslidentity" -> properties.put("sslkey", value);
                case "sslpassword" -> properties.put("sslpassword", value);
                case "connect_timeout" -> properties.put("connectTimeout", value);
                case "socket_timeout" -> properties.put("socketTimeout", value);
                case "application_name" -> properties.put("ApplicationName", value);
                case "options" -> properties.put("options", value);
                case "channel_binding" -> properties.put("channelBinding", value);
                case "statement_cache_size" -> properties.put("preparedStatementCacheQueries", value);
                case "pgbouncer" -> {
                    if (value.equals("true")) {
                        properties.put("prepareThreshold", "0");
                    }
                }
                default -> {}
            }
        });
        return new DriverAddress("jdbc:postgresql://" + address(url, 5432), properties);
    }

    private static DriverAddress mysql(DatabaseUrl url) {
        Map<String, String> properties = login(url);
        url.options().forEach((name, value) -> {
            switch (name.toLowerCase(Locale.ROOT)) {
                case "connect_timeout" -> properties.put("connectTimeout", milliseconds(value));
                case "socket_timeout" -> properties.put("socketTimeout", milliseconds(value));
                case "sslaccept" -> properties.put("sslMode", value.equals("strict") ? "VERIFY_CA" : "PREFERRED");
                case "sslcert" -> properties.put("serverSslCert", value);
                case "socket" -> properties.put("localSocket", value);
                default -> {}
            }
        });
        return new DriverAddress("jdbc:mysql://" + address(url, 3306), properties);
    }

    private static String milliseconds(String seconds) {
        try {
            return String.valueOf(Long.parseLong(seconds) * 1000);
        } catch (NumberFormatException e) {
            throw new InvalidDatabaseUrlException("A timeout is not a number of seconds.");
        }
    }

    private static DriverAddress sqlserver(DatabaseUrl url) {
        Map<String, String> properties = login(url);
        properties.put("databaseName", url.database());
        url.options().forEach((name, value) -> {
            switch (name.toLowerCase(Locale.ROOT)) {
                case "encrypt" ->
                    properties.put("encrypt", value.equalsIgnoreCase("DANGER_PLAINTEXT") ? "false" : value);
                case "trustservercertificate" -> properties.put("trustServerCertificate", value);
                case "trustservercertificateca" -> properties.put("serverCertificate", value);
                case "logintimeout", "connecttimeout", "connectiontimeout" -> properties.put("loginTimeout", value);
                case "sockettimeout" -> properties.put("socketTimeout", milliseconds(value));
                case "applicationname" -> properties.put("applicationName", value);
                case "integratedsecurity" -> properties.put("integratedSecurity", value);
                default -> {}
            }
        });
        return new DriverAddress(
                "jdbc:sqlserver://" + url.host() + ":" + (url.port() == null ? 1433 : url.port()), properties);
    }
}
