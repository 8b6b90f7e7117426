package dev.prisma4j.server;

import com.sun.net.httpserver.HttpExchange;
import dev.prisma4j.engine.error.PrismaException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** An HTTP answer with a JSON body. */
record Response(int status, byte[] body) {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    static Response json(int status, Map<String, ? extends @Nullable Object> body) {
        return new Response(status, MAPPER.writeValueAsBytes(body));
    }

    /** An error of a transaction route: the error itself. */
    static Response error(int status, PrismaException failure) {
        return json(status, details(failure));
    }

    /** An error of a query, before it could run. */
    static Response queryError(PrismaException failure) {
        String message = String.valueOf(failure.getMessage());
        return json(200, Map.of("errors", List.of(Map.of("error", message, "user_facing_error", details(failure)))));
    }

    private static Map<String, @Nullable Object> details(PrismaException failure) {
        Map<String, @Nullable Object> details = new LinkedHashMap<>();
        details.put("is_panic", false);
        details.put("message", failure.getMessage());
        details.put("meta", failure.meta());
        details.put("error_code", failure.code());
        return details;
    }

    static Response invalidRequest(String reason) {
        return json(400, Map.of("InvalidRequestError", Map.of("reason", reason)));
    }

    /** Whether a body can be JSON at all: an object, which is what every request is. */
    static boolean isJson(byte[] body) {
        for (byte b : body) {
            if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
                return b == '{';
            }
        }
        return false;
    }

    void send(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
