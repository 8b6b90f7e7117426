package dev.prisma4j.testkit.differential;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The reference as a process: it prints the SQL for a schema, and serves the same protocol. */
final class Reference implements AutoCloseable {
    private static final Pattern URL = Pattern.compile("\"(http://[^\"]+)\"");

    private final Process process;
    private final String url;

    private Reference(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    static boolean isThere() {
        return Files.isExecutable(program()) && Files.isDirectory(program().resolveSibling("node_modules"));
    }

    private static Path program() {
        String shared = System.getProperty("prisma4j.shared", System.getenv("PRISMA4J_SHARED"));
        String set = System.getProperty("prisma4j.oracle", System.getenv("PRISMA4J_ORACLE"));
        if (set != null) {
            return Path.of(set);
        }
        return (shared == null ? Path.of("../../shared") : Path.of(shared)).resolve("oracle/oracle");
    }

    /** Serves a schema on a database that has its tables. */
    static Reference serve(Path schema, String databaseUrl) throws IOException {
        Process process = new ProcessBuilder(List.of(
                        program().toString(),
                        "serve",
                        "--schema",
                        schema.toString(),
                        "--url",
                        databaseUrl,
                        "--port",
                        "0"))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            Matcher matcher = URL.matcher(line);
            if (matcher.find()) {
                return new Reference(process, matcher.group(1));
            }
        }
        process.destroy();
        throw new IOException("the reference did not start");
    }

    String url() {
        return url;
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }
}
