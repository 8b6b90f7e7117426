package dev.prisma4j.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prisma4j.schema.env.DotEnv;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class DotEnvTest {

    /** expected.json is what dotenv 16 and dotenv-expand 12 on Node made of sample.env. */
    @Test
    void readsAndExpandsAsNodesDotenvDoes() throws IOException {
        Map<String, String> expected = new LinkedHashMap<>();
        JsonMapper.shared()
                .readTree(resource("expected.json"))
                .properties()
                .forEach(e -> expected.put(e.getKey(), e.getValue().asString()));
        Map<String, String> actual = DotEnv.parse(resource("sample.env")).expand(Map.of("OUTER", "outer-env"));
        assertThat(actual).containsExactlyEntriesOf(expected);
    }

    /** As dotenv 16 reads it: editors on Windows write the mark, and a blank that does not break comes from web pages. */
    @Test
    void aByteOrderMarkAndOtherBlanksOfJavaScriptAreNoPartOfANameOrAValue() {
        assertThat(DotEnv.parse("\ufeffA=1\n\u00a0B\u00a0=\u00a02\u3000\nexport\u00a0C=\u00a0'3'\n")
                        .assignments())
                .containsExactlyInAnyOrderEntriesOf(Map.of("A", "1", "B", "2", "C", "3"));
    }

    @Test
    void theProcessWinsOverTheFile() {
        Environment environment =
                Environment.of(Map.of("A", "process")).with(DotEnv.parse("A=file\nB=${A}/b\nC=only here"));
        assertThat(environment.get("A")).isEqualTo("process");
        assertThat(environment.get("B")).isEqualTo("process/b");
        assertThat(environment.get("C")).isEqualTo("only here");
    }

    @Test
    void ofTwoFilesTheFirstWins() {
        Environment environment =
                Environment.of(Map.of()).with(DotEnv.parse("A=first")).with(DotEnv.parse("A=second\nB=2"));
        assertThat(environment.get("A")).isEqualTo("first");
        assertThat(environment.get("B")).isEqualTo("2");
    }

    @Test
    void aValueThatRefersToItselfEnds() {
        assertThat(DotEnv.parse("A=${A:-$B}\nB=$B$B").expand(Map.of()))
                .containsEntry("A", "")
                .containsEntry("B", "");
    }

    @Test
    void hugeAndBrokenInputIsReadInTime() {
        String text = "A=\"" + "x".repeat(2_000_000) + "\n" + "=\n".repeat(100_000) + "B='" + "\\'".repeat(200_000);
        assertThat(DotEnv.parse(text).assignments()).containsKey("A");
        String longValue = "y\n".repeat(500_000);
        assertThat(DotEnv.parse("A='" + longValue + "'").assignments()).containsEntry("A", longValue);
    }

    @Test
    void theEnvironmentNeverPrintsItsValues() {
        assertThat(Environment.of(Map.of("TOKEN", "s3cret")).toString())
                .contains("TOKEN")
                .doesNotContain("s3cret");
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(DotEnvTest.class.getResourceAsStream("/dotenv/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
