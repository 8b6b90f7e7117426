// How long and how often a race measures.
package dev.prisma4j.benchmarks.report;

import dev.prisma4j.benchmarks.data.Venue;
import java.util.List;
import java.util.Locale;

/**
 * The times of one race, all in milliseconds.
 *
 * @param jvms how many JVMs measure a database one after the other, since the compiler decides anew in each
 * @param jvmsOnH2 how many do for H2, whose rows cost little but compiled code, so that a JVM's luck with it decides
 * @param before how long each library does each operation before anything is measured, so that none is measured while the
 *     code it shares with the others is compiled anew
 * @param leastWarmup the least warm-up of an operation
 * @param mostWarmup the most warm-up of JDBC and prisma4j where the compiler does not come to rest
 * @param mostPeerWarmup the most warm-up of the others
 * @param slice how long one round measures
 * @param rounds how often JDBC and prisma4j are measured, directly after each other
 * @param peerRounds how often the others are
 * @param most the most that the rounds of one operation may take; slow operations have fewer
 */
record Pace(
        String name,
        int jvms,
        int jvmsOnH2,
        int before,
        int leastWarmup,
        int mostWarmup,
        int mostPeerWarmup,
        int slice,
        int rounds,
        int peerRounds,
        int most) {
    static final Pace LONG = new Pace("long", 2, 5, 250, 400, 1_600, 800, 100, 15, 7, 25_000);
    static final Pace SHORT = new Pace("short", 1, 1, 80, 150, 500, 250, 60, 9, 3, 8_000);
    /** For the inner loop of somebody who tunes: few operations, and more time for each; warm-up is the caller's own time. */
    static final Pace TUNING = new Pace("tuning", 1, 1, 0, 1_000, 2_500, 700, 100, 21, 3, 20_000);

    /** To see that everything works; its numbers mean nothing. */
    static final Pace TRIAL = new Pace("trial", 1, 1, 0, 1, 1, 1, 5, 1, 1, 1_000);

    static Pace of(String name) {
        return List.of(LONG, SHORT, TUNING, TRIAL).stream()
                .filter(pace -> pace.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such pace: " + name));
    }

    /** How many JVMs measure a database. */
    int jvms(Venue venue) {
        return venue == Venue.H2 ? jvmsOnH2 : jvms;
    }

    /** Whether the others are measured in a round, too, so that their rounds are spread evenly over all. */
    static boolean isPeerRound(int round, int rounds, int peerRounds) {
        return (round + 1) * peerRounds / rounds > round * peerRounds / rounds;
    }

    /** The method for people. */
    String text() {
        return String.format(
                Locale.ROOT,
                "%d %s per database (H2: %d), one after the other. In each, every library first does every operation for %s;"
                        + " then, for each operation, every library warms up until the compiler rests (%s to %s, the"
                        + " others at most %s). Then JMH measures in rounds: %d with JDBC and prisma4j directly after each"
                        + " other in changing order, in %d of them all other libraries, too, in changing order; a round"
                        + " is %s for each (operations that take longer than a round: one call or more, and at least"
                        + " 5 and 3 rounds)",
                jvms,
                jvms == 1 ? "JVM" : "JVMs",
                jvmsOnH2,
                seconds(before),
                seconds(leastWarmup),
                seconds(mostWarmup),
                seconds(mostPeerWarmup),
                rounds,
                peerRounds,
                seconds(slice));
    }

    private static String seconds(int milliseconds) {
        return milliseconds / 1000.0 + " s";
    }
}
