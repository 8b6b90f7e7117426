package dev.prisma4j.schema.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.prisma4j.schema.SchemaFiles;
import dev.prisma4j.schema.diagnostic.Diagnostic;
import dev.prisma4j.schema.diagnostic.Diagnostics;
import dev.prisma4j.schema.format.Formatter;
import dev.prisma4j.schema.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Input that is made to break parsers: all of it ends in a tree or in a clear error, and soon. */
class RobustnessTest {

    /** Far more than it takes, far less than quadratic time would. */
    private static final Duration SOON = Duration.ofSeconds(60);

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a:", "f(", "[{a:f("})
    void manyNestedBracketsAreAnErrorOfTheLine(String bracket) {
        String text = "model A {\n  id Int @x(" + bracket.repeat(100_000) + ")\n}\n";
        Diagnostics diagnostics = parseAndFormat(text);
        assertThat(diagnostics.errors())
                .extracting(Diagnostic::message)
                .containsExactly("This line nests brackets more than 200 deep.");
    }

    @Test
    void bracketsThatAreClosedNestAsDeepAsAnyoneNeeds() {
        Diagnostics diagnostics =
                parseAndFormat("model A {\n  id Int @x(" + "[".repeat(100) + "]".repeat(100) + ")\n}\n");
        assertThat(diagnostics.all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "model A {\n",
                "model A {\n  id Int /*\n",
                "foo {\n",
                "enum E {\nmodel A {\n",
                "/*\n",
                "  id Int /* x\n",
                "/* x */ y {\n",
                "model A {\n  id Int @x(\"\\\n",
                "\n",
                "}\n",
                "junk\r"
            })
    void aMegabyteOfUnfinishedLinesTakesLinearTime(String line) {
        parseAndFormat(line.repeat(1_000_000 / line.length()));
    }

    @Test
    void aSchemaOfTenMegabytesParses() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; text.length() < 10_000_000; i++) {
            text.append("/// A model\nmodel M")
                    .append(i)
                    .append(" {\n  id Int @id @default(autoincrement())\n")
                    .append("  name String? @map(\"n\") // comment\n  kind String[]\n\n  @@index([name, id])\n}\n\n");
        }
        assertThat(parseAndFormat(text.toString()).all()).isEmpty();
    }

    @Test
    void aLineOfTwoMegabytesParses() {
        String text = "model A {\n  id Int @x([" + "1, ".repeat(700_000) + "1])\n}\n";
        assertThat(parseAndFormat(text).all()).isEmpty();
    }

    @Test
    void nulIsAnErrorOfItsLine() {
        assertThat(parseAndFormat("model A {\n  id\0 Int\n}\n\0").all()).hasSize(2);
    }

    @Test
    void everyKindOfLineBreakIsOne() {
        assertThat(parseAndFormat("model A {\r\n  id Int\r  b Int\n}\r\n").all())
                .isEmpty();
    }

    @Test
    void aByteOrderMarkIsNamedInTheHelp() {
        assertThat(parseAndFormat("\ufeffmodel A {\n  id Int\n}\n").all().get(0).help())
                .isEqualTo("The file begins with a byte order mark. Save it as UTF-8 without one.");
    }

    @Test
    void bytesThatAreNoUtf8AreAnErrorAtTheirPlace(@TempDir Path folder) throws IOException {
        byte[] bytes = "model é {\n  id Int // \u00ff\n}\n".getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 5] = (byte) 0xff;
        Path path = Files.write(folder.resolve("schema.prisma"), bytes);
        Diagnostics diagnostics = new Diagnostics();
        SourceFile file = SchemaFiles.load(path, diagnostics).get(0);
        assertThat(diagnostics.errors()).singleElement().satisfies(error -> {
            assertThat(error.message()).isEqualTo("The file is not UTF-8: it has the byte 0xFF here.");
            assertThat(error.span().text()).isEqualTo("\ufffd");
            assertThat(error.span().line()).isEqualTo(2);
        });
        assertThat(Parser.parse(file, diagnostics).items()).isNotEmpty();
    }

    private static Diagnostics parseAndFormat(String text) {
        return assertTimeoutPreemptively(SOON, () -> {
            Diagnostics diagnostics = new Diagnostics();
            SourceFile file = SourceFile.of("schema.prisma", text);
            Parser.parse(file, diagnostics);
            Formatter.format(List.of(file));
            return diagnostics;
        });
    }
}
