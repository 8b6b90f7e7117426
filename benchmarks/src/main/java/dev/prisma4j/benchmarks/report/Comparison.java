// The whole comparison: runs every measurement in programs of its own and writes the report.
package dev.prisma4j.benchmarks.report;

import dev.prisma4j.benchmarks.Library;
import dev.prisma4j.benchmarks.data.Place;
import dev.prisma4j.benchmarks.data.Tables;
import dev.prisma4j.benchmarks.data.Venue;
import dev.prisma4j.testkit.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs everything, one thing after the other. Arguments: the root of the project, and {@code --short} for a run of some
 * minutes, {@code --no-node} to leave out Prisma on Node.
 */
public final class Comparison {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path root;
    private final boolean isShort;
    private final boolean node;
    private final Path work;
    private final String server;

    private Comparison(Path root, List<String> options, Path work, String server) {
        this.root = root;
        this.isShort = options.contains("--short");
        this.node = !options.contains("--no-node");
        this.work = work;
        this.server = server;
    }

    public static void main(String[] arguments) throws Exception {
        Path root = Path.of(arguments[0]).toAbsolutePath();
        Path work = Files.createDirectories(root.resolve("benchmarks/target/comparison"));
        // The measuring programs find the server by this database's address and make databases of their own.
        try (TestDatabase database = TestDatabase.postgres().fresh()) {
            new Comparison(root, Arrays.asList(arguments).subList(1, arguments.length), work, database.url())
                    .run(database);
        }
        System.exit(0);
    }

    private void run(TestDatabase database) throws Exception {
        long start = System.nanoTime();
        List<Sample> samples = new ArrayList<>();
        for (Venue venue : Venue.values()) {
            samples.addAll(race(venue));
        }
        Place place = new Place(Venue.POSTGRESQL, database.jdbcUrl(), database.url());
        try (Connection connection = place.connect()) {
            Tables.create(connection, Venue.POSTGRESQL);
        }
        if (node) {
            samples.addAll(node(place));
        }
        List<Results.ColdStart> coldStarts = coldStarts(place);
        List<Results.Streamed> streams = streams(place);
        Results results =
                new Results(about(database, (System.nanoTime() - start) / 60e9), samples, coldStarts, streams);
        write(results);
    }

