// What differs between one embedded server and another.
package dev.prisma4j.testkit.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** How one product is unpacked, initialised and started; {@link EmbeddedServer} does what all have in common. */
public interface ServerRecipe {

    /** Names the folder in the cache, so it changes with the version and with how the data is initialised. */
    String id();

    /** Writes the server's binaries into {@code home}. */
    void unpack(Path home) throws IOException;

    /** Fills the empty folder {@code data} with what the server needs to start. */
    void initialise(Path home, Path data) throws IOException;

    /** The command line that runs the server in the foreground. */
    List<String> command(Path home, Path data, int port) throws IOException;

    /** Extra environment of the server. */
    default Map<String, String> environment(Path home) {
        return Map.of();
    }

    /** The signal that stops the server at once, without waiting for its clients. */
    default String stopSignal() {
        return "KILL";
    }

    /** The JDBC address that answers once the server is ready. */
    String jdbcUrl(int port);

    String user();

    String password();

    /** A database that exists from the start. */
    String firstDatabase();
}
