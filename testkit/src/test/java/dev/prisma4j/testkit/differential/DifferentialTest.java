package dev.prisma4j.testkit.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prisma4j.testkit.DatabaseKind;
import dev.prisma4j.testkit.DatabaseTest;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

/**
 * The same requests against us and against the reference. {@code -Dprisma4j.seeds=N} runs N generated schemas instead of
 * one, {@code -Dprisma4j.seed=S} starts with another seed, and {@code -Dprisma4j.cases=all} runs all case files.
 */
@Tag("conformance")
class DifferentialTest {
    @BeforeEach
    void theReferenceIsThere() {
        Assumptions.assumeTrue(Reference.isThere(), "the reference is not at hand");
    }

    @DatabaseTest
    void generated_queries_are_answered_as_by_the_reference(DatabaseKind kind) throws Exception {
        long first = Long.getLong("prisma4j.seed", 1);
        int seeds = Integer.getInteger("prisma4j.seeds", 1);
        CaseRunner runner = new CaseRunner(kind);
        for (long seed = first; seed < first + seeds; seed++) {
            runner.generated(seed);
        }
        report(kind, runner);
        assertThat(runner.wrong())
                .as("differing answers of " + runner.asked())
                .isLessThanOrEqualTo(runner.asked() / 50);
    }

    @DatabaseTest
    void cases_written_by_hand_are_answered_as_by_the_reference(DatabaseKind kind) throws Exception {
        CaseRunner runner = new CaseRunner(kind);
        boolean all = "all".equals(System.getProperty("prisma4j.cases"));
        for (Path file : CaseRunner.files()) {
            if (all || file.getFileName().toString().startsWith("smoke")) {
                runner.run(CaseFile.read(file), "");
            }
        }
        report(kind, runner);
        assertThat(runner.wrong())
                .as("differing answers of " + runner.asked())
                .isLessThanOrEqualTo(runner.asked() / 50);
    }

    private static void report(DatabaseKind kind, CaseRunner runner) {
        System.out.println("Differential on " + kind + ": " + runner.asked() + " " + runner.counts());
        runner.differences().forEach(System.out::println);
    }
}
