package dev.prisma4j.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prisma4j.benchmarks.data.Venue;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {
    @Test
    void withoutOptionsEverythingIsMeasuredForLong() {
        Options options = Options.parse(List.of());
        assertThat(options.pace()).isEqualTo(Pace.LONG);
        assertThat(options.node()).isTrue();
        assertThat(options.isSelection()).isFalse();
        assertThat(options.venues()).containsExactly(Venue.values());
    }

    @Test
    void aSelectionIsForTuning() {
        Options options =
                Options.parse(List.of("--only", "create,update", "--venue", "h2,sqlite", "--library", "jdbc,prisma4j"));
        assertThat(options.isSelection()).isTrue();
        assertThat(options.pace()).isEqualTo(Pace.TUNING);
        assertThat(options.venues()).containsExactly(Venue.H2, Venue.SQLITE);
        assertThat(Operation.ALL.stream()
                        .filter(operation -> operation.isNamed(options.operations()))
                        .map(Operation::id))
                .containsExactly(
                        "create", "createNested", "createMany1000", "createMany100000", "update", "updateMany");
    }

    @Test
    void whatMakesNoSenseIsToldToTheUser() {
        assertThatThrownBy(() -> Options.parse(List.of("--quick"))).hasMessageContaining("Unknown option --quick");
        assertThatThrownBy(() -> Options.parse(List.of("--only"))).hasMessage("--only needs a value");
        assertThatThrownBy(() -> Options.parse(List.of("--venue", "oracle")))
                .hasMessageContaining("sqlite, postgresql");
    }
}
