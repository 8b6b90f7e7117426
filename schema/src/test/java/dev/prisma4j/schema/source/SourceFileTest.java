package dev.prisma4j.schema.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SourceFileTest {

    private final SourceFile file = SourceFile.of("a.prisma", "one\r\ntwo\n\nf\ud83d\ude00ur");

    @Test
    void countsLinesByLineFeeds() {
        assertThat(file.lineCount()).isEqualTo(4);
        assertThat(file.line(0)).isEqualTo(1);
        assertThat(file.line(4)).isEqualTo(1);
        assertThat(file.line(5)).isEqualTo(2);
        assertThat(file.line(9)).isEqualTo(3);
        assertThat(file.line(file.text().length())).isEqualTo(4);
    }

    @Test
    void countsColumnsInUtf16Units() {
        assertThat(file.column(10)).isEqualTo(1);
        assertThat(file.column(13)).isEqualTo(4);
    }

    @Test
    void givesLinesWithoutTheirBreaks() {
        assertThat(file.lineText(1)).isEqualTo("one");
        assertThat(file.lineText(2)).isEqualTo("two");
        assertThat(file.lineText(3)).isEmpty();
        assertThat(file.lineText(4)).isEqualTo("f\ud83d\ude00ur");
    }

    @Test
    void refusesSpansOutsideOfTheText() {
        assertThatThrownBy(() -> file.span(0, 99)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> file.span(3, 2)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
