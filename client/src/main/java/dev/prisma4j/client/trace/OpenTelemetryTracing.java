package dev.prisma4j.client.trace;

import dev.prisma4j.engine.event.ConnectionEvent;
import dev.prisma4j.engine.event.PoolStatus;
import dev.prisma4j.engine.event.StatementEvent;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Spans of OpenTelemetry, named as Prisma names them:
 *
 * <ul>
 *   <li>{@code prisma:client:operation} with {@code method}, {@code model} and {@code name}: a call of the user's
 *   <li>{@code prisma:client:transaction}: a transaction; operations within are its children
 *   <li>{@code prisma:engine:query}: the engine's part of an operation
 *   <li>{@code prisma:engine:connection}: waiting for a connection
 *   <li>{@code prisma:engine:db_query} with {@code db.system} and {@code db.query.text}: a statement, without its values
 * </ul>
 *
 * Spans are children of the span that is current on the calling thread. The program brings {@code
 * io.opentelemetry:opentelemetry-api}; without an SDK its spans cost next to nothing.
 */
public final class OpenTelemetryTracing implements Instrumentation {
    private final Tracer tracer;
    private volatile String system = "other_sql";

    private OpenTelemetryTracing(Tracer tracer) {
        this.tracer = tracer;
    }

    /** Spans for that. */
    public static OpenTelemetryTracing of(OpenTelemetry telemetry) {
        return new OpenTelemetryTracing(telemetry.getTracer("prisma"));
    }

    @Override
    public void opened(String provider, Supplier<PoolStatus> pool) {
        system = provider;
    }

    @Override
    @SuppressWarnings("MustBeClosedChecker") // it is closed with the span
    public Instrumentation.Running start(Step step, @Nullable String operation, @Nullable String model) {
        SpanBuilder builder = switch (step) {
            case OPERATION -> tracer.spanBuilder("prisma:client:operation");
            case TRANSACTION -> tracer.spanBuilder("prisma:client:transaction");
            case QUERY -> tracer.spanBuilder("prisma:engine:query");
        };
        if (operation != null && step == Step.OPERATION) {
            builder.setAttribute("method", operation);
            builder.setAttribute("name", model == null ? operation : model + "." + operation);
            if (model != null) {
                builder.setAttribute("model", model);
            }
        }
        Span span = builder.startSpan();
        Scope scope = span.makeCurrent();
        return new OpenSpan(span, scope);
    }

    private record OpenSpan(Span span, Scope scope) implements Instrumentation.Running {
        @Override
        public void failed(Throwable failure) {
            span.setStatus(StatusCode.ERROR);
            span.recordException(failure);
        }

        @Override
        public void close() {
            scope.close();
            span.end();
        }
    }

    @Override
    public void onStatement(StatementEvent event) {
        Span span = tracer.spanBuilder("prisma:engine:db_query")
                .setSpanKind(SpanKind.CLIENT)
                .setStartTimestamp(event.startedAt())
                .setAttribute("db.system", system)
                .setAttribute("db.query.text", event.sql())
                .startSpan();
        end(span, event.startedAt(), event.duration(), event.failure());
    }

    @Override
    public void onConnection(ConnectionEvent event) {
        Span span = tracer.spanBuilder("prisma:engine:connection")
                .setStartTimestamp(event.startedAt())
                .setAttribute("db.system", system)
                .startSpan();
        end(span, event.startedAt(), event.duration(), event.failure());
    }

    private static void end(Span span, Instant start, Duration duration, @Nullable Throwable failure) {
        if (failure != null) {
            span.setStatus(StatusCode.ERROR);
            span.recordException(failure);
        }
        span.end(start.plus(duration));
    }
}
