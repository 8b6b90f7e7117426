// What the results say about one library in one operation, as the page asks for it.
package dev.prisma4j.benchmarks.report;

import dev.prisma4j.benchmarks.Library;
import dev.prisma4j.benchmarks.report.CommonRounds.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Looks results up and compares them with hand-written JDBC. */
final class Ratios {
    static final String OURS = "prisma4j";
    static final String NODE = "node";
    static final List<String> WAYS_BY_HAND = List.of("jdbc", "jdbc_join");

    private final Map<String, Sample> samples = new HashMap<>();
    private final Set<String> venues = new LinkedHashSet<>();

    Ratios(List<Sample> all) {
        for (Sample sample : all) {
            if (!sample.micros().isEmpty()) {
                samples.put(key(sample.venue(), sample.operation(), sample.library()), sample);
                venues.add(sample.venue());
            }
        }
    }

    private static String key(String venue, String operation, String library) {
        return venue + "/" + operation + "/" + library;
    }

    Set<String> venues() {
        return venues;
    }

    @Nullable
    Sample sample(String venue, Operation operation, String library) {
        return samples.get(key(venue, operation.id(), library));
    }

    /** The operations that prisma4j and JDBC have rounds in common in; the {@link Gaps} tell the rest. */
    List<Operation> operations(String venue) {
        return Operation.of(venue).stream()
                .filter(operation -> !Double.isNaN(ratio(venue, operation, OURS)))
                .toList();
    }

    /** The libraries for the JVM that were measured on a database, without prisma4j and JDBC. */
    List<String> peers(String venue) {
        List<String> peers = new ArrayList<>();
        for (Library library : Library.values()) {
            String name = library.name().toLowerCase(java.util.Locale.ROOT);
            if (!library.isJdbc()
                    && !name.equals(OURS)
                    && Operation.of(venue).stream().anyMatch(operation -> sample(venue, operation, name) != null)) {
                peers.add(name);
            }
        }
        return peers;
    }

    /** The numbers of the JVMs that measured a database. */
    Set<Integer> jvms(String venue) {
        return samples.values().stream()
                .filter(sample -> sample.venue().equals(venue))
                .flatMap(sample -> sample.jvms().stream())
                .collect(Collectors.toSet());
    }

    /** The time of JDBC, of the better of its two ways where there are two; NaN if it was not measured. */
    double jdbc(String venue, Operation operation) {
        Sample jdbc = jdbcSample(venue, operation);
        return jdbc == null ? Double.NaN : jdbc.median();
    }

    private @Nullable Sample jdbcSample(String venue, Operation operation) {
        Sample best = null;
        for (String way : WAYS_BY_HAND) {
            Sample sample = sample(venue, operation, way);
            if (sample != null && (best == null || sample.median() < best.median())) {
                best = sample;
            }
        }
        return best;
    }

    /**
     * A library's time as a multiple of JDBC's, the median over the rounds that both were measured in; NaN where there are
     * none. Prisma on Node, which has no rounds in common with anybody, is compared by the medians of all.
     */
    double ratio(String venue, Operation operation, String library) {
        Sample sample = sample(venue, operation, library);
        Sample jdbc = jdbcSample(venue, operation);
        if (sample == null || jdbc == null) {
            return Double.NaN;
        }
        return library.equals(NODE)
                ? sample.median() / jdbc.median()
                : CommonRounds.of(sample, jdbc).median();
    }

    /** How far prisma4j's ratio varies from round to round; NaN where there are too few rounds. */
    double spread(String venue, Operation operation) {
        Sample ours = sample(venue, operation, OURS);
        Sample jdbc = jdbcSample(venue, operation);
        return ours == null || jdbc == null
                ? Double.NaN
                : CommonRounds.of(ours, jdbc).spread();
    }

    boolean isMet(String venue, Operation operation) {
        return ratio(venue, operation, OURS) <= operation.kind().goal(venue);
    }

    /** The other libraries for the JVM that are faster than prisma4j by the medians, the fastest first. */
    List<String> faster(String venue, Operation operation) {
        double ours = ratio(venue, operation, OURS);
        return peers(venue).stream()
                .filter(peer -> ratio(venue, operation, peer) < ours)
                .sorted(Comparator.comparingDouble(peer -> ratio(venue, operation, peer)))
                .toList();
    }

    boolean isFirst(String venue, Operation operation) {
        return faster(venue, operation).isEmpty();
    }

    /** prisma4j's times as multiples of another library's, in the rounds that both were measured in. */
    CommonRounds against(String venue, Operation operation, String peer) {
        Sample ours = sample(venue, operation, OURS);
        Sample others = sample(venue, operation, peer);
        return ours == null || others == null ? new CommonRounds(List.of()) : CommonRounds.of(ours, others);
    }

    /** Whether prisma4j is first, and ahead of every other library by more than the rounds vary. */
    boolean isClearlyFirst(String venue, Operation operation) {
        return isFirst(venue, operation)
                && peers(venue).stream()
                        .filter(peer -> sample(venue, operation, peer) != null)
                        .allMatch(peer -> against(venue, operation, peer).verdict() == Verdict.FASTER);
    }

    /** Whether others are faster than prisma4j, and none of them by more than the rounds vary. */
    boolean isLevelWithFirst(String venue, Operation operation) {
        return !isFirst(venue, operation)
                && faster(venue, operation).stream()
                        .map(peer -> against(venue, operation, peer).verdict())
                        .noneMatch(verdict -> verdict == Verdict.SLOWER || verdict == Verdict.UNKNOWN);
    }

    /** How many times as fast as Prisma on Node, which has no rounds in common; NaN where that was not measured. */
    double timesNode(String venue, Operation operation) {
        return median(venue, operation, NODE) / median(venue, operation, OURS);
    }

    /** The median of a library's times; NaN if it was not measured. */
    double median(String venue, Operation operation, String library) {
        Sample sample = sample(venue, operation, library);
        return sample == null ? Double.NaN : sample.median();
    }

    /** The name for people of a library or a database. */
    static String title(String name) {
        return switch (name) {
            case "sqlite" -> "SQLite in memory";
            case "postgresql" -> "PostgreSQL over loopback";
            case "h2" -> "H2 in memory";
            case NODE -> "Prisma on Node";
            default -> {
                for (Library library : Library.values()) {
                    if (library.name().equalsIgnoreCase(name)) {
                        yield library.title();
                    }
                }
                yield name;
            }
        };
    }
}
