package dev.prisma4j.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prisma4j.schema.dmmf.Dmmf;
import dev.prisma4j.schema.format.Formatter;
import dev.prisma4j.schema.source.SourceFile;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Throws text at the formatter, the compiler and, where it is valid, the DMMF: generated schemas, damaged ones, soup, and damaged cases of the
 * conformance pack where that is at hand. Nothing may crash or take long. Runs for a second; for ten minutes:
 *
 * <pre>mvn -pl schema test -Dtest=FuzzTest -Dprisma4j.fuzz.seconds=600</pre>
 *
 * <p>A failure names the seed that makes its text; {@code -Dprisma4j.fuzz.seed=N} begins with it.
 */
class FuzzTest {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    @Test
    void noTextCrashesOrHangs() throws IOException {
        Duration wanted = Duration.ofSeconds(Long.getLong("prisma4j.fuzz.seconds", 1));
        long seed = Long.getLong("prisma4j.fuzz.seed", System.nanoTime());
        List<SourceFile> corpus = corpus();
        long end = System.nanoTime() + wanted.toNanos();
        long cases = 0;
        do {
            check(text(corpus, seed), seed);
            seed++;
            cases++;
        } while (System.nanoTime() < end);
        System.out.println("fuzzed " + cases + " texts");
    }

    private static List<SourceFile> corpus() throws IOException {
        return ConformancePack.isThere()
                ? ConformancePack.cases().stream()
                        .flatMap(schema -> schema.files().stream())
                        .toList()
                : List.of();
    }

    private static String text(List<SourceFile> corpus, long seed) {
        Random random = new Random(seed);
        SchemaTexts texts = new SchemaTexts(random);
        return switch (random.nextInt(4)) {
            case 0 -> texts.soup();
            case 1 -> texts.damaged(texts.schema());
            case 2 -> texts.schema();
            default ->
                corpus.isEmpty()
                        ? texts.damaged(texts.damaged(texts.schema()))
                        : texts.damaged(
                                corpus.get(random.nextInt(corpus.size())).text());
        };
    }

    private static void check(String text, long seed) {
        long start = System.nanoTime();
        try {
            SourceFile file = SourceFile.of("schema.prisma", text);
            Formatter.format(List.of(file));
            CompiledSchema compiled = SchemaCompiler.compile(List.of(file));
            if (compiled.isValid()) {
                Dmmf.of(compiled.orThrow()).toJson();
            }
        } catch (RuntimeException | StackOverflowError failure) {
            throw new AssertionError("seed " + seed + ": " + text, failure);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .as("seed %d", seed)
                .isLessThan(LIMIT);
    }
}
