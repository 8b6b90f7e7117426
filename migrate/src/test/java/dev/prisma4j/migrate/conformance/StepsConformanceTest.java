package dev.prisma4j.migrate.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.prisma4j.migrate.Migrate;
import dev.prisma4j.schema.model.Provider;
import dev.prisma4j.schema.model.Schema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every real change of a schema, forwards and backwards: the script is the reference's, byte for byte. */
class StepsConformanceTest {
    /** Where the reference writes SQL that no database takes: {@code DROP SEQUENCE ""}, {@code SET DATA TYPE BIGSERIAL}. */
    private static final List<String> BROKEN_IN_THE_REFERENCE = List.of(
            "peppermint/20230222-66570d53-postgresql-uuid",
            "umami/20220817-d3f3e610-postgresql-big_int",
            "umami/20220817-d3f3e610-postgresql-big_int reversed");

    private int compared;
    private final List<String> differing = new ArrayList<>();

    @Test
    void scriptsAndSummariesAreTheReferences() throws IOException {
        Optional<MigrationsPack> pack = MigrationsPack.find();
        assumeTrue(pack.isPresent(), "the conformance pack is not here");
        int summaries = 0;
        List<String> wrongSummaries = new ArrayList<>();
        for (MigrationsPack.Step step : pack.get().steps()) {
            if (step.after().provider() == Provider.MYSQL) {
                continue; // without labels
            }
            compare(step.id(), step.before(), step.after(), step.text("expected.sql"));
            if (step.before() != null) {
                compare(step.id() + " reversed", step.after(), step.before(), step.text("reverse.sql"));
            }
            String summary = step.labels().get("summary").asString();
            summaries++;
            if (!Migrate.diff(step.before(), step.after()).summary().strip().equals(summary.strip())) {
                wrongSummaries.add(step.id());
            }
        }
        System.out.println("migration steps: " + (compared - differing.size()) + " of " + compared
                + " scripts are the reference's, " + (summaries - wrongSummaries.size()) + " of " + summaries
                + " summaries");
        assertThat(differing).containsExactlyInAnyOrderElementsOf(BROKEN_IN_THE_REFERENCE);
        assertThat(wrongSummaries).isEmpty();
    }

    private void compare(String id, @Nullable Schema from, @Nullable Schema to, Optional<String> expected) {
        if (expected.isEmpty() || to == null) {
            return;
        }
        compared++;
        if (!Migrate.diff(from, to).script().strip().equals(expected.get().strip())) {
            differing.add(id);
        }
    }
}
