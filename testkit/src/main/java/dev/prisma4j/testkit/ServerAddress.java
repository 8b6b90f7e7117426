// The parts of a server's URL, and the forms that Prisma and JDBC want them in.
package dev.prisma4j.testkit;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where a server listens and who may log in. {@code database} is one that exists, to connect to before others do. */
record ServerAddress(String host, int port, String user, String password, String database) {

    /** Reads {@code scheme://user:password@host:port/database}. */
    static ServerAddress parse(String url) {
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("the URL of the existing server cannot be read: " + e.getReason(), e);
        }
        if (uri.getHost() == null || uri.getRawUserInfo() == null || uri.getRawPath() == null) {
            throw new IllegalArgumentException(
                    "the URL of the existing server must read scheme://user:password@host:port/database");
        }
        String[] login = uri.getRawUserInfo().split(":", 2);
        int port = uri.getPort() >= 0 ? uri.getPort() : uri.getScheme().startsWith("postgres") ? 5432 : 3306;
        return new ServerAddress(
                uri.getHost(),
                port,
                decode(login[0]),
                login.length > 1 ? decode(login[1]) : "",
                decode(uri.getRawPath().replaceFirst("^/", "")));
    }

    String prismaUrl(DatabaseKind kind, String name) {
        String scheme = kind == DatabaseKind.POSTGRESQL ? "postgresql" : "mysql";
        return scheme + "://" + encode(user) + ":" + encode(password) + "@" + host + ":" + port + "/" + name;
    }

    String jdbcUrl(DatabaseKind kind, String name) {
        String scheme = switch (kind) {
            case POSTGRESQL -> "postgresql";
            case MARIADB -> "mariadb";
            case MYSQL -> "mysql";
            case SQLITE -> throw new IllegalArgumentException("SQLite has no server");
        };
        return "jdbc:" + scheme + "://" + host + ":" + port + "/" + name + "?user=" + encode(user) + "&password="
                + encode(password);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
