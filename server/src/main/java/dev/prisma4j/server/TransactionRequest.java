package dev.prisma4j.server;

import dev.prisma4j.engine.TransactionOptions;
import dev.prisma4j.engine.protocol.JsonProtocol;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what a client wishes of a transaction: {@code {max_wait, timeout, isolation_level}}, times in milliseconds. */
final class TransactionRequest {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private TransactionRequest() {}

    static TransactionOptions parse(byte[] body) {
        if (body.length == 0) {
            return TransactionOptions.DEFAULT;
        }
        JsonNode request;
        try {
            request = MAPPER.readTree(body);
        } catch (JacksonException e) {
            throw new Engines.InvalidUpload("The body is not valid JSON.");
        }
        if (!request.isObject()) {
            throw new Engines.InvalidUpload("The body is not a JSON object.");
        }
        TransactionOptions options = TransactionOptions.DEFAULT
                .withMaxWait(milliseconds(request, "max_wait", "maxWait"))
                .withTimeout(milliseconds(request, "timeout", "timeout"));
        JsonNode level = first(request, "isolation_level", "isolationLevel");
        return level != null && level.isString()
                ? options.withIsolation(JsonProtocol.isolation(level.stringValue()))
                : options;
    }

    /** JavaScript's numbers: a fraction is cut off, and what is too large for a long is the largest. */
    private static @Nullable Duration milliseconds(JsonNode request, String name, String otherName) {
        JsonNode value = first(request, name, otherName);
        return value == null || !value.isNumber() ? null : Duration.ofMillis((long) value.doubleValue());
    }

    private static @Nullable JsonNode first(JsonNode request, String name, String otherName) {
        JsonNode value = request.get(name);
        return value != null ? value : request.get(otherName);
    }
}
