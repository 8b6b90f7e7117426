package dev.prisma4j.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prisma4j.engine.Engine;
import dev.prisma4j.schema.SchemaCompiler;
import dev.prisma4j.schema.model.Schema;
import dev.prisma4j.schema.source.SourceFile;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PrismaServerTest {
    private static final String CREATE = "{\"modelName\":\"User\",\"action\":\"createOne\",\"query\":{\"arguments\":{"
            + "\"data\":{\"email\":\"%s\"}},\"selection\":{\"id\":true,\"balance\":true}}}";
    private static final String EMAILS =
            "{\"modelName\":\"User\",\"action\":\"findMany\",\"query\":{\"selection\":{\"email\":true}}}";

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private PrismaServer server;

    private record Reply(int status, JsonNode body) {}

    @BeforeEach
    void start() throws Exception {
        server = PrismaServer.start(BlogDatabase.create(folder).options().withSchema(schema()));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static Schema schema() throws IOException {
        return SchemaCompiler.compile(List.of(SourceFile.of("schema.prisma", BlogDatabase.schemaText())))
                .orThrow();
    }

    @Test
    void a_query_is_answered_with_tagged_values() throws Exception {
        JsonNode data = query(CREATE.formatted("a")).path("data").path("createOne");
        assertThat(data.path("id").intValue()).isEqualTo(1);
        assertThat(data.path("balance").path("$type").stringValue()).isEqualTo("Decimal");
    }

    @Test
    void an_unknown_field_is_told_with_its_path_and_what_there_is() throws Exception {
        JsonNode error = query("{\"modelName\":\"User\",\"action\":\"findMany\",\"query\":{\"arguments\":{\"where\":{"
                        + "\"nope\":1}},\"selection\":{\"$scalars\":true}}}")
                .path("errors")
                .path(0)
                .path("user_facing_error");
        assertThat(error.path("error_code").stringValue()).isEqualTo("P2009");
        assertThat(error.path("meta").path("kind").stringValue()).isEqualTo("UnknownInputField");
        assertThat(error.path("meta").path("argumentPath").toString()).isEqualTo("[\"where\",\"nope\"]");
        assertThat(error.path("meta").path("inputType").path("name").stringValue())
                .isEqualTo("UserWhereInput");
    }

    @Test
    void a_batch_in_a_transaction_has_no_effect_when_one_of_it_fails() throws Exception {
        String twice = CREATE.formatted("same");
        JsonNode answer = query("{\"batch\":[" + twice + "," + twice + "],\"transaction\":{}}");
        JsonNode error = answer.path("errors").path(0).path("user_facing_error");
        assertThat(error.path("error_code").stringValue()).isEqualTo("P2002");
        assertThat(error.path("batch_request_idx").intValue()).isEqualTo(1);
        assertThat(query(EMAILS).path("data").path("findMany")).isEmpty();
    }

    @Test
    void find_unique_queries_of_a_batch_are_one_statement_and_keep_their_order() throws Exception {
        query(CREATE.formatted("a"));
        query(CREATE.formatted("b"));
        String find =
                "{\"modelName\":\"User\",\"action\":\"findUnique\",\"query\":{\"arguments\":{\"where\":{\"email\":"
                        + "\"%s\"}},\"selection\":{\"email\":true}}}";
        String batch =
                "{\"batch\":[" + find.formatted("b") + "," + find.formatted("x") + "," + find.formatted("a") + "]}";
        JsonNode answer = post("/6.19.0/hash/graphql", batch, "X-Capture-Telemetry", "query")
                .body();
        assertThat(answer.path("batchResult").toString())
                .isEqualTo("[{\"data\":{\"findUnique\":{\"email\":\"b\"}}},{\"data\":{\"findUnique\":null}},"
                        + "{\"data\":{\"findUnique\":{\"email\":\"a\"}}}]");
        assertThat(answer.path("extensions").path("logs")).hasSize(1);
    }

    @Test
    void a_transaction_can_be_rolled_back_and_is_closed_then() throws Exception {
        JsonNode started = post("/6.19.0/hash/transaction/start", "{\"max_wait\":2000,\"timeout\":5000}")
                .body();
        String endpoint = URI.create(started.path("data-proxy").path("endpoint").stringValue())
                .getPath();
        post(endpoint + "/graphql", CREATE.formatted("gone"));
        assertThat(post(endpoint + "/rollback", "").status()).isEqualTo(200);
        assertThat(query(EMAILS).path("data").path("findMany")).isEmpty();
        Reply again = post(endpoint + "/commit", "");
        assertThat(again.status()).isEqualTo(400);
        assertThat(again.body().path("error_code").stringValue()).isEqualTo("P2028");
    }

    @Test
    void times_of_a_transaction_may_be_any_numbers() throws Exception {
        for (String body : List.of("{\"timeout\":5000.5}", "{\"timeout\":1e30,\"max_wait\":9007199254740991}")) {
            JsonNode started = post("/6.19.0/hash/transaction/start", body).body();
            String path = URI.create(started.path("data-proxy").path("endpoint").stringValue())
                    .getPath();
            assertThat(post(path + "/rollback", "").status()).isEqualTo(200);
        }
        assertThat(post("/6.19.0/hash/transaction/start", "[]").status()).isEqualTo(400);
    }

    @Test
    void what_is_nested_too_deeply_is_an_invalid_request() throws Exception {
        String open = "{\"NOT\":".repeat(400);
        Reply reply = post(
                "/6.19.0/hash/graphql",
                "{\"modelName\":\"User\",\"action\":\"findMany\",\"query\":{\"arguments\":{\"where\":" + open + "{}"
                        + "}".repeat(400) + "},\"selection\":{\"email\":true}}}");
        assertThat(reply.body().isObject()).isTrue();
    }

    @Test
    void a_raw_query_tells_columns_and_their_types() throws Exception {
        JsonNode result = query("{\"action\":\"queryRaw\",\"query\":{\"arguments\":{\"query\":\"SELECT ? AS a\","
                        + "\"parameters\":\"[\\\"x\\\"]\"},\"selection\":{}}}")
                .path("data")
                .path("queryRaw");
        assertThat(result.toString()).isEqualTo("{\"columns\":[\"a\"],\"types\":[\"string\"],\"rows\":[[\"x\"]]}");
    }

    @Test
    void without_the_key_nothing_is_answered() throws Exception {
        try (PrismaServer locked = PrismaServer.start(new BlogDatabase(folder.resolve("blog.db"))
                .options()
                .withSchema(schema())
                .withApiKey("secret"))) {
            URI uri = URI.create(locked.url() + "/6.19.0/hash/graphql");
            assertThat(send(HttpRequest.newBuilder(uri), EMAILS).status()).isEqualTo(401);
            assertThat(send(HttpRequest.newBuilder(uri).header("Authorization", "Bearer wrong"), EMAILS)
                            .status())
                    .isEqualTo(401);
            assertThat(send(HttpRequest.newBuilder(uri).header("Authorization", "Bearer secret"), EMAILS)
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void an_uploaded_schema_is_served_under_its_hash() throws Exception {
        String upload =
                Base64.getEncoder().encodeToString(BlogDatabase.schemaText().getBytes(StandardCharsets.UTF_8));
        String hash = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(upload.getBytes(StandardCharsets.UTF_8)));
        try (PrismaServer open = PrismaServer.start(new BlogDatabase(folder.resolve("blog.db")).options())) {
            URI query = URI.create(open.url() + "/6.19.0/" + hash + "/graphql");
            assertThat(send(HttpRequest.newBuilder(query), EMAILS).body().toString())
                    .isEqualTo("{\"EngineNotStarted\":{\"reason\":\"SchemaMissing\"}}");
            URI schema = URI.create(open.url() + "/6.19.0/" + hash + "/schema");
            HttpRequest put = HttpRequest.newBuilder(schema)
                    .PUT(HttpRequest.BodyPublishers.ofString(upload))
                    .build();
            assertThat(http.send(put, HttpResponse.BodyHandlers.ofString()).statusCode())
                    .isEqualTo(200);
            assertThat(send(HttpRequest.newBuilder(query), EMAILS).body().has("data"))
                    .isTrue();
        }
    }

    @Test
    void an_unexpected_failure_is_shown_to_the_operator_with_its_place_but_without_values() throws Exception {
        server.close();
        List<String> told = new CopyOnWriteArrayList<>();
        server = PrismaServer.start(ServerOptions.of((schema, listener) -> broken(schema))
                .withSchema(schema())
                .withProblems(told::add));
        JsonNode answer = post("/", EMAILS, "X-Request-Id", "7f3a").body();
        assertThat(answer.path("errors").path(0).path("error").stringValue()).contains("For input string");
        post("/", "{\"batch\":[" + EMAILS + "," + EMAILS + "]}", "X-Request-Id", "not a name");
        post("/transaction/start", "{}");
        assertThat(told).as("the two of the batch are repetitions").hasSize(2);
        assertThat(told.get(0))
                .matches("(?s)\\d{4}-\\d\\d-\\d\\dT\\S+Z POST, request 7f3a: findMany of User failed for an unexpected"
                        + " reason; please report this:\\R.*")
                .contains("java.lang.IllegalStateException", "Caused by: java.lang.NumberFormatException")
                .contains("at " + getClass().getName());
        assertThat(told.get(1)).contains("POST: a request failed", "java.lang.ArithmeticException: / by zero");
        assertThat(told).noneMatch(text -> text.contains("secret") || text.contains("not a name"));
    }

    @Test
    void a_failure_is_told_once_a_minute_for_each_place_in_the_code() {
        AtomicLong time = new AtomicLong(-5);
        Repetitions defects = new Repetitions(time::get);
        List<OptionalInt> answers = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            time.addAndGet(Duration.ofSeconds(20).toNanos());
            answers.add(defects.untoldBefore(new IllegalStateException(new ArithmeticException("value " + i))));
        }
        assertThat(answers)
                .containsExactly(
                        OptionalInt.of(0),
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        OptionalInt.of(2),
                        OptionalInt.empty());
        assertThat(defects.untoldBefore(new ArithmeticException("elsewhere"))).hasValue(0);
    }

    @Test
    void of_messages_only_the_words_of_the_jvm_are_shown() {
        List<Throwable> thrown = new ArrayList<>();
        Map<String, Integer> none = Map.of();
        Object text = "text";
        for (Runnable defect : List.<Runnable>of(
                () -> Objects.requireNonNull(none.get("x"), "secret is missing"),
                () -> fail(new ClassCastException("cannot make a number of secret")),
                () -> fail(new IndexOutOfBoundsException("no secret here")),
                () -> fail(new NullPointerException("Cannot find secret's name")),
                () -> assertThat((int) none.get("secret")).isZero(),
                () -> assertThat((Integer) text).isZero(),
                () -> new ArrayList<>(List.of(1)).get(4),
                () -> "abc".substring(2, 1))) {
            try {
                defect.run();
            } catch (RuntimeException e) {
                thrown.add(e);
            }
        }
        String all = thrown.stream().map(one -> DefectReport.words(one)).collect(Collectors.joining("\n"));
        assertThat(thrown).hasSize(8);
        assertThat(all)
                .doesNotContain("secret")
                .contains(
                        "NullPointerException: Cannot invoke \"java.lang.Integer.intValue()\" because the return value of")
                .contains("ClassCastException: class java.lang.String cannot be cast to class java.lang.Integer")
                .contains("IndexOutOfBoundsException: Index 4 out of bounds for length 1")
                .contains("StringIndexOutOfBoundsException: begin 2, end 1, length 3");
    }

    private static void fail(RuntimeException failure) {
        throw failure;
    }

    /** An engine with a defect. */
    private static Engine broken(Schema schema) {
        return (Engine) Proxy.newProxyInstance(
                Engine.class.getClassLoader(),
                new Class<?>[] {Engine.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "schema" -> schema;
                    case "execute" -> {
                        try {
                            yield Integer.parseInt("a secret value");
                        } catch (NumberFormatException e) {
                            throw new IllegalStateException(e);
                        }
                    }
                    case "begin" ->
                        schema.models().size()
                                / (schema.models().size() - schema.models().size());
                    default -> null;
                });
    }

    private JsonNode query(String body) throws Exception {
        return post("/6.19.0/hash/graphql", body).body();
    }

    private Reply post(String path, String body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url() + path));
        return send(headers.length == 0 ? request : request.headers(headers), body);
    }

    private Reply send(HttpRequest.Builder request, String body) throws Exception {
        HttpResponse<String> response = http.send(
                request.POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
        return new Reply(response.statusCode(), JsonMapper.shared().readTree(response.body()));
    }
}
