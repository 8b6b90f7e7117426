package dev.prisma4j.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class ReportTest {
    private static Sample sample(String operation, String library, Double... micros) {
        return new Sample("postgresql", operation, library, List.of(micros), List.of(1000.0));
    }

    private static final Results RESULTS = new Results(
            Map.of("Machine", "a quick one"),
            List.of(
                    sample("findUnique", "jdbc", 100.0, 90.0, 500.0),
                    sample("findUnique", "prisma4j", 110.0, 100.0, 120.0),
                    sample("findUnique", "hibernate", 150.0),
                    sample("findUnique", "node", 440.0),
                    sample("includeOneToMany", "jdbc", 500.0),
                    sample("includeOneToMany", "jdbc_join", 400.0),
                    sample("includeOneToMany", "prisma4j", 480.0),
                    sample("includeOneToMany", "hibernate", 440.0)),
            List.of(new Results.ColdStart("sqlite", "prisma4j", List.of(300.0, 310.0, 500.0))),
            List.of(new Results.Streamed("prisma4j", 1.5, 12.25), new Results.Streamed("hibernate", -1, -1)));

    private final Map<String, String> files = new Report(RESULTS).files();

    @Test
    void theTableTellsMediansAsMultiplesOfJdbcAndWhetherTheGoalIsMet() {
        assertThat(files.get("README.md"))
                .contains("- **Machine:** a quick one")
                .contains("| findUnique by id | 100.0 µs | **1.10** | ≤ 1.15 | 1.50 | 4.40 |")
                .contains("prisma4j meets its goal in 1 of 2 rows and is the first of the libraries for the JVM in 1.")
                .contains("findUnique by id 4.0x as fast");
    }

    @Test
    void relatedRowsAreComparedWithTheBetterOfTwoWaysToReadThemByHand() {
        assertThat(files.get("README.md"))
                .contains("| include: 100 parents x 10 children | 400.0 µs | 1.20 | **missed** 1.10 | **1.10** |  |");
    }

    @Test
    void whatEndedInWantOfMemoryIsSaid() {
        assertThat(files.get("README.md"))
                .contains("| prisma4j | SQLite in memory | 310 |")
                .contains("| prisma4j | 1.50 | 12.3 |")
                .contains("| Hibernate ORM | out of memory |  |");
    }

    @Test
    void eachOperationHasAChartWithABarPerLibrary() throws Exception {
        String svg = files.get("postgresql-includeOneToMany.svg");
        Element root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
        assertThat(root.getElementsByTagName("rect").getLength()).isEqualTo(1 + 4);
        assertThat(svg).contains("JDBC, one join").contains("480.0 µs");
        assertThat(files.get("README.md")).contains("(postgresql-includeOneToMany.svg)");
    }

    @Test
    void versionsAreReadFromTheClassPath() {
        assertThat(Versions.of("/x/hibernate-core-7.4.1.Final.jar:/y/h2-2.4.240.jar:/z/classes"))
                .isEqualTo("hibernate-core 7.4.1.Final, h2 2.4.240");
    }
}
