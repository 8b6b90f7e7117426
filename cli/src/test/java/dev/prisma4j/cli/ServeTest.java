package dev.prisma4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prisma4j.cli.process.CommandContext;
import dev.prisma4j.cli.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServeTest {
    private static final Pattern READY = Pattern.compile("ready at (\\S+)");

    @TempDir
    Path folder;

    @Test
    void answersTheProtocolUntilItIsStopped() throws Exception {
        CommandRun project = new CommandRun(folder)
                .write("schema.prisma", "datasource db {\n  provider = \"sqlite\"\n}\nmodel A {\n  id Int @id\n}\n");
        assertThat(project.run("db", "push", "--url", "file:./a.db").status()).isZero();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(stream, stream, InputStream.nullInputStream(), false, false);
        Thread server = new Thread(() -> new Prisma4j(new CommandContext(terminal, Map.of(), folder))
                .run(
                        "serve",
                        "--schema",
                        "schema.prisma",
                        "--url",
                        "file:./a.db",
                        "--port",
                        "0",
                        "--api-key",
                        "s3cret"));
        server.start();
        try {
            String url = awaitReady(server, out);
            String query = "{\"modelName\":\"A\",\"action\":\"findMany\",\"query\":{\"selection\":{\"id\":true}}}";
            assertThat(post(url, query, "Bearer s3cret").body()).isEqualTo("{\"data\":{\"findMany\":[]}}");
            assertThat(post(url, query, "Bearer wrong").statusCode()).isEqualTo(401);
        } finally {
            server.interrupt();
            server.join(20_000);
        }
        assertThat(server.isAlive()).isFalse();
        assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain("s3cret");
    }

    @Test
    void anUploadedSchemaThatCannotBeServedIsRefusedWithTheReasonWhichTheTerminalShowsToo() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(stream, stream, InputStream.nullInputStream(), false, false);
        Thread server = new Thread(
                () -> new Prisma4j(new CommandContext(terminal, Map.of(), folder)).run("serve", "--port", "0"));
        server.start();
        try {
            String url = awaitReady(server, out);
            String unset = upload(
                    url,
                    "datasource db {\n  provider = \"sqlite\"\n  url = env(\"NOT_SET\")\n}\nmodel A {\n  id Int @id\n}");
            assertThat(unset).contains("no database was named").contains("start the server with --url URL");
            assertThat(upload(url, "model A {\n  id Int @id\n}")).contains("no datasource block");
        } finally {
            server.interrupt();
            server.join(20_000);
        }
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("warning: an uploaded schema cannot be served: no database was named")
                .contains("no datasource block");
    }

    private static String upload(String url, String schema) throws Exception {
        byte[] body = Base64.getEncoder().encode(schema.getBytes(StandardCharsets.UTF_8));
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/6.19.0/" + hash + "/schema"))
                .PUT(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(400);
        return answer.body();
    }

    @Test
    void aDatabaseThatNeverWillLetUsInEndsTheCommand() {
        CommandRun project = new CommandRun(folder)
                .write("schema.prisma", "datasource db {\n  provider = \"sqlite\"\n}\nmodel A {\n  id Int @id\n}\n");
        CommandRun.Result result =
                project.run("serve", "--port", "0", "--schema", "schema.prisma", "--url", "file:./nowhere/a.db");
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err()).contains("error[P1003]").doesNotContain("\tat ");
    }

    @Test
    void portsThatThereAreNotAreRefused() {
        assertThat(new CommandRun(folder).run("serve", "--port", "70000").err()).contains("there is no port 70000");
        assertThat(new CommandRun(folder).run("serve", "--port", "x").status()).isEqualTo(1);
    }

    private static String awaitReady(Thread server, ByteArrayOutputStream out) throws InterruptedException {
        for (int i = 0; i < 600 && server.isAlive(); i++) {
            Matcher ready = READY.matcher(out.toString(StandardCharsets.UTF_8));
            if (ready.find()) {
                return ready.group(1);
            }
            Thread.sleep(50);
        }
        throw new AssertionError("the server did not get ready: " + out.toString(StandardCharsets.UTF_8));
    }

    private static HttpResponse<String> post(String url, String body, String authorization) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/"))
                .header("Authorization", authorization)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
