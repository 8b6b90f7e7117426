package dev.prisma4j.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.prisma4j.engine.QueryExecutor;
import dev.prisma4j.engine.Transaction;
import dev.prisma4j.engine.error.PrismaException;
import dev.prisma4j.engine.protocol.JsonProtocol;
import dev.prisma4j.server.Engines.Served;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what a request wants. Two spellings of the same protocol are served: the Data Proxy's, where a path begins
 * with the client's version and the schema's hash, and the engine binary's, where it does not.
 *
 * <pre>
 * PUT  /{version}/{hash}/schema                  POST /
 * POST /{version}/{hash}/graphql                 GET  /status
 * POST /{version}/{hash}/transaction/start       POST /transaction/start
 * POST /{version}/{hash}/itx/{id}/graphql
 * POST /{version}/{hash}/itx/{id}/commit         POST /transaction/{id}/commit
 * POST /{version}/{hash}/itx/{id}/rollback       POST /transaction/{id}/rollback
 * </pre>
 */
final class Routes implements HttpHandler {
    private final Engines engines;
    private final byte @Nullable [] apiKey;
    private final Repetitions defects = new Repetitions(System::nanoTime);

    Routes(Engines engines, @Nullable String apiKey) {
        this.engines = engines;
        this.apiKey = apiKey == null ? null : apiKey.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Response response;
            try {
                response = answer(exchange);
            } catch (PrismaException e) {
                response = Response.error(400, e);
            } catch (Engines.InvalidUpload e) {
                response = Response.invalidRequest(String.valueOf(e.getMessage()));
            } catch (StackOverflowError e) {
                response = Response.invalidRequest("The request is nested too deeply.");
            } catch (RuntimeException | Error e) {
                tell(exchange, null, e);
                response = Response.json(500, Map.of("error", "internal error"));
            }
            response.send(exchange);
        }
    }

    private void tell(HttpExchange exchange, @Nullable String operation, Throwable defect) {
        defects.untoldBefore(defect)
                .ifPresent(untold -> engines.tell(DefectReport.of(exchange, operation, defect, untold)));
    }

    private Response answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String method = exchange.getRequestMethod();
        List<String> path = segments(exchange.getRequestURI().getRawPath());
        if (method.equals("GET") && path.equals(List.of("status"))) {
            return Response.json(200, Map.of("status", "ok"));
        }
        if (!isAllowed(exchange)) {
            return Response.json(401, Map.of("InvalidRequestError", Map.of("reason", "The API key is invalid.")));
        }
        if (method.equals("GET") && path.equals(List.of("boot_trace"))) {
            return Response.json(200, Map.of("spans", List.of()));
        }
        boolean proxy = path.size() >= 3 && !path.get(0).equals("transaction");
        String hash = proxy ? path.get(1) : null;
        List<String> route = proxy ? path.subList(2, path.size()) : path;
        if (method.equals("PUT") && hash != null && route.equals(List.of("schema"))) {
            engines.upload(hash, body);
            return Response.json(200, Map.of("schemaHash", hash));
        }
        if (!method.equals("POST")) {
            return notFound(method, exchange);
        }
        Optional<Served> served = engines.of(hash);
        if (served.isEmpty()) {
            return Response.json(404, Map.of("EngineNotStarted", Map.of("reason", "SchemaMissing")));
        }
        return post(exchange, served.get(), route, body);
    }

    private Response post(HttpExchange exchange, Served served, List<String> route, byte[] body) {
        if (route.isEmpty() || route.equals(List.of("graphql"))) {
            return query(exchange, served, exchange.getRequestHeaders().getFirst("X-Transaction-Id"), body);
        }
        if (route.equals(List.of("transaction", "start"))) {
            return begin(exchange, served, body);
        }
        if (route.size() == 3 && (route.get(0).equals("itx") || route.get(0).equals("transaction"))) {
            String id = route.get(1);
            switch (route.get(2)) {
                case "graphql":
                    return query(exchange, served, id, body);
                case "commit":
                    return end(exchange, () -> served.transactions().get(id).commit());
                case "rollback":
                    return end(exchange, () -> served.transactions().get(id).rollback());
                default:
                    break;
            }
        }
        return notFound("POST", exchange);
    }

    private static Response notFound(String method, HttpExchange exchange) {
        return Response.json(
                404,
                Map.of(
                        "error",
                        "no such route: " + method + " "
                                + exchange.getRequestURI().getPath()));
    }

    private static List<String> segments(String path) {
        List<String> segments = new ArrayList<>();
        for (String segment : path.split("/", -1)) {
            if (!segment.isEmpty()) {
                segments.add(segment);
            }
        }
        return segments;
    }

    /** Compares in constant time, so that answers tell nothing about the key. */
    private boolean isAllowed(HttpExchange exchange) {
        if (apiKey == null) {
            return true;
        }
        String header = exchange.getRequestHeaders().getFirst("Authorization");
        String prefix = "bearer ";
        return header != null
                && header.toLowerCase(Locale.ROOT).startsWith(prefix)
                && MessageDigest.isEqual(
                        apiKey, header.substring(prefix.length()).strip().getBytes(StandardCharsets.UTF_8));
    }

    private Response query(HttpExchange exchange, Served served, @Nullable String transactionId, byte[] body) {
        if (!Response.isJson(body)) {
            return Response.invalidRequest("The body is not valid JSON.");
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Map<String, @Nullable Object>> logs = logs(exchange);
        JsonProtocol.Extensions extensions = () -> logs != null ? Map.of("logs", logs) : Map.of();
        try {
            QueryExecutor executor = transactionId == null
                    ? served.engine()
                    : served.transactions().get(transactionId);
            engines.log().record(logs, () -> {
                served.protocol()
                        .answer(body, executor, extensions, (operation, e) -> tell(exchange, operation, e), out);
                return true;
            });
        } catch (PrismaException e) {
            return Response.queryError(e);
        }
        return new Response(200, out.toByteArray());
    }

    /** Where the statements of a request are noted; null if the client did not ask for them. */
    private static @Nullable List<Map<String, @Nullable Object>> logs(HttpExchange exchange) {
        String header = exchange.getRequestHeaders().getFirst("X-Capture-Telemetry");
        if (header == null) {
            return null;
        }
        for (String name : header.split(",", -1)) {
            if (name.strip().equals("query")) {
                return new ArrayList<>();
            }
        }
        return null;
    }

    private Response begin(HttpExchange exchange, Served served, byte[] body) {
        List<Map<String, @Nullable Object>> logs = logs(exchange);
        Transaction transaction =
                engines.log().record(logs, () -> served.transactions().begin(TransactionRequest.parse(body)));
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("id", transaction.id());
        answer.put("data-proxy", Map.of("endpoint", endpoint(exchange, transaction.id())));
        addLogs(answer, logs);
        return Response.json(200, answer);
    }

    /** Where the client finds its transaction: at the address under which it found us. */
    private static String endpoint(HttpExchange exchange, String id) {
        String host = exchange.getRequestHeaders().getFirst("Host");
        if (host == null) {
            host = "127.0.0.1:" + exchange.getLocalAddress().getPort();
        }
        String path = exchange.getRequestURI().getPath();
        String base = path.substring(0, path.length() - "/transaction/start".length());
        return "http://" + host + base + (base.isEmpty() ? "/transaction/" : "/itx/") + id;
    }

    private Response end(HttpExchange exchange, Runnable work) {
        List<Map<String, @Nullable Object>> logs = logs(exchange);
        engines.log().record(logs, () -> {
            work.run();
            return true;
        });
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        addLogs(answer, logs);
        return Response.json(200, answer);
    }

    private static void addLogs(
            Map<String, @Nullable Object> answer, @Nullable List<Map<String, @Nullable Object>> logs) {
        if (logs != null) {
            answer.put("extensions", Map.of("logs", logs));
        }
    }
}
