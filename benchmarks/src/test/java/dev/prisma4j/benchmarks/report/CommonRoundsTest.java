package dev.prisma4j.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Libraries are compared in the rounds that both were measured in, whatever else is missing. */
class CommonRoundsTest {
    private static final Operation COUNT = Operation.ALL.stream()
            .filter(operation -> operation.id().equals("count"))
            .findFirst()
            .orElseThrow();

    /** How slow the machine is in a round: no two have much to do with each other. */
    private static double weather(int jvm, int round) {
        return 100 * (1 + (jvm * 31 + round * 17) % 13);
    }

    /** What one JVM measures of a library that always takes so many times as long as the machine lets JDBC take. */
    private static Sample measured(String library, double times, int jvm, int rounds, int peerRounds) {
        Sample sample = Sample.empty("postgresql", "count", library);
        for (int round = 0; round < rounds; round++) {
            if (Pace.isPeerRound(round, rounds, peerRounds)) {
                sample.rounds().add(round);
                sample.micros().add(times * weather(jvm, round));
            }
        }
        return sample.inJvm(jvm);
    }

    /** Always measured: a library may fail in the operation that is looked at, and is one of the database's all the same. */
    private static List<Sample> and(Sample... samples) {
        List<Sample> all = new ArrayList<>(Arrays.asList(samples));
        for (String library : List.of("jdbc", "prisma4j", "hibernate")) {
            all.add(new Sample(
                    "postgresql", "update", library, List.of(0, 1_000), List.of(1.0, 1.0), List.of(), List.of()));
        }
        return all;
    }

    private static double ratio(List<Sample> samples, String library) {
        return new Ratios(samples).ratio("postgresql", COUNT, library);
    }

    private static String page(List<Sample> samples) {
        return new Report(new Results(Map.of(), samples, List.of(), List.of()))
                .files()
                .getOrDefault("README.md", "");
    }

    @Test
    void sevenRoundsOfFifteenAreSpreadEvenly() {
        assertThat(measured("hibernate", 1, 0, 15, 7).rounds()).containsExactly(2, 4, 6, 8, 10, 12, 14);
    }

    @Test
    void aRoundIsComparedWithJdbcsOfTheSameNumber() {
        List<Sample> samples = and(
                measured("jdbc", 1, 0, 15, 15).and(measured("jdbc", 1, 1, 15, 15)),
                measured("prisma4j", 0.95, 0, 15, 15).and(measured("prisma4j", 0.95, 1, 15, 15)),
                measured("hibernate", 1.5, 0, 15, 7).and(measured("hibernate", 1.5, 1, 15, 7)));
        assertThat(ratio(samples, "hibernate")).isEqualTo(1.5, within(1e-9));
        assertThat(new Ratios(samples).spread("postgresql", COUNT)).isEqualTo(0, within(1e-9));
        assertThat(page(samples)).contains("in 2 of 2 (1 clearly) |");
    }

    @Test
    void theJvmsMayHaveMeasuredDifferentNumbersOfRounds() {
        List<Sample> samples = and(
                measured("jdbc", 1, 0, 15, 15).and(measured("jdbc", 1, 1, 6, 6)),
                measured("prisma4j", 0.95, 0, 15, 15).and(measured("prisma4j", 0.95, 1, 6, 6)),
                measured("hibernate", 1.5, 0, 15, 7).and(measured("hibernate", 1.5, 1, 6, 3)));
        assertThat(ratio(samples, "hibernate")).isEqualTo(1.5, within(1e-9));
        assertThat(ratio(samples, "prisma4j")).isEqualTo(0.95, within(1e-9));
    }

    @Test
    void whoFailedInOneJvmIsComparedInTheOtherAndThePageSaysSo() {
        List<Sample> samples = and(
                measured("jdbc", 1, 0, 15, 15).and(measured("jdbc", 1, 1, 15, 15)),
                measured("prisma4j", 0.95, 1, 15, 15),
                measured("hibernate", 1.5, 0, 15, 7));
        assertThat(ratio(samples, "prisma4j")).isEqualTo(0.95, within(1e-9));
        assertThat(ratio(samples, "hibernate")).isEqualTo(1.5, within(1e-9));
        assertThat(page(samples))
                .contains("- PostgreSQL over loopback, count: prisma4j was measured in 1 of 2 JVMs\n")
                .contains("- PostgreSQL over loopback, count: Hibernate ORM was measured in 1 of 2 JVMs\n");
    }

