package dev.prisma4j.schema.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prisma4j.schema.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiagnosticRendererTest {

    private static final SourceFile FILE = SourceFile.of("schema.prisma", """
            model User {
              id Int @id
              name
            }
            """);

    @Test
    void showsMessagePlaceExcerptAndHelp() {
        Diagnostic error = Diagnostic.error(FILE.span(28, 33), "The field has no type.", "Write one.");
        assertThat(DiagnosticRenderer.plain().render(error)).isEqualTo("""
                error P1012: The field has no type.
                  --> schema.prisma:3:3
                   |
                 3 |   name
                   |   ^^^^
                   = help: Write one.
                """);
    }

    @Test
    void marksEveryLineOfALongerPlace() {
        Diagnostic warning = Diagnostic.warning(FILE.span(0, 34), "Odd.", null);
        assertThat(DiagnosticRenderer.plain().render(warning)).isEqualTo("""
                warning: Odd.
                  --> schema.prisma:1:1
                   |
                 1 | model User {
                   | ^^^^^^^^^^^^
                 2 |   id Int @id
                   |   ^^^^^^^^^^
                 3 |   name
                   |   ^^^^
                 4 | }
                   | ^
                """);
    }

    @Test
    void leavesOutTheMiddleOfAPlaceOfManyLines() {
        SourceFile file = SourceFile.of("x", "line\n".repeat(30));
        String shown = DiagnosticRenderer.plain().render(Diagnostic.error(file.span(0, 150), "Long."));
        assertThat(shown)
                .contains("  4 | line")
                .contains("...")
                .contains(" 30 | line")
                .doesNotContain(" 20 |");
    }

    @Test
    void marksTheEndOfAnEmptyFile() {
        SourceFile empty = SourceFile.of("x", "");
        assertThat(DiagnosticRenderer.plain().render(Diagnostic.error(empty.span(0, 0), "Nothing.")))
                .endsWith(" 1 | \n   | ^\n");
    }

    @Test
    void doesNotLetTheSchemaSendCommandsToTheTerminal() {
        SourceFile file = SourceFile.of("x", "a\u001b[31m\u009b");
        assertThat(DiagnosticRenderer.plain().render(Diagnostic.error(file.span(0, 7), "No \u0007.")))
                .doesNotContain("\u001b", "\u009b", "\u0007");
    }

    @Test
    void cutsLongLinesAroundThePlace() {
        SourceFile file = SourceFile.of("x", "a".repeat(100_000) + "!" + "b".repeat(100_000));
        String shown = DiagnosticRenderer.plain().render(Diagnostic.error(file.span(100_000, 100_001), "Here."));
        assertThat(shown).contains("!").hasSizeLessThan(1_000);
    }

    @Test
    void coloursOnlyWhenAsked() {
        Diagnostic error = Diagnostic.error(FILE.span(0, 5), "Odd.");
        assertThat(DiagnosticRenderer.coloured().render(error)).contains("\u001b[1;31merror P1012\u001b[0m");
        assertThat(DiagnosticRenderer.plain().render(error)).doesNotContain("\u001b");
    }

    @Test
    void countsWhatItShows() {
        Diagnostic error = Diagnostic.error(FILE.span(0, 5), "Odd.");
        Diagnostic warning = Diagnostic.warning(FILE.span(0, 5), "Odd.", null);
        DiagnosticRenderer renderer = DiagnosticRenderer.plain();
        assertThat(renderer.render(List.of(error, error, warning))).endsWith("\n2 errors, 1 warning\n");
        assertThat(renderer.render(List.of())).isEmpty();
    }
}
