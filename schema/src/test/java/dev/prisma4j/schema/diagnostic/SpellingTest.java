package dev.prisma4j.schema.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpellingTest {

    private static final List<String> WORDS = List.of("model", "enum", "String", "DateTime");

    @Test
    void findsTheWordThatWasMeant() {
        assertThat(Spelling.closest("modle", WORDS)).isEqualTo("model");
        assertThat(Spelling.closest("string", WORDS)).isEqualTo("String");
        assertThat(Spelling.closest("DateTme", WORDS)).isEqualTo("DateTime");
    }

    @Test
    void findsNothingWhereNothingIsNear() {
        assertThat(Spelling.closest("Foo", WORDS)).isNull();
        assertThat(Spelling.closest("x", WORDS)).isNull();
        assertThat(Spelling.closest("", WORDS)).isNull();
    }
}
