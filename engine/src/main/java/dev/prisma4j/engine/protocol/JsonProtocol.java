package dev.prisma4j.engine.protocol;

import dev.prisma4j.engine.Engine;
import dev.prisma4j.engine.IsolationLevel;
import dev.prisma4j.engine.QueryExecutor;
import dev.prisma4j.engine.TransactionOptions;
import dev.prisma4j.engine.error.Errors;
import dev.prisma4j.engine.error.PrismaException;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers requests of Prisma's JSON protocol: one query, or a batch of them. Made once per engine; safe for use by many
 * threads.
 *
 * <pre>{@code
 * JsonProtocol protocol = new JsonProtocol(engine);
 * byte[] answer = protocol.answer(body, engine);
 * }</pre>
 */
public final class JsonProtocol {
    private static final Logger LOG = LoggerFactory.getLogger(JsonProtocol.class);
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final Engine engine;
    private final QueryParser parser;

    public JsonProtocol(Engine engine) {
        this.engine = engine;
        this.parser = new QueryParser(engine.schema());
    }

    /**
     * Answers a request. Failures of any kind are answers too; nothing is thrown for them.
     *
     * @param request the JSON text in UTF-8
     * @param executor the engine, or an open transaction to run in
     */
    public byte[] answer(byte[] request, QueryExecutor executor) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        answer(request, executor, Map::of, JsonProtocol::log, out);
        return out.toByteArray();
    }

    /**
     * Answers a request into a stream, which is closed.
     *
     * @param extensions asked after the query ran for what else belongs into the answer, such as logs; may be empty
     * @param defects told of failures that are nobody's but ours; the client gets an answer all the same
     */
    public void answer(
            byte[] request, QueryExecutor executor, Extensions extensions, Defects defects, OutputStream out) {
        Answer answer;
        try {
            answer = answer(MAPPER.readTree(request), executor, defects);
        } catch (StreamConstraintsException e) {
            answer = new Answer.Failure(
                    null, "The request is nested too deeply, or too long" + place(e) + ".", null, null);
        } catch (JacksonException e) {
            answer = new Answer.Failure(null, "The request is not valid JSON" + place(e) + ".", null, null);
        }
        AnswerWriter.write(answer, extensions.collect(), out);
    }

    /** Only where it stops making sense: the parser's own words are about its settings. */
    private static String place(JacksonException failure) {
        TokenStreamLocation at = failure.getLocation();
        return at == null || at.getLineNr() < 1
                ? ""
                : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
    }

    /** What else belongs into an answer. */
    @FunctionalInterface
    public interface Extensions {
        /** Names and values: strings, numbers, booleans, lists and maps. */
        Map<String, @Nullable Object> collect();
    }

    /** Somebody who is told of unexpected failures. */
    @FunctionalInterface
    public interface Defects {
        /**
         * There is one. Its message may quote values of the request.
         *
         * @param operation what was asked for, such as {@code findMany of User}, or null where that is not known
         */
        void found(@Nullable String operation, RuntimeException failure);
    }

    private static void log(@Nullable String operation, RuntimeException failure) {
        LOG.error("{} failed for an unexpected reason", operation == null ? "A request" : operation, failure);
    }

    private Answer answer(JsonNode request, QueryExecutor executor, Defects defects) {
        QueryParser.Parsed parsed = null;
        try {
            JsonNode batch = request.get("batch");
            if (batch == null || !batch.isArray()) {
                parsed = parser.parse(request);
                return run(parsed, executor);
            }
            JsonNode transaction = request.get("transaction");
            return batch(batch, transaction == null || transaction.isNull() ? null : transaction, executor, defects);
        } catch (RuntimeException e) {
            return failure(e, parsed, null, defects);
        }
    }

    private static Answer.Failure failure(
            RuntimeException failure, QueryParser.@Nullable Parsed parsed, @Nullable Integer index, Defects defects) {
        boolean expected = failure instanceof PrismaException
                || failure instanceof Rejected
                || failure instanceof UnreadableRequest;
        if (!expected) {
            defects.found(parsed == null ? null : parsed.operation(), failure);
        }
        return Answer.Failure.of(failure, index);
    }

    private static Answer.Data run(QueryParser.Parsed parsed, QueryExecutor executor) {
        Object result = executor.execute(parsed.query());
        return new Answer.Data(parsed.action().text(), parsed.result().apply(result));
    }

    private Answer batch(JsonNode batch, @Nullable JsonNode transaction, QueryExecutor executor, Defects defects) {
        List<QueryParser.Parsed> parsed = new ArrayList<>();
        for (JsonNode request : batch) {
            try {
                parsed.add(parser.parse(request));
            } catch (RuntimeException e) {
                return failure(e, null, null, defects); // nothing has run
            }
        }
        if (transaction != null) {
            return inTransaction(parsed, transaction, executor, defects);
        }
        List<Answer> answers = FindUniqueBatch.answers(parsed, executor);
        if (answers != null) {
            return new Answer.Batch(answers);
        }
        answers = new ArrayList<>();
        for (QueryParser.Parsed one : parsed) {
            try {
                answers.add(run(one, executor));
            } catch (RuntimeException e) {
                answers.add(failure(e, one, answers.size(), defects));
            }
        }
        return new Answer.Batch(answers);
    }

    private Answer inTransaction(
            List<QueryParser.Parsed> parsed, JsonNode transaction, QueryExecutor executor, Defects defects) {
        List<Answer> answers = new ArrayList<>();
        boolean[] begun = {executor != engine};
        try {
            if (executor != engine) {
                parsed.forEach(one -> answers.add(run(one, executor)));
            } else {
                engine.transaction(options(transaction), opened -> {
                    begun[0] = true;
                    answers.clear();
                    parsed.forEach(one -> answers.add(run(one, opened)));
                    return true;
                });
            }
            return new Answer.Batch(answers);
        } catch (RuntimeException e) {
            int at = answers.size();
            return failure(e, at < parsed.size() ? parsed.get(at) : null, begun[0] ? at : null, defects);
        }
    }

    private static TransactionOptions options(JsonNode transaction) {
        JsonNode level = transaction.get("isolationLevel");
        if (level == null || !level.isString()) {
            return TransactionOptions.DEFAULT;
        }
        return TransactionOptions.DEFAULT.withIsolation(isolation(level.stringValue()));
    }

    /**
     * The isolation level of that name.
     *
     * @throws PrismaException P2023 if there is none
     */
    public static IsolationLevel isolation(String name) {
        return IsolationLevel.of(name).orElseThrow(() -> Errors.invalidIsolation(name));
    }
}
