package dev.prisma4j.client;

import dev.prisma4j.engine.event.StatementEvent;
import dev.prisma4j.engine.event.StatementListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes statements to SLF4J's logger {@code dev.prisma4j.sql}: at level debug, failed ones at warn. Values may be secret and
 * are left out unless asked for.
 */
final class StatementLog implements StatementListener {
    private static final Logger LOG = LoggerFactory.getLogger("dev.prisma4j.sql");

    private final boolean values;

    StatementLog(boolean values) {
        this.values = values;
    }

    @Override
    public void onStatement(StatementEvent event) {
        Throwable failure = event.failure();
        if (failure != null) {
            LOG.warn("{} {} failed after {} ms: {}", event.sql(), shown(event), millis(event), failure.getMessage());
        } else if (LOG.isDebugEnabled()) {
            LOG.debug("{} {} took {} ms", event.sql(), shown(event), millis(event));
        }
    }

    private String shown(StatementEvent event) {
        return values ? event.parameters().toString() : "[" + event.parameters().size() + " values]";
    }

    private static double millis(StatementEvent event) {
        return event.duration().toNanos() / 1_000_000.0;
    }
}
