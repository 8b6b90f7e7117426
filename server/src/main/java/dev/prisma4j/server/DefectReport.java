package dev.prisma4j.server;

import com.sun.net.httpserver.HttpExchange;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What whoever runs the server reads of a failure that is nobody's but ours: when, which request, where in the code.
 * Never what was in the request: the messages of exceptions may quote it, so only those are kept that the JVM words, which
 * are about code. Whoever else throws the same exceptions may say what he likes in them, so they are known by their words.
 *
 * <pre>
 * 2026-11-21T03:00:00Z POST, request 7f3a: findMany of User failed for an unexpected reason; please report this:
 * java.lang.NullPointerException: Cannot invoke "String.length()" because "name" is null
 * 	at dev.prisma4j...
 * </pre>
 */
final class DefectReport {
    private static final String NAME = "[\\w.$<>\\[\\]();/, ]+";
    private static final Pattern INDEX = Pattern.compile(
            "(Index|Range)?:? ?\\[?-?\\d*(, -?\\d+\\))? out of bounds for length \\d+"
                    + "|Index: -?\\d+,? Size: \\d+|String index out of range: -?\\d+|begin -?\\d+, end -?\\d+, length \\d+");

    /** The JVM's own words, by what it throws with them. Nobody else throws the last two. */
    private static final Map<Class<?>, Pattern> ABOUT_CODE = Map.of(
            NullPointerException.class,
            Pattern.compile("Cannot [a-z ]+( \"" + NAME + "\")?( because [a-z ]*(\"" + NAME + "\")? is null)?"),
            ClassCastException.class,
            Pattern.compile("class " + NAME + " cannot be cast to class [\\w.$@'" + NAME.substring(2)),
            ArrayIndexOutOfBoundsException.class,
            INDEX,
            IndexOutOfBoundsException.class,
            INDEX,
            StringIndexOutOfBoundsException.class,
            INDEX,
            ArithmeticException.class,
            Pattern.compile("/ by zero"),
            OutOfMemoryError.class,
            Pattern.compile("[A-Za-z ]+"),
            NoSuchMethodError.class,
            Pattern.compile(".*"),
            NoClassDefFoundError.class,
            Pattern.compile(".*"));

    private DefectReport() {}

    /**
     * @param operation what was asked for, or null where that is not known
     * @param untold how often the same has happened since it was told of last
     */
    static String of(HttpExchange exchange, @Nullable String operation, Throwable failure, int untold) {
        String id = requestId(exchange);
        StringWriter text = new StringWriter();
        text.append(Instant.now().truncatedTo(ChronoUnit.SECONDS).toString())
                .append(' ')
                .append(exchange.getRequestMethod())
                .append(id == null ? "" : ", request " + id)
                .append(": ")
                .append(operation == null ? "a request" : operation)
                .append(" failed for an unexpected reason")
                .append(untold == 0 ? "" : " (as " + untold + " before it)")
                .append("; please report this:\n");
        new Quiet(failure, 0).printStackTrace(new PrintWriter(text));
        return text.toString().stripTrailing();
    }

    /** What was thrown, and the message if it is the JVM's. */
    static String words(Throwable failure) {
        Pattern known = ABOUT_CODE.get(failure.getClass());
        String message = failure.getMessage();
        boolean shown =
                known != null && message != null && known.matcher(message).matches();
        return shown ? failure.toString() : failure.getClass().getName();
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
            this.words = words(loud);
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
