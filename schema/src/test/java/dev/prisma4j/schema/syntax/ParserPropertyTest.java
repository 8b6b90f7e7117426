package dev.prisma4j.schema.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prisma4j.schema.SchemaTexts;
import dev.prisma4j.schema.Seeds;
import dev.prisma4j.schema.diagnostic.Diagnostics;
import dev.prisma4j.schema.source.SourceFile;
import org.junit.jupiter.api.Test;

/** What holds for every text. */
class ParserPropertyTest {

    @Test
    void theTreeOfASchemaGivesItsTextBack() {
        Seeds.tries(300, random -> givesItsTextBack(new SchemaTexts(random).schema()));
    }

    @Test
    void theTreeOfDamagedTextGivesItBackToo() {
        Seeds.tries(600, random -> {
            SchemaTexts texts = new SchemaTexts(random);
            givesItsTextBack(texts.damaged(texts.schema()));
            givesItsTextBack(texts.soup());
        });
    }

    @Test
    void anyTextParses() {
        Seeds.tries(300, random -> {
            int[] text = random.ints(random.nextInt(256), 0, Character.MAX_CODE_POINT + 1)
                    .map(character -> random.nextInt(4) == 0 ? character : character & 0x7f)
                    .toArray();
            givesItsTextBack(new String(text, 0, text.length));
        });
    }

    private static void givesItsTextBack(String text) {
        assertThat(TreeText.of(parse(text))).isEqualTo(text);
    }

    private static SyntaxTree parse(String text) {
        return Parser.parse(SourceFile.of("schema.prisma", text), new Diagnostics());
    }
}
