package dev.prisma4j.engine.protocol;

import dev.prisma4j.engine.error.PrismaException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one request, or a batch, is answered with. */
sealed interface Answer {
    /** The result of one request, under the action's name. */
    record Data(String name, @Nullable Object value) implements Answer {}

    /** The results of a batch, one per request. */
    record Batch(List<Answer> answers) implements Answer {}

    /**
     * A failure.
     *
     * @param code Prisma's code, or null for a request that is no query
     * @param meta Prisma's details, or null
     * @param index the place of the request in its batch, or null
     */
    record Failure(
            @Nullable String code,
            String message,
            @Nullable Map<String, @Nullable Object> meta,
            @Nullable Integer index)
            implements Answer {
        static Failure of(RuntimeException failure, @Nullable Integer index) {
            if (failure instanceof Rejected rejected) {
                InputProblem problem = rejected.problem();
                return new Failure(problem.code(), problem.message(), problem.meta(), index);
            }
            if (failure instanceof PrismaException known) {
                Map<String, @Nullable Object> meta = new LinkedHashMap<>(known.meta());
                meta.remove("batch_request_idx");
                return new Failure(known.code(), message(known), meta, index);
            }
            return new Failure(null, message(failure), null, index);
        }

        private static String message(RuntimeException failure) {
            String message = failure.getMessage();
            return message == null ? failure.getClass().getSimpleName() : message;
        }

        /** The error as the protocol spells it. */
        Map<String, @Nullable Object> body() {
            Map<String, @Nullable Object> body = new LinkedHashMap<>();
            body.put("is_panic", false);
            body.put("message", message);
            if (code != null) {
                body.put("meta", meta);
                body.put("error_code", code);
            }
            if (index != null) {
                body.put("batch_request_idx", index);
            }
            return body;
        }
    }
}
