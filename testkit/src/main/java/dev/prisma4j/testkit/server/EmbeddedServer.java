// Starts a database server as a child process and stops it when the JVM exits.
package dev.prisma4j.testkit.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A running server of our own. The first start on a machine unpacks and initialises it (seconds); every later one copies
 * the initialised data and takes about half a second.
 */
public final class EmbeddedServer {
    private static final long START_SECONDS = 60;

    private final ServerRecipe recipe;
    private final Path home;
    private final Path run;
    private final int port;
    private volatile Process process;

    private EmbeddedServer(ServerRecipe recipe, Path home, Path run, int port) throws IOException {
        this.recipe = recipe;
        this.home = home;
        this.run = run;
        this.port = port;
        this.process = launch(recipe, home, run, port);
    }

    /**
     * Starts a server and waits until it answers.
     *
     * @throws ServerUnavailable when it does not start on this machine
     */
    public static EmbeddedServer start(ServerRecipe recipe) {
        requireLinux();
        try {
            ServerCache cache = ServerCache.ofUser();
            Path installation = cache.installation(recipe);
            Path run = cache.runFolder(recipe);
            ServerCache.copy(installation.resolve("data"), run.resolve("data"));
            EmbeddedServer server = new EmbeddedServer(recipe, installation.resolve("home"), run, freePort());
            Runtime.getRuntime().addShutdownHook(new Thread(server::stop, "stop-" + recipe.id()));
            server.awaitReady();
            return server;
        } catch (IOException e) {
            throw new ServerUnavailable(String.valueOf(e.getMessage()), e);
        }
    }

    private static Process launch(ServerRecipe recipe, Path home, Path run, int port) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(recipe.command(home, run.resolve("data"), port))
                .directory(run.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        run.resolve("server.log").toFile()));
        builder.environment().putAll(recipe.environment(home));
        Process process = builder.start();
        Files.writeString(run.resolve("server"), Long.toString(process.pid()));
        return process;
    }

    /** Kills the server as a crash would, in the middle of whatever it does. Its data stays. */
    public void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.onExit().join();
    }

    /**
     * Starts a server that was killed again, on the same data and port, and waits until it has recovered.
     *
     * @throws ServerUnavailable when it does not start any more
     */
    public void restart() {
        try {
            process = launch(recipe, home, run, port);
            awaitReady();
        } catch (IOException e) {
            throw new ServerUnavailable(String.valueOf(e.getMessage()), e);
        }
    }

    public int port() {
        return port;
    }

    private void awaitReady() throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        SQLException last = null;
        while (System.nanoTime() < deadline) {
            if (!process.isAlive()) {
                throw new ServerUnavailable(
                        "the server ended while starting: " + Processes.tail(run.resolve("server.log")));
            }
            try (Connection connection = DriverManager.getConnection(recipe.jdbcUrl(port))) {
                if (connection.isValid(5)) {
                    return;
                }
            } catch (SQLException e) {
                last = e;
            }
            pause();
        }
        throw unanswered(last);
    }

    private static ServerUnavailable unanswered(@Nullable SQLException last) {
        String message = "the server did not answer within " + START_SECONDS + " seconds";
        return last == null ? new ServerUnavailable(message) : new ServerUnavailable(message, last);
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a server started", e);
        }
    }

    /** Stops the server and deletes its data. */
    public void stop() {
        try {
            // The JDK can only send TERM and KILL.
            Processes.succeeds(java.util.List.of("kill", "-" + recipe.stopSignal(), Long.toString(process.pid())));
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
            }
            if (Files.exists(run)) {
                ServerCache.delete(run);
            }
        } catch (IOException e) {
            System.err.println("testkit: " + run + " is left behind: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void requireLinux() {
        String machine = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        if (!machine.equals("Linux amd64")) {
            throw new ServerUnavailable("no binaries for " + machine
                    + " are brought along; point the environment variable" + " of this database at a running server");
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
