package dev.prisma4j.schema.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prisma4j.schema.SchemaTexts;
import dev.prisma4j.schema.diagnostic.Diagnostics;
import dev.prisma4j.schema.source.SourceFile;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** What holds for every text. */
class ParserPropertyTest {

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void theTreeOfASchemaGivesItsTextBack(@ForAll long seed) {
        String text = new SchemaTexts(new Random(seed)).schema();
        assertThat(TreeText.of(parse(text))).isEqualTo(text);
    }

    @Property(tries = 600, shrinking = ShrinkingMode.OFF)
    void theTreeOfDamagedTextGivesItBackToo(@ForAll long seed) {
        SchemaTexts texts = new SchemaTexts(new Random(seed));
        String text = texts.damaged(texts.schema());
        assertThat(TreeText.of(parse(text))).isEqualTo(text);
        String soup = texts.soup();
        assertThat(TreeText.of(parse(soup))).isEqualTo(soup);
    }

    @Property(tries = 300)
    void anyTextParses(@ForAll String text) {
        assertThat(TreeText.of(parse(text))).isEqualTo(text);
    }

    private static SyntaxTree parse(String text) {
        return Parser.parse(SourceFile.of("schema.prisma", text), new Diagnostics());
    }
}
