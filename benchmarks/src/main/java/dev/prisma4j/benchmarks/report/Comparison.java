// The program behind benchmarks/run: measures everything, one thing after the other, and writes docs/benchmarks.
package dev.prisma4j.benchmarks.report;

import dev.prisma4j.benchmarks.Library;
import dev.prisma4j.benchmarks.data.Place;
import dev.prisma4j.benchmarks.data.Tables;
import dev.prisma4j.benchmarks.data.Venue;
import dev.prisma4j.benchmarks.jmh.OneProcessor;
import dev.prisma4j.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Runs the comparison. Arguments: the root of the project, and the {@link Options} that {@code benchmarks/run} tells. */
public final class Comparison {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** Room enough that no library is short of memory, and never a moment that is spent on asking for more. */
    private static final List<String> MEMORY = List.of("-Xms3g", "-Xmx3g");

    /** For a busy machine: code waits for its compilation, so that it is compiled in the end, and others may measure, too. */
    private static final List<String> TUNING = List.of("-Xms3g", "-Xmx3g", "-Xbatch", "-Djmh.ignoreLock=true");

    private final Path root;
    private final Options options;
    private final Pace pace;
    private final Path work;
    private final Programs programs;
    private final @Nullable String processor;
    private final Map<String, String> about = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();

    private Comparison(Path root, Options options, Path work, String server) {
        this.root = root;
        this.options = options;
        this.pace = options.pace();
        this.work = work;
        // The server is the only program that runs yet; one that somebody else has started is not among them.
        this.processor = OneProcessor.pinChildren();
        this.programs = new Programs(work.resolve("errors.log"), server, processor);
    }

    public static void main(String[] arguments) {
        try {
            run(Path.of(arguments[0]).toAbsolutePath(), Arrays.asList(arguments).subList(1, arguments.length));
            System.exit(0);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        } catch (Exception e) {
            if (!isStopped()) {
                e.printStackTrace();
                System.exit(1);
            }
        }
    }

