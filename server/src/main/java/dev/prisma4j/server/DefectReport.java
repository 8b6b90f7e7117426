package dev.prisma4j.server;

import com.sun.net.httpserver.HttpExchange;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What whoever runs the server reads of a failure that is nobody's but ours: when, which request, where in the code.
 * Never what was in the request: the messages of exceptions may quote it, so only those that the JVM itself writes,
 * which are about code, are kept.
 *
 * <pre>
 * 2026-11-21T03:00:00Z POST, request 7f3a: findMany of User failed for an unexpected reason; please report this:
 * java.lang.NullPointerException: Cannot invoke "String.length()" because "name" is null
 * 	at dev.prisma4j...
 * </pre>
 */
final class DefectReport {
    private static final Set<Class<?>> ABOUT_CODE = Set.of(
            NullPointerException.class,
            ClassCastException.class,
            ArrayIndexOutOfBoundsException.class,
            IndexOutOfBoundsException.class,
            StringIndexOutOfBoundsException.class,
            ArithmeticException.class,
            OutOfMemoryError.class,
            NoSuchMethodError.class,
            NoClassDefFoundError.class);

    private DefectReport() {}

    /** @param operation what was asked for, or null where that is not known */
    static String of(HttpExchange exchange, @Nullable String operation, Throwable failure) {
        String id = requestId(exchange);
        StringWriter text = new StringWriter();
        text.append(Instant.now().truncatedTo(ChronoUnit.SECONDS).toString())
                .append(' ')
                .append(exchange.getRequestMethod())
                .append(id == null ? "" : ", request " + id)
                .append(": ")
                .append(operation == null ? "a request" : operation)
                .append(" failed for an unexpected reason; please report this:\n");
        new Quiet(failure, 0).printStackTrace(new PrintWriter(text));
        return text.toString().stripTrailing();
    }

    /** What clients and proxies call the request, if it can be nothing else than a name. */
    private static @Nullable String requestId(HttpExchange exchange) {
        for (String header : new String[] {"X-Request-Id", "Traceparent"}) {
            String value = exchange.getRequestHeaders().getFirst(header);
            if (value != null && value.matches("[A-Za-z0-9._:-]{1,100}")) {
                return value;
            }
        }
        return null;
    }

    /** A failure without what its message may quote. */
    private static final class Quiet extends Throwable {
        private static final long serialVersionUID = 1L;
        private static final int MOST_CAUSES = 10;

        private final String words;

        Quiet(Throwable loud, int depth) {
            super(null, cause(loud, depth), false, true);
            this.words = ABOUT_CODE.contains(loud.getClass())
                    ? loud.toString()
                    : loud.getClass().getName();
            setStackTrace(loud.getStackTrace());
        }

        private static @Nullable Throwable cause(Throwable loud, int depth) {
            Throwable cause = loud.getCause();
            return cause == null || depth == MOST_CAUSES ? null : new Quiet(cause, depth + 1);
        }

        @Override
        public String toString() {
            return words;
        }
    }
}
