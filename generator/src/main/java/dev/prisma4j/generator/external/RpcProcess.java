package dev.prisma4j.generator.external;

import dev.prisma4j.generator.error.GenerateException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A process that is called by JSON-RPC 2.0, one document a line: requests go to its standard input and, since its standard
 * output belongs to the user, answers come on its error stream. Other lines there are kept for the message in case it fails.
 */
final class RpcProcess implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int KEPT_LINES = 200;

    private final String command;
    private final Process process;
    private final AtomicInteger lastId = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> pending = new ConcurrentHashMap<>();
    private final Deque<String> errorLines = new ArrayDeque<>();
    private final Thread output;
    private volatile @Nullable GenerateException ended;

    /**
     * Starts the process.
     *
     * @param command what messages call it
     * @param print takes each line of its standard output
     * @throws GenerateException if it cannot be started
     */
    RpcProcess(String command, ProcessBuilder builder, Consumer<String> print) {
        this.command = command;
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new GenerateException("\"" + command + "\" could not be started: " + e.getMessage());
        }
        output = thread("output", () -> readLines(process.inputReader(StandardCharsets.UTF_8), print));
        thread("answers", this::readAnswers);
    }

    /**
     * Sends a request.
     *
     * @param parameters a JSON document
     * @return the result, or a failure that is a {@link GenerateException}
     */
    CompletableFuture<JsonNode> call(String method, String parameters) {
        int id = lastId.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        pending.put(id, answer);
        GenerateException gone = ended;
        if (gone != null) {
            answer.completeExceptionally(gone);
            return answer;
        }
        String request =
                "{\"jsonrpc\":\"2.0\",\"method\":\"" + method + "\",\"params\":" + parameters + ",\"id\":" + id + "}\n";
        // The documents are large and the process may be slow to take them.
        thread("request", () -> send(request));
        return answer;
    }

    /** Waits for an answer; what was asked is only for the message. */
    JsonNode await(CompletableFuture<JsonNode> answer, String method, Duration limit) {
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new GenerateException("\"" + command + "\" did not answer " + method + " within " + limit.toSeconds()
                    + " s." + errorText());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GenerateException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GenerateException("\"" + command + "\" was interrupted.");
        }
    }

    private void send(String request) {
        try {
            OutputStream input = process.getOutputStream();
            synchronized (input) {
                input.write(request.getBytes(StandardCharsets.UTF_8));
                input.flush();
            }
        } catch (IOException e) {
            // It has ended, or does not read; the end of its error stream says why.
            keep("(it no longer reads requests: " + e.getMessage() + ")");
        }
    }

    private void readAnswers() {
        readLines(process.errorReader(StandardCharsets.UTF_8), this::readAnswer);
        try {
            int status = process.waitFor();
            String advice = status == 127
                    ? " Is it installed? Programs of npm are found in node_modules/.bin of the project."
                    : status == 126 ? " It may not be executable: chmod +x makes it so." : "";
            GenerateException failure = new GenerateException("\"" + command + "\" ended with status " + status
                    + " before it had answered." + advice + errorText());
            ended = failure;
            pending.values().forEach(answer -> answer.completeExceptionally(failure));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void readAnswer(String line) {
        JsonNode answer = parse(line);
        if (answer == null) {
            keep(line);
            return;
        }
        CompletableFuture<JsonNode> waiting = pending.remove(answer.path("id").asInt(-1));
        if (waiting == null) {
            return;
        }
        JsonNode error = answer.path("error");
        if (error.isObject()) {
            String message = error.path("message").asString("no message");
            waiting.completeExceptionally(new GenerateException("\"" + command + "\" failed: " + message));
        } else {
            waiting.complete(answer.path("result"));
        }
    }

    private static @Nullable JsonNode parse(String line) {
        if (!line.startsWith("{")) {
            return null;
        }
        try {
            JsonNode answer = JSON.readTree(line);
            return answer.has("jsonrpc") && answer.path("id").isNumber() ? answer : null;
        } catch (JacksonException e) {
            return null;
        }
    }

    private static void readLines(BufferedReader reader, Consumer<String> each) {
        try (reader) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                each.accept(line);
            }
        } catch (IOException e) {
            // The stream is closed when the process is stopped.
        }
    }

    private void keep(String line) {
        synchronized (errorLines) {
            if (errorLines.size() == KEPT_LINES) {
                errorLines.removeFirst();
            }
            errorLines.addLast(line);
        }
    }

    private String errorText() {
        synchronized (errorLines) {
            return errorLines.isEmpty() ? "" : " It said:\n" + String.join("\n", errorLines);
        }
    }

    private Thread thread(String name, Runnable work) {
        Thread thread = new Thread(work, "prisma4j generator " + name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Asks the process and what it started to end, and ends them two seconds later if they have not. */
    @Override
    public void close() {
        List<ProcessHandle> family = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        family.forEach(ProcessHandle::destroy);
        try {
            if (!process.waitFor(2, TimeUnit.SECONDS)) {
                family.forEach(ProcessHandle::destroyForcibly);
            }
            output.join(1000);
        } catch (InterruptedException e) {
            family.forEach(ProcessHandle::destroyForcibly);
            Thread.currentThread().interrupt();
        }
    }
}
