// Measures all libraries side by side in this JVM, on one kind of database.
package dev.prisma4j.benchmarks.report;

import dev.prisma4j.benchmarks.Library;
import dev.prisma4j.benchmarks.jmh.CallerTime;
import dev.prisma4j.benchmarks.jmh.MeasuringThreads;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets the libraries take turns: each operation is measured by JMH in short slices, one library after the other, many
 * rounds long, all in this one JVM. What disturbs the machine for a while thus disturbs all of them, and medians over the
 * rounds can be compared. JDBC and prisma4j, whose ratio is judged most closely, run directly after each other and more
 * often than the rest. For numbers of one library alone run JMH itself, which gives each a JVM of its own.
 *
 * <p>Arguments: venue, the name of the {@link Pace}, the file for the results, and optionally parts of the ids of the
 * operations and names of libraries, separated by commas.
 */
public final class Race {
    private final String venue;
    private final Pace pace;
    private final List<Operation> operations;
    private final List<String> wanted;
    private final CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();

    private Race(String venue, Pace pace, String operations, String libraries) {
        this.venue = venue;
        this.pace = pace;
        this.operations = Operation.of(venue).stream()
                .filter(operation -> operation.isNamed(operations))
                .toList();
        this.wanted = libraries.isEmpty()
                ? List.of()
                : List.of(libraries.toLowerCase(Locale.ROOT).split(","));
    }

    public static void main(String[] arguments) {
        int code = 1;
        try {
            measure(arguments);
            code = 0;
        } catch (Exception e) {
            e.printStackTrace();
        } finally {
            // Also ends the threads of pools that were not closed.
            System.exit(code);
        }
    }

    private static void measure(String[] arguments) throws Exception {
        MeasuringThreads.use();
        Race race = new Race(
                arguments[0],
                Pace.of(arguments[1]),
                arguments.length > 3 ? arguments[3] : "",
                arguments.length > 4 ? arguments[4] : "");
        race.before();
        List<Sample> samples = new ArrayList<>();
        for (Operation operation : race.operations) {
            samples.addAll(race.run(operation));
            Files.writeString(Path.of(arguments[2]), JsonMapper.shared().writeValueAsString(samples));
        }
    }

    private List<String> libraries(Operation operation) {
        return Library.forOperation(operation.readsRelated()).stream()
                .map(library -> library.name().toLowerCase(Locale.ROOT))
                .filter(name -> wanted.isEmpty() || wanted.contains(name))
                .toList();
    }

    /** Everything once by everybody, so that the code they share has met them all before anything is measured. */
    private void before() {
        for (Operation operation : pace.before() == 0 ? List.<Operation>of() : operations) {
            for (String name : libraries(operation)) {
                slice(operation, name, pace.before());
            }
        }
    }

    // ---- one operation

    private List<Sample> run(Operation operation) {
        Map<String, Sample> samples = new LinkedHashMap<>();
        List<String> pair = new ArrayList<>();
        List<String> peers = new ArrayList<>();
        double round = 0;
        double peerRound = 0;
        for (String name : libraries(operation)) {
            boolean isPeer = !name.startsWith("jdbc") && !name.equals(Report.OURS);
            double seconds = warmUp(operation, name, isPeer ? pace.mostPeerWarmup() : pace.mostWarmup());
            if (seconds < 0) {
                continue;
            }
            samples.put(name, Sample.empty(venue, operation.id(), name));
            (isPeer ? peers : pair).add(name);
            round += isPeer ? 0 : seconds;
            peerRound += isPeer ? seconds : 0;
        }
        System.gc();
        double share = Math.min(1, pace.most() / 1000.0 / (round * pace.rounds() + peerRound * pace.peerRounds()));
        int rounds = Math.max((int) (pace.rounds() * share), Math.min(5, pace.rounds()));
        int peerRounds = Math.max((int) (pace.peerRounds() * share), Math.min(3, pace.peerRounds()));
        for (int i = 0; i < rounds; i++) {
            measure(operation, i, turned(pair, i), samples);
            if (Pace.isPeerRound(i, rounds, peerRounds)) {
                measure(operation, i, turned(peers, i), samples);
            }
        }
        print(operation, samples);
        return List.copyOf(samples.values());
    }

    /** The same names starting with another one each round, so that nobody always follows the same neighbour. */
    private static List<String> turned(List<String> names, int round) {
        List<String> turned = new ArrayList<>(names);
        Collections.rotate(turned, round);
        return turned;
    }

