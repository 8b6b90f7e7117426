package dev.prisma4j.server;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;

/**
 * Serves Prisma's JSON protocol over HTTP, in the manner of Prisma's Data Proxy and of its query engine binary, so that
 * unmodified clients of other languages can use the engine.
 *
 * <pre>{@code
 * try (PrismaServer server = PrismaServer.start(
 *         ServerOptions.of((schema, listener) -> Engine.open(schema, EngineOptions.url(url).withListener(listener)))
 *                 .withSchema(schema)
 *                 .withPort(5555))) {
 *     System.out.println("ready at " + server.url());
 *     server.await();
 * }
 * }</pre>
 */
public final class PrismaServer implements AutoCloseable {
    private final HttpServer http;
    private final ExecutorService threads;
    private final Engines engines;
    private final CountDownLatch closed = new CountDownLatch(1);

    private PrismaServer(HttpServer http, ExecutorService threads, Engines engines) {
        this.http = http;
        this.threads = threads;
        this.engines = engines;
    }

    /**
     * Starts to listen. With a schema in the options its engine is opened at once.
     *
     * @throws IOException if the address cannot be listened on
     * @throws dev.prisma4j.engine.error.PrismaException if the engine of the given schema cannot be opened
     */
    public static PrismaServer start(ServerOptions options) throws IOException {
        Engines engines = new Engines(options);
        HttpServer http;
        try {
            http = HttpServer.create(new InetSocketAddress(options.host(), options.port()), 0);
        } catch (IOException | RuntimeException e) {
            engines.close();
            throw e;
        }
        ExecutorService threads = Workers.create();
        http.setExecutor(threads);
        http.createContext("/", new Routes(engines, options.apiKey()));
        http.start();
        return new PrismaServer(http, threads, engines);
    }

    /** The port it listens on. */
    public int port() {
        return http.getAddress().getPort();
    }

    /** Its address, for example {@code http://127.0.0.1:5555}. */
    public String url() {
        String host = http.getAddress().getAddress().getHostAddress();
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port();
    }

    /**
     * Waits until the server is closed.
     *
     * @throws InterruptedException if the waiting thread is interrupted
     */
    public void await() throws InterruptedException {
        closed.await();
    }

    /** Stops listening, rolls back open transactions and closes the engines. */
    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
        engines.close();
        closed.countDown();
    }
}