    private void write(Results results) throws IOException {
        Path folder = Files.createDirectories(root.resolve("docs/benchmarks"));
        Files.writeString(folder.resolve("results.json"), JSON.writeValueAsString(results) + "\n");
        for (Map.Entry<String, String> file : new Report(results).files().entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        System.out.println("Written: " + folder.resolve("README.md"));
    }

    // ---- the measurements

    private List<Sample> race(Venue venue) throws IOException, InterruptedException {
        Path file = work.resolve(venue + ".json");
        Files.deleteIfExists(file);
        int forks = isShort ? 1 : 3;
        List<Sample> all = new ArrayList<>();
        for (int fork = 0; fork < forks; fork++) {
            String[] times = isShort ? new String[] {"300", "80", "3"} : new String[] {"2000", "250", "7"};
            java("-Xmx3g", Race.class, venue.toString(), "short", file.toString());
            merge(all, read(file));
        }
        return all;
    }

    private static void merge(List<Sample> all, List<Sample> more) {
        for (Sample sample : more) {
            Sample known = null;
            for (Sample each : all) {
                if (each.operation().equals(sample.operation())
                        && each.library().equals(sample.library())) {
                    known = each;
                }
            }
            if (known == null) {
                all.add(sample);
            } else {
                all.set(all.indexOf(known), known.and(sample));
            }
        }
    }

    private static List<Sample> read(Path file) {
        return JSON.readValue(file.toFile(), new TypeReference<List<Sample>>() {});
    }

    private List<Sample> node(Place place) throws IOException, InterruptedException {
        Path file = work.resolve("node.json");
        Files.deleteIfExists(file);
        ProcessBuilder builder = new ProcessBuilder(
                root.resolve("benchmarks/node/run").toString(), file.toString(), isShort ? "300" : "2000");
        builder.environment().put("DATABASE_URL", place.prismaUrl());
        builder.redirectErrorStream(true);
        String output = output(builder);
        if (!Files.exists(file)) {
            System.out.println("Prisma on Node is left out: " + output.strip());
            return List.of();
        }
        return read(file);
    }

    private static List<String> libraries() {
        return Arrays.stream(Library.values())
                .filter(library -> library != Library.JDBC_JOIN)
                .map(library -> library.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    private List<Results.ColdStart> coldStarts(Place postgres) throws Exception {
        Path file = work.resolve("cold.db");
        Files.deleteIfExists(file);
        Place sqlite = new Place(Venue.SQLITE, "jdbc:sqlite:" + file, "file:" + file);
        try (Connection connection = sqlite.connect()) {
            Tables.create(connection, Venue.SQLITE);
        }
        List<Results.ColdStart> starts = new ArrayList<>();
        for (Place place : List.of(sqlite, postgres)) {
            for (String library : libraries()) {
                List<Double> millis = new ArrayList<>();
                for (int i = 0; i < (isShort ? 1 : 5); i++) {
                    millis.add(Double.valueOf(child("-Xmx1g", FirstRow.class, place, library)[0]));
                }
                starts.add(new Results.ColdStart(place.venue().toString(), library, millis));
            }
        }
        return starts;
    }

    private List<Results.Streamed> streams(Place place) throws Exception {
        fill(place);
        List<Results.Streamed> streams = new ArrayList<>();
        for (String library : libraries()) {
            try {
                String[] result = child("-Xmx256m", MillionRows.class, place, library);
                streams.add(
                        new Results.Streamed(library, Double.parseDouble(result[0]), Double.parseDouble(result[1])));
            } catch (IllegalStateException e) {
                streams.add(new Results.Streamed(library, -1, -1));
            }
        }
        return streams;
    }

    private static void fill(Place place) throws SQLException {
        try (Connection connection = place.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO events SELECT i, 'kind' || i % 7, i % 1000, 'What happened at event ' || i"
                    + " FROM generate_series(1, 1000000) AS i");
        }
    }

    // ---- programs

    private String[] child(String memory, Class<?> program, Place place, String library)
            throws IOException, InterruptedException {
        String output = java(memory, program, place.venue().toString(), library, place.jdbcUrl(), place.prismaUrl());
        for (String line : output.split("\n")) {
            if (line.startsWith("RESULT ")) {
                return line.substring("RESULT ".length()).split(" ");
            }
        }
        throw new IllegalStateException(program.getSimpleName() + " of " + library + " failed: " + output);
    }

    private String java(String memory, Class<?> program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                memory,
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("PRISMA4J_TEST_POSTGRES", server);
        builder.redirectError(
                ProcessBuilder.Redirect.appendTo(work.resolve("errors.log").toFile()));
        return output(builder);
    }

    private static String output(ProcessBuilder builder) throws IOException, InterruptedException {
        Process process = builder.start();
        StringBuilder output = new StringBuilder();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                System.out.println(line);
                output.append(line).append('\n');
            }
        }
        process.waitFor();
        return output.toString();
    }

    // ---- what it was measured on

    private Map<String, String> about(TestDatabase database, double minutes) throws SQLException, IOException {
        Map<String, String> about = new LinkedHashMap<>();
        about.put("Date", LocalDate.now().toString());
        about.put("Machine", machine());
        about.put(
                "Java",
                System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version") + " on "
                        + System.getProperty("os.name"));
        try (Connection connection = database.connect()) {
            about.put(
                    "PostgreSQL",
                    connection.getMetaData().getDatabaseProductVersion()
                            + ", on the same machine over TCP, without fsync");
        }
        about.put("Libraries", Versions.text());
        about.put(
                "Method",
                "All libraries take turns in one JVM per database: JMH measures each operation in slices of "
                        + (isShort
                                ? "0.08 s, 3 rounds after 0.3 s of warm-up"
                                : "0.25 s, 7 rounds after 2 s of warm-up, 3 JVMs")
                        + ", medians of the rounds. Each library has a database of its own with the same rows and is"
                        + " written as its documentation recommends for speed; a test sees that all give the same answers."
                        + " JDBC holds one connection and all statements prepared, which is the limit. Spring Data JPA is"
                        + " left out, since it runs the same Hibernate below."
                        + (isShort
                                ? " This was the short run, whose rounds are few: small differences mean little."
                                : ""));
        about.put("Took", String.format(Locale.ROOT, "%.1f minutes", minutes));
        return about;
    }

    private static String machine() throws IOException {
        String processor = "";
        Path cpuinfo = Path.of("/proc/cpuinfo");
        if (Files.exists(cpuinfo)) {
            processor = Files.readAllLines(cpuinfo).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip() + ", ")
                    .findFirst()
                    .orElse("");
        }
        return processor + Runtime.getRuntime().availableProcessors() + " processors";
    }
}
