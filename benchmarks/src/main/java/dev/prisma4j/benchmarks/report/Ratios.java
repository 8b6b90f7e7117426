// What the results say about one library in one operation, as the page asks for it.
package dev.prisma4j.benchmarks.report;

import dev.prisma4j.benchmarks.Library;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks results up and compares them with hand-written JDBC. */
final class Ratios {
    static final String OURS = "prisma4j";
    static final String NODE = "node";
    static final List<String> WAYS_BY_HAND = List.of("jdbc", "jdbc_join");

    private final Map<String, Sample> samples = new HashMap<>();
    private final Set<String> venues = new LinkedHashSet<>();
    private final Set<String> libraries = new LinkedHashSet<>();

    Ratios(List<Sample> all) {
        for (Sample sample : all) {
            if (!sample.micros().isEmpty()) {
                samples.put(key(sample.venue(), sample.operation(), sample.library()), sample);
                venues.add(sample.venue());
                libraries.add(sample.library());
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

    /** The operations that prisma4j and JDBC were measured in. */
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

    /** The time of JDBC, of the better of its two ways where there are two; NaN if it was not measured. */
    double limit(String venue, Operation operation) {
        Sample limit = limitSample(venue, operation);
        return limit == null ? Double.NaN : limit.median();
    }

    private @Nullable Sample limitSample(String venue, Operation operation) {
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
     * A library's time as a multiple of JDBC's, the median over its rounds; NaN where one is missing. Each round is compared
     * with JDBC's of the same round: the machine may be slower for a while, or the compiler decide otherwise in one of the
     * JVMs, and the medians of all rounds would then be taken from different times.
     */
    double ratio(String venue, Operation operation, String library) {
        Sample sample = sample(venue, operation, library);
        Sample limit = limitSample(venue, operation);
        if (sample == null
                || limit == null
                || sample.micros().size() > limit.micros().size()) {
            return Double.NaN;
        }
        List<Double> ratios = new ArrayList<>();
        int rounds = sample.micros().size();
        for (int i = 0; i < rounds; i++) {
            // The rounds of the others are spread evenly over those of JDBC.
            int round = (i + 1) * limit.micros().size() / rounds - 1;
            ratios.add(sample.micros().get(i) / limit.micros().get(round));
        }
        return Sample.median(ratios);
    }

    /** How far prisma4j's ratio varies from round to round; NaN where there are too few rounds. */
    double spread(String venue, Operation operation) {
        Sample ours = sample(venue, operation, OURS);
        Sample limit = limitSample(venue, operation);
        return ours == null || limit == null ? Double.NaN : Spread.of(ours, limit);
    }

    boolean isMet(String venue, Operation operation) {
        return ratio(venue, operation, OURS) <= operation.kind().goal(venue);
    }

    /** The fastest other library for the JVM, or null if there is none. */
    @Nullable
    String fastestPeer(String venue, Operation operation) {
        String fastest = null;
        for (String peer : peers(venue)) {
            double ratio = ratio(venue, operation, peer);
            if (!Double.isNaN(ratio) && (fastest == null || ratio < ratio(venue, operation, fastest))) {
                fastest = peer;
            }
        }
        return fastest;
    }

    boolean isFirst(String venue, Operation operation) {
        String fastest = fastestPeer(venue, operation);
        return fastest == null || ratio(venue, operation, OURS) <= ratio(venue, operation, fastest);
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