    /** Whether this JVM was told to stop, which makes all that it waits for fail. */
    private static boolean isStopped() {
        try {
            Thread hook = new Thread(() -> {});
            Runtime.getRuntime().addShutdownHook(hook);
            Runtime.getRuntime().removeShutdownHook(hook);
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }

    private static void run(Path root, List<String> arguments) throws Exception {
        Options options = Options.parse(arguments);
        if (options.onlyReport()) {
            Path folder = root.resolve("docs/benchmarks");
            Path file = folder.resolve("results.json");
            Results results = JSON.readValue(file.toFile(), Results.class);
            write(folder, new Report(RoundNumbers.of(results)).files());
            return;
        }
        Path work = Files.createDirectories(root.resolve("benchmarks/target/comparison"));
        // The measuring programs find the server by this database's address and make databases of their own.
        try (TestDatabase database = TestDatabase.postgres().fresh()) {
            Comparison comparison = new Comparison(root, options, work, database.url());
            if (options.isSelection()) {
                comparison.select();
            } else {
                comparison.everything(database);
            }
        }
    }

    // ---- what is measured

    /** Only some rows, for somebody who tunes: shown, and kept below benchmarks/target. */
    private void select() throws IOException, InterruptedException {
        System.out.println(
                "Times as multiples of the faster JDBC's (in brackets: processor time of the caller), bytes.");
        for (Venue venue : options.venues()) {
            race(venue);
        }
        System.out.println("Written: " + work + "/*.json");
    }

    private void everything(TestDatabase database) throws Exception {
        long start = System.nanoTime();
        describe(database);
        boolean node = options.node() && nodeIsReady();
        List<Sample> samples = new ArrayList<>();
        for (Venue venue : options.venues()) {
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
        about.put("Took", String.format(Locale.ROOT, "%.0f minutes", (System.nanoTime() - start) / 60e9));
        if (!options.note().isEmpty()) {
            notes.add(options.note());
        }
        if (!notes.isEmpty()) {
            about.put("Note", String.join(" ", notes));
        }
        Path folder = options.isTrial() ? work.resolve("trial") : root.resolve("docs/benchmarks");
        Results results = new Results(about, samples, coldStarts, streams);
        Map<String, String> files = new LinkedHashMap<>(new Report(results).files());
        files.put("results.json", JSON.writeValueAsString(results) + "\n");
        write(folder, files);
    }

    private void describe(TestDatabase database) throws SQLException, IOException, InterruptedException {
        about.put("Date", LocalDate.now().toString());
        about.put("Run", options.isShort() ? "short" : pace.name());
        about.put("Commit", About.commit(root));
        about.put("Machine", About.machine());
        about.put("Load before", About.load());
        Map.Entry<String, String> processors = About.processors(processor);
        about.put(processors.getKey(), processors.getValue());
        about.put("Java", About.java());
        try (Connection connection = database.connect()) {
            about.put(
                    "PostgreSQL",
                    connection.getMetaData().getDatabaseProductVersion()
                            + ", on the same machine over TCP, without fsync");
        }
        about.put("Libraries", Versions.text());
        about.put("Rounds", pace.text());
    }

    private static void write(Path folder, Map<String, String> files) throws IOException {
        Files.createDirectories(folder);
        try (var old = Files.newDirectoryStream(folder, "*.svg")) {
            for (Path chart : old) {
                if (!files.containsKey(chart.getFileName().toString())) {
                    Files.delete(chart);
                }
            }
        }
        for (Map.Entry<String, String> file : files.entrySet()) {
            // Whole or not at all: a run that is stopped here leaves no half of a file.
            Path half = Files.writeString(folder.resolve("." + file.getKey() + ".half"), file.getValue());
            Files.move(
                    half,
                    folder.resolve(file.getKey()),
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        }
        System.out.println("Written: " + folder.resolve("README.md"));
    }

    // ---- the measurements

    private List<Sample> race(Venue venue) throws IOException, InterruptedException {
        Path file = work.resolve(venue + ".json");
        Map<String, Sample> all = new LinkedHashMap<>();
        for (int i = 0; i < pace.jvms(venue); i++) {
            Files.deleteIfExists(file);
            int code = programs.java(
                            options.isSelection() ? TUNING : MEMORY,
                            Race.class,
                            venue.toString(),
                            pace.name(),
                            file.toString(),
                            options.operations(),
                            options.libraries())
                    .code();
            if (code != 0) {
                notes.add("A JVM of " + venue + " ended early with code " + code + ".");
                System.out.println(
                        "The race on " + venue + " ended with code " + code + "; see " + work.resolve("errors.log"));
            }
            for (Sample sample : Files.exists(file) ? read(file) : List.<Sample>of()) {
                all.merge(sample.operation() + "/" + sample.library(), sample.inJvm(i), Sample::and);
            }
        }
        return List.copyOf(all.values());
    }

    private static List<Sample> read(Path file) {
        return JSON.readValue(file.toFile(), new TypeReference<List<Sample>>() {});
    }

    private boolean nodeIsReady() throws IOException, InterruptedException {
        Programs.Ended ended = programs.run(new ProcessBuilder(nodeProgram(), "--prepare").redirectErrorStream(true));
        if (ended.code() != 0) {
            System.out.println("Prisma on Node is left out.");
            notes.add("Prisma on Node could not be installed and is left out.");
        }
        return ended.code() == 0;
    }

    private String nodeProgram() {
        return root.resolve("benchmarks/node/run").toString();
    }

    private List<Sample> node(Place place) throws IOException, InterruptedException {
        Path file = work.resolve("node.json");
        Files.deleteIfExists(file);
        String[] times = options.isTrial()
                ? new String[] {"1", "1", "1"}
                : options.isShort() ? new String[] {"300", "60", "5"} : new String[] {"1500", "150", "9"};
        ProcessBuilder builder = new ProcessBuilder(nodeProgram(), file.toString(), times[0], times[1], times[2]);
        builder.environment().put("DATABASE_URL", place.prismaUrl());
        programs.run(builder.redirectErrorStream(true));
        if (!Files.exists(file)) {
            notes.add("Prisma on Node failed and is left out.");
            return List.of();
        }
        return read(file);
    }

    /** The libraries for what is measured in programs of their own. */
    private List<String> libraries() {
        return Arrays.stream(Library.values())
                .filter(library -> library != Library.JDBC_JOIN)
                .map(library -> library.name().toLowerCase(Locale.ROOT))
                .filter(options::takesPart)
                .toList();
    }

    /** On a file of SQLite's, since a database in memory would have to be filled by the program itself. */
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
                starts.add(new Results.ColdStart(place.venue().toString(), library, new ArrayList<>()));
            }
        }
        for (int i = 0; i < options.repeats(5); i++) {
            for (Results.ColdStart start : starts) {
                Place place = start.venue().equals("sqlite") ? sqlite : postgres;
                start.millis().add(child("-Xmx1g", FirstRow.class, place, start.library())[0]);
            }
        }
        return starts;
    }

    private List<Results.Streamed> streams(Place place) throws Exception {
        try (Connection connection = place.connect();
                Statement statement = connection.createStatement()) {
            Tables.empty(connection, place.venue());
            statement.execute("INSERT INTO events SELECT i, 'kind' || i % 7, i % 1000, 'What happened at event ' || i"
                    + " FROM generate_series(1, 1000000) AS i");
            statement.execute("VACUUM ANALYZE events");
        }
        List<Results.Streamed> streams = new ArrayList<>();
        for (String library : libraries()) {
            List<Double> seconds = new ArrayList<>();
            List<Double> megabytes = new ArrayList<>();
            for (int i = 0; i < options.repeats(3); i++) {
                double[] result = child("-Xmx256m", MillionRows.class, place, library);
                seconds.add(result[0]);
                megabytes.add(result.length > 1 ? result[1] : Double.NaN);
            }
            double median = Sample.median(seconds);
            streams.add(
                    Double.isNaN(median)
                            ? new Results.Streamed(library, -1, -1)
                            : new Results.Streamed(library, median, Sample.median(megabytes)));
        }
        return streams;
    }

    /** The numbers that a program of one library prints; NaN if it failed, for want of memory for instance. */
    private double[] child(String memory, Class<?> program, Place place, String library)
            throws IOException, InterruptedException {
        String output = programs.java(
                        List.of(memory), program, place.venue().toString(), library, place.jdbcUrl(), place.prismaUrl())
                .output();
        for (String line : output.split("\n")) {
            if (line.startsWith("RESULT ")) {
                return Arrays.stream(line.substring("RESULT ".length()).split(" "))
                        .mapToDouble(Double::parseDouble)
                        .toArray();
            }
        }
        notes.add(program.getSimpleName() + " of " + library + " failed.");
        return new double[] {Double.NaN};
    }
}
