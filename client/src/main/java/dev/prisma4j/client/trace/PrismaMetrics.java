package dev.prisma4j.client.trace;

import dev.prisma4j.engine.event.ConnectionEvent;
import dev.prisma4j.engine.event.PoolStatus;
import dev.prisma4j.engine.event.StatementEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Counts what Prisma's {@code $metrics} counted, under the same names, for programs without a library for metrics: {@link
 * #prometheus()} is a page to be scraped, {@link #numbers()} the same as numbers. Give it to the builder by {@code
 * instrument(..)}.
 */
public final class PrismaMetrics implements Instrumentation {
    private final LongAdder operations = new LongAdder();
    private final LongAdder statements = new LongAdder();
    private final LongAdder active = new LongAdder();
    private final Buckets operationTimes = new Buckets();
    private final Buckets statementTimes = new Buckets();
    private final Buckets waitTimes = new Buckets();
    private volatile Supplier<PoolStatus> pool = () -> new PoolStatus(0, 0, 0, 0, 0);

    @Override
    public void opened(String provider, Supplier<PoolStatus> status) {
        pool = status;
    }

    @Override
    public Running start(Step step, @Nullable String operation, @Nullable String model) {
        if (step != Step.OPERATION) {
            return Running.NONE;
        }
        operations.increment();
        active.increment();
        long start = System.nanoTime();
        return new Running() {
            @Override
            public void failed(Throwable failure) {
                // It counts all the same.
            }

            @Override
            public void close() {
                active.decrement();
                operationTimes.add((System.nanoTime() - start) / 1e6);
            }
        };
    }

    @Override
    public void onStatement(StatementEvent event) {
        statements.increment();
        statementTimes.add(event.duration().toNanos() / 1e6);
    }

    @Override
    public void onConnection(ConnectionEvent event) {
        waitTimes.add(event.duration().toNanos() / 1e6);
    }

    /** Counters and gauges by name; of histograms {@code .._count} and {@code .._sum}. */
    public Map<String, Number> numbers() {
        PoolStatus status = pool.get();
        Map<String, Number> numbers = new LinkedHashMap<>();
        numbers.put("prisma_client_queries_total", operations.sum());
        numbers.put("prisma_datasource_queries_total", statements.sum());
        numbers.put("prisma_pool_connections_opened_total", status.opened());
        numbers.put("prisma_client_queries_active", active.sum());
        numbers.put("prisma_client_queries_wait", status.waiting());
        numbers.put("prisma_pool_connections_busy", status.busy());
        if (status.open() >= 0) {
            numbers.put("prisma_pool_connections_open", status.open());
            numbers.put("prisma_pool_connections_idle", status.idle());
        }
        histograms().forEach((name, buckets) -> {
            numbers.put(name + "_count", buckets.count());
            numbers.put(name + "_sum", buckets.sum());
        });
        return numbers;
    }

    private Map<String, Buckets> histograms() {
        Map<String, Buckets> all = new LinkedHashMap<>();
        all.put("prisma_client_queries_duration_histogram_ms", operationTimes);
        all.put("prisma_client_queries_wait_histogram_ms", waitTimes);
        all.put("prisma_datasource_queries_duration_histogram_ms", statementTimes);
        return all;
    }

    /** Everything in Prometheus' text format. */
    public String prometheus() {
        StringBuilder page = new StringBuilder();
        Map<String, Buckets> histograms = histograms();
        numbers().forEach((name, number) -> {
            if (histograms.keySet().stream().noneMatch(name::startsWith)) {
                String type = name.endsWith("_total") ? "counter" : "gauge";
                page.append("# TYPE ").append(name).append(' ').append(type).append('\n');
                page.append(name).append(' ').append(number).append('\n');
            }
        });
        histograms.forEach((name, buckets) -> {
            page.append("# TYPE ").append(name).append(" histogram\n");
            for (int i = 0; i < Buckets.LIMITS.size(); i++) {
                String limit = String.valueOf(Buckets.LIMITS.get(i).longValue());
                page.append(name).append("_bucket{le=\"").append(limit).append("\"} ");
                page.append(buckets.upTo(i)).append('\n');
            }
            page.append(name)
                    .append("_bucket{le=\"+Inf\"} ")
                    .append(buckets.count())
                    .append('\n');
            page.append(name).append("_sum ").append(buckets.sum()).append('\n');
            page.append(name).append("_count ").append(buckets.count()).append('\n');
        });
        return page.toString();
    }
}
