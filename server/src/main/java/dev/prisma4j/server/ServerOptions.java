package dev.prisma4j.server;

import dev.prisma4j.engine.Engine;
import dev.prisma4j.engine.event.StatementListener;
import dev.prisma4j.schema.model.Schema;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * How a {@link PrismaServer} runs: made by {@link #of(EngineOpener)} and a chain of {@code with..} calls.
 */
public final class ServerOptions {
    private final EngineOpener opener;
    private @Nullable Schema schema;
    private String host = "127.0.0.1";
    private int port;
    private @Nullable String apiKey;
    private Consumer<String> problems = LoggerFactory.getLogger(PrismaServer.class)::error;

    private ServerOptions(EngineOpener opener) {
        this.opener = opener;
    }

    private ServerOptions(ServerOptions other) {
        opener = other.opener;
        schema = other.schema;
        host = other.host;
        port = other.port;
        apiKey = other.apiKey;
        problems = other.problems;
    }

    /** Opens the engine of a schema; the server closes it in the end. */
    @FunctionalInterface
    public interface EngineOpener {
        /**
         * Opens an engine.
         *
         * @param schema the schema, given at the start or uploaded by a client
         * @param listener to be registered with the engine, so that answers can tell the SQL that was run
         * @throws dev.prisma4j.engine.error.PrismaException if there is no way to the database
         * @throws RuntimeException if the schema cannot be served for another reason; its message is told to the client
         */
        Engine open(Schema schema, StatementListener listener);
    }

    /** A server that opens engines in that way, on a free port of this machine's loopback address, without a key. */
    public static ServerOptions of(EngineOpener opener) {
        return new ServerOptions(Objects.requireNonNull(opener));
    }

    /** Serves that one schema, whatever schemas clients upload. Without it, clients are served the schema they upload. */
    public ServerOptions withSchema(@Nullable Schema value) {
        ServerOptions copy = new ServerOptions(this);
        copy.schema = value;
        return copy;
    }

    /** The address to listen on; by default only this machine can reach the server. */
    public ServerOptions withHost(String value) {
        ServerOptions copy = new ServerOptions(this);
        copy.host = Objects.requireNonNull(value);
        return copy;
    }

    /** The port; 0 for any free one. */
    public ServerOptions withPort(int value) {
        ServerOptions copy = new ServerOptions(this);
        copy.port = value;
        return copy;
    }

    /** The key that clients must send as {@code Authorization: Bearer ..}; null lets everybody in. */
    public ServerOptions withApiKey(@Nullable String value) {
        ServerOptions copy = new ServerOptions(this);
        copy.apiKey = value;
        return copy;
    }

    /**
     * Somebody who is told, in words, what keeps the server from answering, and of unexpected failures with their stack
     * trace; never of values. By default the log is.
     */
    public ServerOptions withProblems(Consumer<String> value) {
        ServerOptions copy = new ServerOptions(this);
        copy.problems = Objects.requireNonNull(value);
        return copy;
    }

    EngineOpener opener() {
        return opener;
    }

    @Nullable
    Schema schema() {
        return schema;
    }

    String host() {
        return host;
    }

    int port() {
        return port;
    }

    @Nullable
    String apiKey() {
        return apiKey;
    }

    Consumer<String> problems() {
        return problems;
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "ServerOptions[host=" + host + ", port=" + port + "]";
    }
}
