// PostgreSQL, from the binaries that zonky.io publishes.
package dev.prisma4j.testkit.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** PostgreSQL 17. It refuses to run as root, so there it runs as an unprivileged user. */
public final class PostgresRecipe implements ServerRecipe {

    @Override
    public String id() {
        return "postgresql-17.6-1";
    }

    @Override
    public void unpack(Path home) throws IOException {
        Archives.unpackTarXz("postgres-linux-x86_64.txz", home);
    }

    @Override
    public void initialise(Path home, Path data) throws IOException {
        Path passwordFile = Files.writeString(data.resolveSibling("password"), password());
        List<String> command = new ArrayList<>(Unprivileged.prefix());
        Unprivileged.give(data);
        Unprivileged.give(passwordFile);
        command.addAll(List.of(
                home.resolve("bin/initdb").toString(),
                "--pgdata=" + data,
                "--username=" + user(),
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C.UTF-8",
                "--no-sync"));
        Processes.run(command, environment(home), null, data.resolveSibling("initialise.log"));
        Files.delete(passwordFile);
    }

    @Override
    public List<String> command(Path home, Path data, int port) throws IOException {
        List<String> command = new ArrayList<>(Unprivileged.prefix());
        Unprivileged.give(data);
        command.add(home.resolve("bin/postgres").toString());
        command.addAll(List.of("-D", data.toString(), "-p", Integer.toString(port)));
        // Nothing here survives the test run, so nothing needs to survive a crash.
        for (String setting : List.of(
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "fsync=off",
                "synchronous_commit=off",
                "full_page_writes=off",
                "max_connections=300",
                "max_prepared_transactions=10",
                "shared_buffers=64MB")) {
            command.add("-c");
            command.add(setting);
        }
        return command;
    }

    /** "Fast shutdown"; killing the server outright would leave its shared memory behind. */
    @Override
    public String stopSignal() {
        return "INT";
    }

    @Override
    public String jdbcUrl(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=" + user() + "&password=" + password();
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
        return "postgres";
    }
}
