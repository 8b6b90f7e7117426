package dev.prisma4j.schema.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prisma4j.schema.SchemaTexts;
import dev.prisma4j.schema.source.SourceFile;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** What holds for every text. */
class FormatterPropertyTest {

    /** Without block comments: one that follows another comment takes in its indent, as it does in the reference. */
    @Property(tries = 400, shrinking = ShrinkingMode.OFF)
    void formattingASchemaTwiceIsFormattingItOnce(@ForAll long seed) {
        String once = layOut(new SchemaTexts(new Random(seed)).schemaWithoutBlockComments());
        String twice = layOut(once);
        // where an attribute was the first line of a block, the blank line behind it becomes the first, and goes later
        assertThat(twice.replace("{\n\n", "{\n")).isEqualTo(once.replace("{\n\n", "{\n"));
    }

    @Property(tries = 600, shrinking = ShrinkingMode.OFF)
    void everyTextIsFormattedAndEndsInALineBreak(@ForAll long seed) {
        SchemaTexts texts = new SchemaTexts(new Random(seed));
        for (String text : List.of(texts.damaged(texts.schema()), texts.soup())) {
            List<SourceFile> formatted = Formatter.format(List.of(SourceFile.of("schema.prisma", text)));
            assertThat(formatted)
                    .singleElement()
                    .satisfies(file -> assertThat(file.text()).endsWith("\n"));
        }
    }

    private static String layOut(String text) {
        return Formatter.layOut(SourceFile.of("schema.prisma", text)).text();
    }
}
