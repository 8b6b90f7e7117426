package dev.prisma4j.schema.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prisma4j.schema.CompiledSchema;
import dev.prisma4j.schema.ConformancePack;
import dev.prisma4j.schema.ConformancePack.Case;
import dev.prisma4j.schema.SchemaCompiler;
import dev.prisma4j.schema.diagnostic.Diagnostic;
import dev.prisma4j.schema.validate.config.LanguageLevel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * The whole conformance pack: what the reference accepts and rejects, and where. Prints what differs by the pack's
 * {@code kind}. Skipped where the pack is not there.
 */
@Tag("conformance")
class PslConformanceTest {
    /** A diagnostic's place, and what it is about: the pack's kind, or our message. */
    private record Place(String file, int line, int start, int end, String what) {
        boolean isAt(Place other) {
            return file.equals(other.file) && start == other.start && end == other.end;
        }
    }

    private final Map<String, Integer> missing = new TreeMap<>();
    private final Map<String, Integer> extra = new TreeMap<>();
    private final List<String> differences = new ArrayList<>();
    private int cases;
    private int verdicts;
    private int firstLines;
    private int lines;
    private int spans;
    private int warnings;

    @Test
    void says_of_every_schema_what_the_reference_says() throws IOException {
        for (Case each : ConformancePack.cases()) {
            compare(each);
        }
        differences.forEach(System.out::println);
        missing.forEach((what, count) -> System.out.println("missing " + count + " " + what));
        extra.forEach((what, count) -> System.out.println("extra " + count + " " + what));
        System.out.printf(
                "%d cases: same verdict %d, same first line %d, same lines %d, same spans %d, same warnings %d%n",
                cases, verdicts, firstLines, lines, spans, warnings);
        assertThat(List.of(verdicts, firstLines, lines, spans, warnings)).containsOnly(cases);
    }

    private void compare(Case each) {
        cases++;
        CompiledSchema compiled = SchemaCompiler.compile(each.files(), LanguageLevel.PRISMA_7);
        List<Place> expected = expected(each, "errors");
        List<Place> actual = places(compiled.errors());
        verdicts += compiled.isValid() == each.valid() ? 1 : 0;
        firstLines += firstLine(actual).equals(firstLine(expected)) ? 1 : 0;
        lines += lines(actual).equals(lines(expected)) ? 1 : 0;
        spans += same(each, expected, actual) ? 1 : 0;
        warnings += same(each, expected(each, "warnings"), places(compiled.warnings())) ? 1 : 0;
    }

    private boolean same(Case each, List<Place> expected, List<Place> actual) {
        List<Place> left = new ArrayList<>(actual);
        List<Place> absent = new ArrayList<>();
        for (Place place : expected) {
            left.stream().filter(place::isAt).findFirst().ifPresentOrElse(left::remove, () -> absent.add(place));
        }
        for (Place place : absent) {
            missing.merge(place.what, 1, Integer::sum);
            differences.add(each.id() + " - " + place.line + " " + place.what);
        }
        for (Place place : left) {
            extra.merge(place.what.replaceAll("`[^`]*`", "_"), 1, Integer::sum);
            differences.add(each.id() + " + " + place.line + " " + place.what);
        }
        return absent.isEmpty() && left.isEmpty();
    }

    private static List<Place> expected(Case each, String list) {
        List<Place> places = new ArrayList<>();
        for (JsonNode node : each.expected().get(list)) {
            JsonNode file = node.get("file");
            places.add(new Place(
                    file == null ? each.files().get(0).name() : file.asString(),
                    node.get("line").asInt(),
                    node.get("startOffset").asInt(),
                    node.get("endOffset").asInt(),
                    node.get("kind").asString()));
        }
        return places;
    }

    private static List<Place> places(List<Diagnostic> diagnostics) {
        return diagnostics.stream()
                .map(d -> new Place(
                        d.file().name(),
                        d.span().line(),
                        d.span().start(),
                        d.span().end(),
                        d.message()))
                .toList();
    }

    private static TreeSet<String> lines(List<Place> places) {
        TreeSet<String> lines = new TreeSet<>();
        places.forEach(place -> lines.add(place.file + ":" + place.line));
        return lines;
    }

    private static String firstLine(List<Place> places) {
        return places.stream()
                .min(Comparator.comparing(Place::file).thenComparing(Place::start))
                .map(place -> place.file + ":" + place.line)
                .orElse("");
    }
}
