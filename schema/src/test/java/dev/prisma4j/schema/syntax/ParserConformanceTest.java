package dev.prisma4j.schema.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prisma4j.schema.ConformancePack;
import dev.prisma4j.schema.diagnostic.Diagnostics;
import dev.prisma4j.schema.source.SourceFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The parser against the whole pack. */
@Tag("conformance")
class ParserConformanceTest {

    /** What the reference says of a case, by the stage that says it. */
    private record Expected(List<String> ofParser, List<String> all) {}

    @Test
    void everyParseErrorIsReportedAtThePlaceOfTheReference() throws IOException {
        List<String> different = new ArrayList<>();
        int compared = 0;
        for (ConformancePack.Case schema : ConformancePack.cases()) {
            Expected expected = expected(schema);
            List<String> missing = new ArrayList<>(expected.ofParser);
            List<String> extra = new ArrayList<>();
            for (String place : placesOf(schema)) {
                missing.remove(place);
                if (!expected.all.remove(place)) {
                    extra.add(place);
                }
            }
            compared += expected.ofParser.size();
            if (!missing.isEmpty() || !extra.isEmpty()) {
                different.add(schema.id() + " missing " + missing + " extra " + extra);
            }
        }
        System.out.println("parse errors compared: " + compared + ", cases that differ: " + different.size());
        assertThat(different).isEmpty();
    }

    private static List<String> placesOf(ConformancePack.Case schema) {
        Diagnostics diagnostics = new Diagnostics();
        for (SourceFile file : schema.files()) {
            Parser.parse(file, diagnostics);
        }
        return diagnostics.all().stream()
                .map(found -> place(
                        found.file().name(), found.span().start(), found.span().end()))
                .toList();
    }

    private static Expected expected(ConformancePack.Case schema) {
        Expected expected = new Expected(new ArrayList<>(), new ArrayList<>());
        for (JsonNode error : schema.expected().get("errors")) {
            JsonNode file = error.get("file");
            String name = file == null ? schema.files().get(0).name() : file.asString();
            String place = place(
                    name,
                    error.get("startOffset").asInt(),
                    error.get("endOffset").asInt());
            expected.all.add(place);
            if (error.get("kind").asString().startsWith("parser:")) {
                expected.ofParser.add(place);
            }
        }
        return expected;
    }

    private static String place(String file, int start, int end) {
        return file + ":" + start + "-" + end;
    }
}
