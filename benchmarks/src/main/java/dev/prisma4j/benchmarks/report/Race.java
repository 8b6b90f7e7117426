// Measures all libraries side by side in this JVM, on one kind of database.
package dev.prisma4j.benchmarks.report;

import dev.prisma4j.benchmarks.Library;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
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
 * Lets the libraries take turns: each operation is measured by JMH in short slices, one library after the other, several
 * rounds long, all in this one JVM. What disturbs the machine for a while thus disturbs all of them, and medians over the
 * rounds can be compared. For numbers of one library alone run JMH itself, which gives each a JVM of its own.
 *
 * <p>Arguments: venue, warm-up milliseconds, slice milliseconds, rounds, the file for the results, and optionally parts
 * of the ids of the operations and names of libraries, separated by commas.
 */
public final class Race {
    private final String venue;
    private final int warmup;
    private final int slice;
    private final int rounds;
    private boolean isFirst = true;

    private Race(String venue, int warmup, int slice, int rounds) {
        this.venue = venue;
        this.warmup = warmup;
        this.slice = slice;
        this.rounds = rounds;
    }

    public static void main(String[] arguments) throws Exception {
        Race race = new Race(
                arguments[0],
                Integer.parseInt(arguments[1]),
                Integer.parseInt(arguments[2]),
                Integer.parseInt(arguments[3]));
        String operations = arguments.length > 5 ? arguments[5] : "";
        String libraries = arguments.length > 6 ? arguments[6].toLowerCase(Locale.ROOT) : "";
        List<Sample> samples = new ArrayList<>();
        for (Operation operation : arguments[0].equals("h2") ? Operation.ON_H2 : Operation.ALL) {
            if (isNamed(operation.id(), operations)) {
                samples.addAll(race.run(operation, libraries));
                Files.writeString(Path.of(arguments[4]), JsonMapper.shared().writeValueAsString(samples));
            }
        }
        System.exit(0);
    }

    private static boolean isNamed(String id, String parts) {
        for (String part : parts.split(",")) {
            if (id.contains(part)) {
                return true;
            }
        }
        return false;
    }

    private List<Sample> run(Operation operation, String libraries) throws RunnerException {
        List<String> names = Library.forOperation(operation.readsRelated()).stream()
                .map(library -> library.name().toLowerCase(Locale.ROOT))
                .filter(name ->
                        libraries.isEmpty() || List.of(libraries.split(",")).contains(name))
                .toList();
        List<Sample> samples = names.stream()
                .map(name -> new Sample(venue, operation.id(), name, new ArrayList<>(), new ArrayList<>()))
                .toList();
        Set<String> failed = new HashSet<>();
        for (String name : names) {
            if (slice(operation, name, isFirst ? warmup * 4 : warmup) == null) {
                failed.add(name);
                System.out.println(name + " fails in " + operation.id() + " on " + venue + " and is left out there.");
            }
        }
        isFirst = false;
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < names.size(); i++) {
                // Each round starts with another one, so that nobody always follows the same neighbour.
                int turn = (i + round) % names.size();
                RunResult result = failed.contains(names.get(turn)) ? null : slice(operation, names.get(turn), slice);
                if (result != null) {
                    add(result, samples.get(turn));
                }
            }
        }
        print(operation, samples);
        return samples;
    }

    private static void add(RunResult result, Sample sample) {
        sample.micros().add(result.getPrimaryResult().getScore());
        Result<?> bytes = result.getSecondaryResults().get("gc.alloc.rate.norm");
        if (bytes != null) {
            sample.bytes().add(bytes.getScore());
        }
    }

    /** One measurement; null if the library failed. */
    private @Nullable RunResult slice(Operation operation, String library, int milliseconds) throws RunnerException {
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
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT);
        String parameter = operation.parameter();
        if (parameter != null) {
            options.param(
                    parameter.substring(0, parameter.indexOf('=')), parameter.substring(parameter.indexOf('=') + 1));
        }
        Collection<RunResult> results = new Runner(options.build()).run();
        return results.isEmpty() ? null : results.iterator().next();
    }

    private void print(Operation operation, List<Sample> samples) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-10s %-20s", venue, operation.id()));
        double limit = samples.get(0).median();
        for (Sample sample : samples) {
            line.append(String.format(
                    Locale.ROOT,
                    "  %s %.1f us (%.2f) %.0f B",
                    sample.library(),
                    sample.median(),
                    sample.median() / limit,
                    sample.medianBytes()));
        }
        System.out.println(line);
    }
}
