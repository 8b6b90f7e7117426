package dev.prisma4j.engine.jdbc;

import java.util.Map;

/**
 * Prisma's URL parameters in the words of a JDBC driver. Parameters that are not in the table go to the driver as they
 * are, which refuses or uses them.
 *
 * @param names Prisma's name to the driver's; an empty name drops the parameter
 * @param defaults what the driver is told in any case
 */
record DriverProperties(Map<String, Name> names, Map<String, String> defaults) {
    /**
     * The driver's name of a parameter.
     *
     * @param property its name; empty if it has no meaning for the driver
     * @param factor what a number is multiplied with: seconds to milliseconds
     */
    record Name(String property, int factor) {
        static Name of(String property) {
            return new Name(property, 1);
        }
    }

    private static final Name NONE = Name.of("");

    static final DriverProperties POSTGRESQL = new DriverProperties(
            Map.ofEntries(
                    Map.entry("schema", Name.of("currentSchema")),
                    Map.entry("connect_timeout", Name.of("connectTimeout")),
                    Map.entry("socket_timeout", Name.of("socketTimeout")),
                    Map.entry("application_name", Name.of("ApplicationName")),
                    Map.entry("channel_binding", Name.of("channelBinding")),
                    Map.entry("statement_cache_size", Name.of("preparedStatementCacheQueries")),
                    Map.entry("pgbouncer", NONE),
                    Map.entry("sslcert", Name.of("sslrootcert")),
                    Map.entry("sslidentity", Name.of("sslkey")),
                    Map.entry("sslpassword", Name.of("sslpassword")),
                    Map.entry("sslaccept", NONE)),
            Map.of("ApplicationName", "prisma4j"));

    private static final DriverProperties MYSQL = new DriverProperties(
            Map.of(
                    "connect_timeout", new Name("connectTimeout", 1000),
                    "socket_timeout", new Name("socketTimeout", 1000),
                    "statement_cache_size", NONE,
                    "sslaccept", NONE,
                    "sslcert", NONE,
                    "sslidentity", NONE,
                    "sslpassword", NONE),
            Map.of(
                    "characterEncoding", "UTF-8",
                    "allowPublicKeyRetrieval", "true",
                    "useAffectedRows", "false",
                    "connectionTimeZone", "UTC",
                    "yearIsDateType", "false"));

    private static final DriverProperties MARIADB = new DriverProperties(
            MYSQL.names(),
            Map.of("allowPublicKeyRetrieval", "true", "useAffectedRows", "false", "yearIsDateType", "false"));

    static DriverProperties mysql() {
        return hasConnectorJ() ? MYSQL : MARIADB;
    }

    static String mysqlScheme() {
        return hasConnectorJ() ? "mysql" : "mariadb";
    }

    private static boolean hasConnectorJ() {
        try {
            Class.forName("com.mysql.cj.jdbc.Driver", false, DriverProperties.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    void translate(Map<String, String> parameters, Map<String, String> properties) {
        properties.putAll(defaults);
        parameters.forEach((key, value) -> {
            Name name = names.getOrDefault(key, Name.of(key));
            if (key.equals("pgbouncer") && value.equals("true")) {
                properties.put("prepareThreshold", "0");
            } else if (key.equals("sslaccept") && value.equals("strict")) {
                properties.put(
                        names.containsKey("schema") ? "sslmode" : "sslMode",
                        names.containsKey("schema") ? "verify-full" : "VERIFY_IDENTITY");
            } else if (key.equals("schema") && names.containsKey("schema")) {
                properties.put("currentSchema", '"' + value.replace("\"", "\"\"") + '"');
            } else if (!name.property().isEmpty()) {
                properties.put(name.property(), key.endsWith("_timeout") ? number(key, value, name.factor()) : value);
            }
        });
    }

    private static String number(String key, String value, int factor) {
        Integer number = Target.integer(value, key);
        return Long.toString((number == null ? 0L : number) * factor);
    }
}
