package dev.prisma4j.testkit.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prisma4j.client.Sql;
import dev.prisma4j.client.trace.OpenTelemetryMetrics;
import dev.prisma4j.client.trace.OpenTelemetryTracing;
import dev.prisma4j.client.trace.PrismaMetrics;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shop.lite.PrismaClient;

/** Spans and numbers. */
class TraceTest {
    private static Shop shop;

    @BeforeAll
    static void open() {
        shop = new Shop();
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    private static String attribute(SpanData span, String name) {
        return String.valueOf(span.getAttributes().get(AttributeKey.stringKey(name)));
    }

    @Test
    void spans_have_prismas_names_attributes_and_places() {
        InMemorySpanExporter exporter = InMemorySpanExporter.create();
        OpenTelemetrySdk telemetry = OpenTelemetrySdk.builder()
                .setTracerProvider(SdkTracerProvider.builder()
                        .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                        .build())
                .build();
        try (PrismaClient client =
                shop.builder().instrument(OpenTelemetryTracing.of(telemetry)).build()) {
            var outer = telemetry.getTracer("test").spanBuilder("request").startSpan();
            Scope scope = outer.makeCurrent();
            try {
                client.customer().count(q -> q.where(c -> c.email().eq("s3cret@shop.example")));
            } finally {
                scope.close();
                outer.end();
            }
            Map<String, SpanData> spans =
                    exporter.getFinishedSpanItems().stream().collect(Collectors.toMap(SpanData::getName, span -> span));
            SpanData operation = spans.get("prisma:client:operation");
            SpanData query = spans.get("prisma:engine:query");
            SpanData statement = spans.get("prisma:engine:db_query");
            assertThat(operation.getParentSpanId())
                    .isEqualTo(outer.getSpanContext().getSpanId());
            assertThat(attribute(operation, "method")).isEqualTo("count");
            assertThat(attribute(operation, "model")).isEqualTo("Customer");
            assertThat(attribute(operation, "name")).isEqualTo("Customer.count");
            assertThat(query.getParentSpanId()).isEqualTo(operation.getSpanId());
            assertThat(statement.getParentSpanId()).isEqualTo(query.getSpanId());
            assertThat(spans.get("prisma:engine:connection").getParentSpanId()).isEqualTo(query.getSpanId());
            assertThat(statement.getKind()).isEqualTo(SpanKind.CLIENT);
            assertThat(attribute(statement, "db.system")).isEqualTo("sqlite");
            assertThat(attribute(statement, "db.query.text"))
                    .startsWith("SELECT")
                    .doesNotContain("s3cret");

            exporter.reset();
            client.inTransaction(tx -> tx.customer().findFirst());
            SpanData transaction = exporter.getFinishedSpanItems().stream()
                    .filter(span -> span.getName().equals("prisma:client:transaction"))
                    .findFirst()
                    .orElseThrow();
            assertThat(exporter.getFinishedSpanItems())
                    .filteredOn(span -> span.getName().equals("prisma:client:operation"))
                    .allMatch(span -> span.getParentSpanId().equals(transaction.getSpanId()))
                    .hasSize(1);

            exporter.reset();
            assertThatThrownBy(() -> client.executeRaw(Sql.of("DELETE FROM nothing")))
                    .isInstanceOf(RuntimeException.class);
            assertThat(exporter.getFinishedSpanItems())
                    .filteredOn(span -> span.getName().startsWith("prisma:client"))
                    .allMatch(span -> span.getStatus().getStatusCode() == StatusCode.ERROR);
        }
        telemetry.close();
    }

    @Test
    void without_an_sdk_nothing_happens() {
        try (PrismaClient client = shop.builder()
                .instrument(OpenTelemetryTracing.of(OpenTelemetry.noop()))
                .instrument(OpenTelemetryMetrics.of(OpenTelemetry.noop()))
                .build()) {
            assertThat(client.customer().count()).isZero();
        }
    }

    @Test
    void metrics_count_operations_statements_waits_and_connections_under_prismas_names() {
        PrismaMetrics own = new PrismaMetrics();
        InMemoryMetricReader reader = InMemoryMetricReader.create();
        OpenTelemetrySdk telemetry = OpenTelemetrySdk.builder()
                .setMeterProvider(
                        SdkMeterProvider.builder().registerMetricReader(reader).build())
                .build();
        try (PrismaClient client = shop.builder()
                .instrument(own)
                .instrument(OpenTelemetryMetrics.of(telemetry))
                .build()) {
            shop.statements.forget();
            client.customer().count();
            client.customer().findMany(q -> q.include(c -> c.orders()));
            client.inTransaction(tx -> {
                tx.customer().count();
                assertThat(own.numbers()).containsEntry("prisma_pool_connections_busy", 1);
            });
            Map<String, Number> numbers = own.numbers();
            assertThat(numbers)
                    .containsEntry("prisma_client_queries_total", 3L)
                    .containsEntry("prisma_client_queries_active", 0L)
                    .containsEntry("prisma_pool_connections_busy", 0)
                    .containsEntry("prisma_pool_connections_open", 1)
                    .containsEntry("prisma_pool_connections_opened_total", 1L)
                    .containsEntry("prisma_client_queries_duration_histogram_ms_count", 3L);
            assertThat(numbers.get("prisma_datasource_queries_total"))
                    .isEqualTo((long) shop.statements.all().size());
            assertThat(own.prometheus())
                    .contains("# TYPE prisma_client_queries_total counter\nprisma_client_queries_total 3\n")
                    .contains("prisma_client_queries_duration_histogram_ms_bucket{le=\"+Inf\"} 3\n");
            List<MetricData> exported = List.copyOf(reader.collectAllMetrics());
            assertThat(exported)
                    .extracting(MetricData::getName)
                    .contains(
                            "prisma_client_queries_total",
                            "prisma_datasource_queries_total",
                            "prisma_client_queries_duration_histogram_ms",
                            "prisma_client_queries_wait_histogram_ms",
                            "prisma_datasource_queries_duration_histogram_ms",
                            "prisma_pool_connections_open",
                            "prisma_pool_connections_busy",
                            "prisma_pool_connections_idle",
                            "prisma_client_queries_wait",
                            "prisma_pool_connections_opened_total");
        }
        telemetry.close();
    }
}
