package dev.prisma4j.migrate.postgresql;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A PostgreSQL server of its own, in a temporary folder, for as long as migrations are tried on it. It listens on this
 * machine only, with a password that nobody else knows, and does not care for crashes.
 */
final class LocalPostgres implements AutoCloseable {
    private static final String NOBODY = "65534";
    private static final int ATTEMPTS = 300;

    private final Path folder;
    private final Process server;
    private final String url;
    private final Thread atExit;

    private LocalPostgres(Path folder, Process server, String url) {
        this.folder = folder;
        this.server = server;
        this.url = url;
        this.atExit = new Thread(this::stop, "stop-shadow-postgresql");
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** The address of its first database, as Prisma writes it. */
    String url() {
        return url;
    }

    /**
     * Starts a server with the programs of that folder.
     *
     * @throws IOException if it does not start; the message has the last lines of what it said
     */
    static LocalPostgres start(Path home) throws IOException {
        Path folder = Files.createTempDirectory("prisma4j-shadow-");
        Path data = Files.createDirectory(folder.resolve("data"));
        Path log = folder.resolve("log");
        String password = UUID.randomUUID().toString();
        Path passwordFile = Files.writeString(folder.resolve("password"), password);
        give(folder);
        run(
                command(
                        home.resolve("bin/initdb"),
                        "--pgdata=" + data,
                        "--username=prisma",
                        "--pwfile=" + passwordFile,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--no-sync"),
                log);
        Files.delete(passwordFile);
        int port = freePort();
        Process server = new ProcessBuilder(command(
                        home.resolve("bin/postgres"),
                        "-D",
                        data.toString(),
                        "-p",
                        Integer.toString(port),
                        "-c",
                        "listen_addresses=127.0.0.1",
                        "-c",
                        "unix_socket_directories=",
                        "-c",
                        "fsync=off",
                        "-c",
                        "full_page_writes=off",
                        "-c",
                        "max_connections=20"))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        LocalPostgres postgres = new LocalPostgres(
                folder, server, "postgresql://prisma:" + password + "@127.0.0.1:" + port + "/postgres");
        postgres.awaitConnections("jdbc:postgresql://127.0.0.1:" + port + "/postgres", password, log);
        return postgres;
    }

    private void awaitConnections(String address, String password, Path log) throws IOException {
        for (int i = 0; i < ATTEMPTS && server.isAlive(); i++) {
            try (Connection connection = DriverManager.getConnection(address, "prisma", password)) {
                if (connection.isValid(5)) {
                    return;
                }
            } catch (SQLException notYet) {
                pause();
            }
        }
        String said = tail(log);
        close();
        throw new IOException("the PostgreSQL server for the shadow database does not start: " + said);
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while a server started");
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    // ---- not as root, which PostgreSQL refuses and containers are

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static List<String> command(Path program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
        }
        command.add(program.toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private static void give(Path path) throws IOException {
        if (!isRoot()) {
            return;
        }
        for (Path each : all(path)) {
            Files.setAttribute(each, "unix:uid", Integer.parseInt(NOBODY));
            Files.setAttribute(each, "unix:gid", Integer.parseInt(NOBODY));
        }
    }

    /** Lets the user that root becomes read the folder. */
    static void makeReadable(Path path) throws IOException {
        if (isRoot()) {
            run(List.of("chmod", "-R", "a+rX", path.toString()), path.resolveSibling(path.getFileName() + ".log"));
        }
    }

    // ---- processes and files

    static void run(List<String> command, Path log) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IOException(command.get(0) + " does not end");
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while a server was prepared");
        }
        if (process.exitValue() != 0) {
            throw new IOException(command.get(0) + " failed: " + tail(log));
        }
    }

    private static String tail(Path log) throws IOException {
        List<String> lines = Files.exists(log) ? Files.readAllLines(log) : List.of();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 8), lines.size()));
    }

    private static List<Path> all(Path path) throws IOException {
        try (Stream<Path> walk = Files.walk(path)) {
            return walk.sorted(Comparator.reverseOrder()).toList();
        }
    }

    /** Stops the server and deletes everything. */
    @Override
    public void close() {
        stop();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException exiting) {
            // The hook runs already.
        }
    }

    private void stop() {
        server.destroy();
        try {
            if (!server.waitFor(10, TimeUnit.SECONDS)) {
                server.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
            }
            for (Path path : all(folder)) {
                Files.deleteIfExists(path);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            // What is left is in the folder for temporary files, whose owner cleans it.
        }
    }
}