    private void measure(Operation operation, int round, List<String> names, Map<String, Sample> samples) {
        for (String name : names) {
            Sample sample = samples.get(name);
            if (sample == null) {
                continue;
            }
            RunResult result = slice(operation, name, pace.slice());
            if (result == null) {
                // What it left behind may be anything, so nothing of it counts; the page tells that it is missing.
                samples.remove(name);
                continue;
            }
            sample.rounds().add(round);
            sample.micros().add(result.getPrimaryResult().getScore());
            add(result.getSecondaryResults().get("gc.alloc.rate.norm"), sample.bytes());
            add(result.getSecondaryResults().get(CallerTime.RESULT), sample.callerMicros());
        }
    }

    private static void add(@Nullable Result<?> result, List<Double> scores) {
        if (result != null) {
            scores.add(result.getScore());
        }
    }

    /** Goes on until the compiler rests; gives the seconds that one round will take, or -1 if the library fails. */
    private double warmUp(Operation operation, String name, int most) {
        long start = clock();
        long limit = System.nanoTime() + 60_000_000_000L;
        int slice = Math.max(pace.slice(), pace.leastWarmup() / 4);
        while (true) {
            long compiled = compiler.getTotalCompilationTime();
            long before = System.nanoTime();
            if (slice(operation, name, slice) == null) {
                return -1;
            }
            long now = System.nanoTime();
            double last = (now - before) / 1e6;
            boolean rests = compiler.getTotalCompilationTime() - compiled < 0.05 * last;
            double all = (clock() - start) / 1e6;
            if (all >= most || rests && all >= pace.leastWarmup() || now > limit) {
                return Math.max(last - slice + pace.slice(), pace.slice()) / 1000;
            }
        }
    }

    /** What warm-up is counted in; for tuning not the time that others had the processors. */
    private long clock() {
        return pace == Pace.TUNING ? MeasuringThreads.processorNanos() : System.nanoTime();
    }

    /** One measurement; null if the library failed. */
    private @Nullable RunResult slice(Operation operation, String library, int milliseconds) {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("jmh\\." + operation.benchmark().replace(".", "\\.") + "$")
                .param("venue", venue)
                .param("library", library)
                .forks(0)
                .warmupIterations(0)
                .measurementIterations(1)
                .measurementTime(TimeValue.milliseconds(milliseconds))
                .timeUnit(TimeUnit.MICROSECONDS)
                .shouldDoGC(false)
                .shouldFailOnError(true)
                .addProfiler(GCProfiler.class)
                .addProfiler(CallerTime.class)
                .verbosity(VerboseMode.SILENT);
        String parameter = operation.parameter();
        if (parameter != null) {
            options.param(
                    parameter.substring(0, parameter.indexOf('=')), parameter.substring(parameter.indexOf('=') + 1));
        }
        try {
            return new Runner(options.build()).run().stream().findFirst().orElse(null);
        } catch (RunnerException e) {
            Throwable cause = e;
            while (cause.getCause() != null || cause.getSuppressed().length > 0) {
                cause = cause.getCause() != null ? cause.getCause() : cause.getSuppressed()[0];
            }
            System.out.println(library + " failed in " + operation.id() + " on " + venue + ": " + cause);
            return null;
        }
    }

    /** Times as multiples of the faster JDBC's, in brackets those of the caller's processor time. */
    private void print(Operation operation, Map<String, Sample> samples) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-10s %-20s", venue, operation.id()));
        double callerLimit = limit(samples, Sample::medianCallerMicros);
        Ratios ratios = new Ratios(List.copyOf(samples.values()));
        line.append(String.format(Locale.ROOT, " goal %.2f ", operation.kind().goal(venue)));
        for (Sample sample : samples.values()) {
            boolean isOurs = sample.library().equals(Report.OURS);
            line.append(String.format(
                    Locale.ROOT,
                    " | %s %.1f us %.2f%s (%.2f) %.0f B",
                    sample.library(),
                    sample.median(),
                    ratios.ratio(venue, operation, sample.library()),
                    isOurs ? String.format(Locale.ROOT, " +-%.2f", ratios.spread(venue, operation)) : "",
                    sample.medianCallerMicros() / callerLimit,
                    sample.medianBytes()));
        }
        System.out.println(line);
    }

    private static double limit(Map<String, Sample> samples, ToDoubleFunction<Sample> value) {
        return samples.values().stream()
                .filter(sample -> sample.library().startsWith("jdbc"))
                .mapToDouble(value)
                .min()
                .orElse(Double.NaN);
    }
}
