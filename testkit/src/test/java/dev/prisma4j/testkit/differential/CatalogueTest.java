package dev.prisma4j.testkit.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prisma4j.testkit.DatabaseKind;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The catalogue of requests without the reference: what was once agreed with it stays so. {@code CaseRunner.main} with
 * {@code sqlite FILE agree} compares a file anew and notes what is agreed. A sixth of the requests is asked, unless {@code
 * -Dprisma4j.cases=all} says otherwise; that the files still have all of them is looked at in any case.
 */
class CatalogueTest {
    private static final boolean ALL = "all".equals(System.getProperty("prisma4j.cases"));

    @Test
    void answers_that_were_agreed_with_the_reference_stay() throws Exception {
        Map<String, String> agreed = Agreed.read();
        Set<String> met = new HashSet<>();
        List<String> changed = new ArrayList<>();
        for (var path : CaseRunner.files()) {
            CaseFile file = CaseFile.read(path);
            if (agreed.keySet().stream().anyMatch(place -> place.startsWith(file.name() + ":"))) {
                replay(file, agreed, met, changed);
            }
        }
        assertThat(agreed).isNotEmpty();
        assertThat(agreed.keySet()).as("agreed, but in no file").allMatch(met::contains);
        assertThat(changed).as("of " + agreed.size() + " answers").isEmpty();
    }

    private static void replay(CaseFile file, Map<String, String> agreed, Set<String> met, List<String> changed)
            throws IOException, SQLException, InterruptedException {
        DatabaseKind kind = DatabaseKind.SQLITE;
        try (OurSide side = new OurSide(kind, file.schema(kind))) {
            for (Case one : file.seed()) {
                if (one.isFor(kind) && !one.isDefinition()) {
                    String answer = side.ask(one.body());
                    assertThat(answer).as("seed " + one.place()).doesNotContain("\"errors\"");
                }
            }
            side.tables().restore(side.tables().content());
            for (Case one : file.seed()) {
                if (one.isFor(kind) && one.isDefinition()) {
                    side.tables().define(one.body());
                }
            }
            Map<String, List<String>> seed = side.tables().content();
            Map<String, Integer> counts = new HashMap<>();
            for (Case one : file.cases()) {
                int nth = counts.merge(one.place(), 1, Integer::sum);
                String place = one.place() + "#" + nth;
                String expected = agreed.get(place);
                if (expected == null || !one.isFor(kind)) {
                    continue;
                }
                met.add(place);
                if (!ALL && place.hashCode() % 6 != 0) {
                    continue;
                }
                String answer = side.ask(one.body());
                Map<String, List<String>> content = one.writes() ? side.tables().content() : Map.of();
                String print = Agreed.fingerprint(answer, content);
                if (!print.equals(expected)) {
                    changed.add(place + " " + one.body() + "\n  now " + print + " instead of " + expected + ": "
                            + Answers.told(answer));
                }
                if (one.writes()) {
                    side.tables().restore(seed);
                }
            }
        }
    }
}
