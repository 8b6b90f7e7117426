package dev.prisma4j.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class ReportTest {
    /** Measured in rounds from the first one on, or, as Prisma on Node, in none that others were measured in. */
    private static Sample sample(String operation, String library, Double... micros) {
        List<Integer> rounds = library.equals("node")
                ? List.of()
                : IntStream.range(0, micros.length).boxed().toList();
        return new Sample("postgresql", operation, library, rounds, List.of(micros), List.of(1000.0), List.of());
    }

    private static final Results RESULTS = new Results(
            Map.of("Machine", "a quick one", "Note", "It rained."),
            List.of(
                    sample("findUnique", "jdbc", 90.0, 500.0, 100.0),
                    sample("findUnique", "prisma4j", 100.0, 120.0, 110.0),
                    sample("findUnique", "hibernate", 135.0),
                    sample("findUnique", "node", 440.0),
                    sample("includeOneToMany", "jdbc", 500.0),
                    sample("includeOneToMany", "jdbc_join", 400.0),
                    sample("includeOneToMany", "prisma4j", 480.0),
                    sample("includeOneToMany", "hibernate", 440.0),
                    sample("includeOneToMany", "node", 960.0)),
            List.of(new Results.ColdStart("sqlite", "prisma4j", List.of(300.0, 310.0, 500.0))),
            List.of(new Results.Streamed("prisma4j", 1.5, 12.25), new Results.Streamed("hibernate", -1, -1)));

    private final Map<String, String> files = new Report(RESULTS).files();
    private final String page = files.getOrDefault("README.md", "");

    @Test
    void theTableTellsTheMedianOfAllRoundsAsMultiplesOfJdbcInTheSameRoundAndWhetherTheGoalIsMet() {
        assertThat(page)
                .contains("- **Machine:** a quick one")
                .contains("| findUnique by id | 100 µs | **1.10** | met ≤ 1.15 | 1.50 |");
    }

    @Test
    void thePageStartsWithWhatCameOut() {
        assertThat(page.indexOf("## In short")).isLessThan(page.indexOf("## How to read"));
        assertThat(page)
                .contains("| PostgreSQL over loopback | 1 of 2 met | in 1 of 2 | 1.15 | 1.28 (Hibernate ORM) |")
                .contains("**Note:** It rained.")
                .contains("- PostgreSQL over loopback, include: 100 parents x 10 children: 1.20 instead of 1.10;"
                        + " Hibernate ORM is faster with 1.10, in too few rounds to tell\n");
    }

    @Test
    void relatedRowsAreComparedWithTheBetterOfTwoWaysToReadThemByHand() {
        assertThat(page)
                .contains("| include: 100 parents x 10 children | 400 µs | 1.20 | **missed** ≤ 1.10 | **1.10** |");
    }

    @Test
    void prismaOnNodeHasGoalsOfItsOwn() {
        assertThat(page)
                .contains("1 of 2 goals are met")
                .contains("| findUnique by id | 440 µs | 110 µs | 4.0 | met ≥ 2.5 |")
                .contains("| include: 100 parents x 10 children | 960 µs | 480 µs | 2.0 | **missed** ≥ 5.0 |");
    }

    @Test
    void whatFailedIsSaid() {
        assertThat(page)
                .contains("| prisma4j | 310 |  |")
                .contains("| prisma4j | 1.50 | 12.3 |")
                .contains("| Hibernate ORM | failed |  |");
    }

    @Test
    void theSpreadIsHalfTheDistanceBetweenTheQuartersOfTheRoundsOwnRatios() {
        Sample limit = sample("findUnique", "jdbc", 100.0, 200.0, 100.0, 100.0, 100.0, 100.0, 100.0, 100.0);
        Sample ours = sample("findUnique", "prisma4j", 110.0, 220.0, 90.0, 100.0, 120.0, 130.0, 100.0, 300.0);
        // 0.9, 1.0, 1.0, 1.1, 1.1, 1.2, 1.3, 3.0: half of them lie from the third to the sixth
        assertThat(CommonRounds.of(ours, limit).spread()).isEqualTo(0.1, within(1e-9));
        assertThat(CommonRounds.of(sample("findUnique", "prisma4j", 1.0), limit).spread())
                .isNaN();
    }

    @Test
    void aRowWithoutJdbcOrPrisma4jIsNamedInsteadOfVanishing() {
        assertThat(page)
                .contains("- PostgreSQL over loopback, left out, and not counted above, for want of a round with both"
                        + " JDBC and prisma4j: findFirst with a filter; findMany of 10 rows; ");
    }

    private static Element svg(String text) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
    }

    @Test
    void eachOperationHasAChartWithABarPerLibrary() throws Exception {
        String chart = files.getOrDefault("postgresql-includeOneToMany.svg", "");
        assertThat(svg(chart).getElementsByTagName("rect").getLength()).isEqualTo(5);
        assertThat(chart).contains("JDBC, one join").contains("480 µs (1.20x)").contains("prefers-color-scheme: dark");
        assertThat(page).contains("(postgresql-includeOneToMany.svg)");
    }

    @Test
    void eachDatabaseHasAChartWithADotPerLibraryAndOperation() throws Exception {
        String chart = files.getOrDefault("postgresql.svg", "");
        // Two in the legend, two of prisma4j, two of Hibernate.
        assertThat(svg(chart).getElementsByTagName("circle").getLength()).isEqualTo(6);
        assertThat(chart).contains("1 = JDBC").contains("Hibernate ORM 1.50");
        assertThat(page).contains("(postgresql.svg)");
    }

    @Test
    void versionsAreReadFromTheClassPath() {
        assertThat(
                        Versions.of(
                                "/x/hibernate-core-7.4.1.Final.jar:/y/ebean-platform-h2-17.3.0.jar:/y/h2-2.4.240.jar:/z/classes"))
                .isEqualTo("hibernate-core 7.4.1.Final, h2 2.4.240");
    }
}
