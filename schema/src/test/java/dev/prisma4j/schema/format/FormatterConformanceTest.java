package dev.prisma4j.schema.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prisma4j.schema.ConformancePack;
import dev.prisma4j.schema.source.SourceFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The formatter against the whole pack: the text is equal, byte for byte. */
@Tag("conformance")
class FormatterConformanceTest {

    private int equalValid;
    private int valid;
    private int equalInvalid;
    private int invalid;

    @Test
    void formatsEverySchemaOfThePackLikeTheReference() throws IOException {
        List<String> different = new ArrayList<>();
        for (ConformancePack.Case schema : ConformancePack.cases()) {
            boolean equal = formatsEqual(schema);
            if (schema.valid()) {
                valid++;
                equalValid += equal ? 1 : 0;
            } else {
                invalid++;
                equalInvalid += equal ? 1 : 0;
            }
            if (!equal) {
                different.add(schema.id());
            }
        }
        System.out.println("formatted like the reference: " + equalValid + " of " + valid + " valid, " + equalInvalid
                + " of " + invalid + " invalid; different: " + different);
        assertThat(different).isEmpty();
    }

    private static boolean formatsEqual(ConformancePack.Case schema) throws IOException {
        List<SourceFile> formatted = Formatter.format(schema.files());
        for (int i = 0; i < formatted.size(); i++) {
            if (!formatted.get(i).text().equals(schema.formatted(schema.files().get(i)))) {
                return false;
            }
        }
        return true;
    }
}
