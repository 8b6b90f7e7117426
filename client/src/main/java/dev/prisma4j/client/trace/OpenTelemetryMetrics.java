package dev.prisma4j.client.trace;

import dev.prisma4j.engine.event.ConnectionEvent;
import dev.prisma4j.engine.event.PoolStatus;
import dev.prisma4j.engine.event.StatementEvent;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.LongUpDownCounter;
import io.opentelemetry.api.metrics.Meter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The numbers of {@link PrismaMetrics}, under the same names, as instruments of OpenTelemetry. */
public final class OpenTelemetryMetrics implements Instrumentation {
    private final Meter meter;
    private final LongCounter operations;
    private final LongCounter statements;
    private final LongUpDownCounter active;
    private final DoubleHistogram operationTimes;
    private final DoubleHistogram statementTimes;
    private final DoubleHistogram waitTimes;
    private final List<AutoCloseable> gauges = new ArrayList<>();

    private OpenTelemetryMetrics(Meter meter) {
        this.meter = meter;
        operations = meter.counterBuilder("prisma_client_queries_total").build();
        statements = meter.counterBuilder("prisma_datasource_queries_total").build();
        active = meter.upDownCounterBuilder("prisma_client_queries_active").build();
        operationTimes = histogram("prisma_client_queries_duration_histogram_ms");
        statementTimes = histogram("prisma_datasource_queries_duration_histogram_ms");
        waitTimes = histogram("prisma_client_queries_wait_histogram_ms");
    }

    /** Instruments of that. */
    public static OpenTelemetryMetrics of(OpenTelemetry telemetry) {
        return new OpenTelemetryMetrics(telemetry.getMeter("prisma"));
    }

    private DoubleHistogram histogram(String name) {
        return meter.histogramBuilder(name)
                .setUnit("ms")
                .setExplicitBucketBoundariesAdvice(Buckets.LIMITS)
                .build();
    }

    @Override
    public synchronized void opened(String provider, Supplier<PoolStatus> pool) {
        gauge("prisma_pool_connections_open", pool, PoolStatus::open);
        gauge("prisma_pool_connections_busy", pool, PoolStatus::busy);
        gauge("prisma_pool_connections_idle", pool, PoolStatus::idle);
        gauge("prisma_client_queries_wait", pool, PoolStatus::waiting);
        gauges.add(meter.counterBuilder("prisma_pool_connections_opened_total")
                .buildWithCallback(number -> number.record(pool.get().opened())));
    }

    private void gauge(String name, Supplier<PoolStatus> pool, ToLongFunction<PoolStatus> part) {
        gauges.add(meter.gaugeBuilder(name).ofLongs().buildWithCallback(number -> {
            long value = part.applyAsLong(pool.get());
            if (value >= 0) {
                number.record(value);
            }
        }));
    }

    @Override
    public synchronized void closed() {
        for (AutoCloseable gauge : gauges) {
            try {
                gauge.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
        gauges.clear();
    }

    @Override
    public Running start(Step step, @Nullable String operation, @Nullable String model) {
        if (step != Step.OPERATION) {
            return Running.NONE;
        }
        operations.add(1);
        active.add(1);
        long start = System.nanoTime();
        return new Running() {
            @Override
            public void failed(Throwable failure) {
                // It counts all the same.
            }

            @Override
            public void close() {
                active.add(-1);
                operationTimes.record((System.nanoTime() - start) / 1e6);
            }
        };
    }

    @Override
    public void onStatement(StatementEvent event) {
        statements.add(1);
        statementTimes.record(event.duration().toNanos() / 1e6);
    }

    @Override
    public void onConnection(ConnectionEvent event) {
        waitTimes.record(event.duration().toNanos() / 1e6);
    }
}