    @Test
    void jdbcMayFailInOneJvmToo() {
        List<Sample> samples = and(
                measured("jdbc", 1, 1, 15, 15),
                measured("prisma4j", 0.95, 0, 15, 15).and(measured("prisma4j", 0.95, 1, 15, 15)));
        assertThat(ratio(samples, "prisma4j")).isEqualTo(0.95, within(1e-9));
        assertThat(page(samples))
                .contains("| count | ")
                .contains("count: JDBC was measured in 1 of 2 JVMs\n")
                .contains("count: Hibernate ORM was not measured\n");
    }

    @Test
    void aRowIsLeftOutByNameWhereJdbcAndPrisma4jHaveNoRoundInCommon() {
        String page = page(and(measured("jdbc", 1, 1, 15, 15), measured("prisma4j", 0.95, 0, 15, 15)));
        assertThat(page).doesNotContain("| count | ").contains("1 of 1 met").containsPattern("left out, .*; count; ");
    }

    /** prisma4j and Hibernate in as many rounds as there are times, in multiples of JDBC's. */
    private static List<Sample> race(List<Double> ours, List<Double> hibernates) {
        List<Integer> rounds = IntStream.range(0, ours.size()).boxed().toList();
        List<Sample> samples = new ArrayList<>();
        Map.of("jdbc", ours.stream().map(time -> 1.0).toList(), "prisma4j", ours, "hibernate", hibernates)
                .forEach((library, micros) ->
                        samples.add(new Sample("postgresql", "count", library, rounds, micros, List.of(), List.of())));
        return samples;
    }

    @Test
    void whoIsFasterByTheMedianIsLevelUnlessAheadInThreeQuartersOfTheRounds() {
        List<Sample> level = race(List.of(1.0, 1.1, 1.0, 1.0, 1.1, 1.1), List.of(1.02, 1.0, 1.02, 1.02, 1.0, 1.02));
        assertThat(new Ratios(level).isFirst("postgresql", COUNT)).isFalse();
        assertThat(page(level))
                .contains("| in 0 of 1 (0 clearly), level in 1 more |")
                .contains("count: 1.05; Hibernate ORM is faster with 1.02, but level\n");

        List<Sample> clear = race(List.of(1.1, 1.1, 1.0, 1.1, 1.1, 1.1), List.of(1.02, 1.0, 1.02, 1.02, 1.0, 1.02));
        assertThat(page(clear))
                .contains("| in 0 of 1 | ")
                .contains("count: 1.10; Hibernate ORM is clearly faster with 1.02\n");
    }

    @Test
    void whoIsFirstByTheMedianIsSoClearlyOrNotByTheSameRule() {
        List<Sample> level = race(List.of(1.02, 1.0, 1.02, 1.02, 1.0, 1.02), List.of(1.0, 1.1, 1.0, 1.0, 1.1, 1.1));
        assertThat(new Ratios(level).isFirst("postgresql", COUNT)).isTrue();
        assertThat(new Ratios(level).isClearlyFirst("postgresql", COUNT)).isFalse();
        List<Sample> clear = race(List.of(1.02, 1.0, 1.02, 1.02, 1.0, 1.02), List.of(1.1, 1.1, 1.0, 1.1, 1.1, 1.1));
        assertThat(page(clear)).contains("| in 1 of 1 (1 clearly) |");
    }

    @Test
    void resultsFromBeforeRoundsHadNumbersArePairedByHowOftenEachWasMeasuredAndThePageSaysSo() {
        Sample jdbc = measured("jdbc", 1, 0, 15, 15).and(measured("jdbc", 1, 1, 15, 15));
        Sample ours = measured("prisma4j", 0.95, 0, 15, 15).and(measured("prisma4j", 0.95, 1, 15, 15));
        Sample peer = measured("hibernate", 1.5, 0, 15, 7).and(measured("hibernate", 1.5, 1, 15, 7));
        String samples = List.of(jdbc, ours, peer).stream()
                .map(JsonMapper.shared()::writeValueAsString)
                .map(json -> json.replaceFirst("\"rounds\":\\[[^]]*],", ""))
                .collect(Collectors.joining(",", "[", "]"));
        assertThat(samples).doesNotContain("rounds");
        Results old = JsonMapper.shared()
                .readValue(
                        "{\"about\":{\"Note\":\"It rained.\"},\"samples\":" + samples
                                + ",\"coldStarts\":[],\"streams\":[]}",
                        Results.class);
        Results numbered = RoundNumbers.of(old);
        assertThat(ratio(numbered.samples(), "hibernate")).isEqualTo(1.5, within(1e-9));
        assertThat(ratio(numbered.samples(), "prisma4j")).isEqualTo(0.95, within(1e-9));
        assertThat(numbered.about().get("Note"))
                .startsWith("It rained. These results are from before rounds had numbers");
        assertThat(RoundNumbers.of(numbered)).isSameAs(numbered);
    }
}
