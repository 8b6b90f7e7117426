package dev.prisma4j.schema.url;

import dev.prisma4j.schema.model.Provider;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code sqlserver://host:port;database=..;user=..;password={..};encrypt=true}: braces protect semicolons. */
final class SqlServerUrl {
    private SqlServerUrl() {}

    static DatabaseUrl parse(String url) {
        int start = url.indexOf("//");
        if (start < 0) {
            throw new InvalidDatabaseUrlException("The host is missing.");
        }
        String rest = url.substring(start + 2);
        int end = rest.indexOf(';');
        String address = end < 0 ? rest : rest.substring(0, end);
        Map<String, String> options = end < 0 ? new LinkedHashMap<>() : options(rest.substring(end + 1));
        int colon = address.lastIndexOf(':');
        Integer port = null;
        if (colon >= 0) {
            try {
                port = Integer.valueOf(address.substring(colon + 1));
            } catch (NumberFormatException e) {
                throw new InvalidDatabaseUrlException("The port is not a number.");
            }
        }
        String database = take(options, "database", "initial catalog", "databaseName");
        String user = take(options, "user", "username", "uid", "userid");
        String password = take(options, "password", "pwd");
        return new DatabaseUrl(
                Provider.SQLSERVER,
                user,
                password,
                colon < 0 ? address : address.substring(0, colon),
                port,
                database == null ? "master" : database,
                options);
    }

    private static @Nullable String take(Map<String, String> options, String... names) {
        for (String name : names) {
            for (String key : options.keySet()) {
                if (key.toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT))) {
                    return options.remove(key);
                }
            }
        }
        return null;
    }

    private static Map<String, String> options(String text) {
        Map<String, String> options = new LinkedHashMap<>();
        int at = 0;
        while (at < text.length()) {
            int equals = text.indexOf('=', at);
            if (equals < 0) {
                break;
            }
            String name = text.substring(at, equals).strip();
            int end;
            String value;
            if (equals + 1 < text.length() && text.charAt(equals + 1) == '{') {
                int close = text.indexOf('}', equals);
                if (close < 0) {
                    throw new InvalidDatabaseUrlException("A brace is not closed.");
                }
                value = text.substring(equals + 2, close);
                end = text.indexOf(';', close);
            } else {
                end = text.indexOf(';', equals);
                value = text.substring(equals + 1, end < 0 ? text.length() : end)
                        .strip();
            }
            options.put(name, value);
            at = end < 0 ? text.length() : end + 1;
        }
        return options;
    }
}
