package dev.prisma4j.server;

import dev.prisma4j.engine.event.StatementEvent;
import dev.prisma4j.engine.event.StatementListener;
import java.time.Instant;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Records the SQL statements of a request, for clients that ask for it. Statements run on the thread of their request. */
final class StatementLog implements StatementListener {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final ThreadLocal<@Nullable List<Map<String, @Nullable Object>>> recording = new ThreadLocal<>();

    /** Runs work and records its statements, as the protocol spells them; without a list of entries it only runs it. */
    <T> T record(@Nullable List<Map<String, @Nullable Object>> entries, Supplier<T> work) {
        if (entries == null) {
            return work.get();
        }
        recording.set(entries);
        try {
            return work.get();
        } finally {
            recording.remove();
        }
    }

    @Override
    public void onStatement(StatementEvent event) {
        List<Map<String, @Nullable Object>> entries = recording.get();
        if (entries == null) {
            return;
        }
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
        attributes.put("query", event.sql());
        attributes.put("params", parameters(event.parameters()));
        attributes.put("duration_ms", event.duration().toNanos() / 1e6);
        Map<String, @Nullable Object> entry = new LinkedHashMap<>();
        Instant start = event.startedAt();
        entry.put("level", "query");
        entry.put("target", "prisma4j");
        entry.put("timestamp", List.of(start.getEpochSecond(), start.getNano()));
        entry.put("attributes", attributes);
        entries.add(entry);
    }

    private static String parameters(List<@Nullable Object> values) {
        List<@Nullable Object> plain = new ArrayList<>();
        for (Object value : values) {
            plain.add(plain(value));
        }
        return MAPPER.writeValueAsString(plain);
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof byte[] bytes) {
            return Base64.getEncoder().encodeToString(bytes);
        }
        if (value == null || value instanceof Number || value instanceof Boolean || value instanceof List<?>) {
            return value;
        }
        return value instanceof TemporalAccessor ? value.toString() : String.valueOf(value);
    }
}
