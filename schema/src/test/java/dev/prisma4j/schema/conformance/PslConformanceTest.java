package dev.prisma4j.schema.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prisma4j.schema.CompiledSchema;
import dev.prisma4j.schema.SchemaCompiler;
import dev.prisma4j.schema.conformance.PslCase.Place;
import dev.prisma4j.schema.diagnostic.Diagnostic;
import dev.prisma4j.schema.validate.config.LanguageLevel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The whole conformance pack: what the reference accepts and rejects, and where. Skipped where the pack is not there. */
class PslConformanceTest {
    private final Map<String, Integer> missing = new TreeMap<>();
    private final Map<String, Integer> extra = new TreeMap<>();
    private final List<String> lines = new ArrayList<>();
    private int cases;
    private int verdicts;
    private int firstLines;
    private int sameLines;
    private int sameSpans;
    private int sameWarnings;

    @Test
    void says_of_every_schema_what_the_reference_says() throws IOException {
        Optional<Path> folder = PslCase.folder();
        Assumptions.assumeTrue(folder.isPresent(), "the conformance pack is not there");
        for (PslCase each : PslCase.all(folder.orElseThrow())) {
            compare(each);
        }
        report();
        assertThat(cases - verdicts).as("other verdicts").isLessThanOrEqualTo(4);
    }

    private void compare(PslCase each) {
        cases++;
        CompiledSchema compiled;
        try {
            compiled = SchemaCompiler.compile(each.files(), LanguageLevel.PRISMA_7);
        } catch (RuntimeException | StackOverflowError e) {
            lines.add("CRASH " + each.id() + " " + e + " " + e.getStackTrace()[0] + " " + e.getStackTrace()[1] + " " + e.getStackTrace()[2]);
            return;
        }
        boolean verdict = compiled.isValid() == each.ok();
        List<Place> actual = places(compiled.errors());
        if (verdict) {
            verdicts++;
        }
        boolean lineSet = lineSet(actual).equals(lineSet(each.errors()));
        sameLines += lineSet ? 1 : 0;
        firstLines += firstLine(actual).equals(firstLine(each.errors())) ? 1 : 0;
        boolean spans = difference(each, "E", each.errors(), actual, verdict);
        sameSpans += spans ? 1 : 0;
        if (verdict) {
            sameWarnings += difference(each, "W", each.warnings(), places(compiled.warnings()), true) ? 1 : 0;
        }
    }

    private boolean difference(PslCase each, String what, List<Place> expected, List<Place> actual, boolean verdict) {
        List<Place> left = new ArrayList<>(actual);
        List<Place> absent = new ArrayList<>();
        for (Place place : expected) {
            Optional<Place> found = left.stream()
                    .filter(p -> p.file().equals(place.file()) && p.start() == place.start() && p.end() == place.end())
                    .findFirst();
            if (found.isPresent()) {
                left.remove(found.get());
            } else {
                absent.add(place);
            }
        }
        absent.forEach(place -> missing.merge(what + " " + place.kind(), 1, Integer::sum));
        left.forEach(place -> extra.merge(what + " " + shorter(place.kind()), 1, Integer::sum));
        if (!absent.isEmpty() || !left.isEmpty()) {
            lines.add((verdict ? "" : "VERDICT ") + each.id() + " [" + each.provider() + "]");
            absent.stream().limit(6).forEach(p -> lines.add("    - " + what + " " + show(each, p)));
            left.stream().limit(6).forEach(p -> lines.add("    + " + what + " " + show(each, p)));
        }
        return absent.isEmpty() && left.isEmpty();
    }

    private static String shorter(String message) {
        return message.replaceAll("`[^`]*`", "_").substring(0, Math.min(60, message.replaceAll("`[^`]*`", "_").length()));
    }

    private static String show(PslCase each, Place place) {
        String text = each.files().stream()
                .filter(f -> f.name().equals(place.file()))
                .map(f -> f.text().substring(place.start(), place.end()))
                .findFirst()
                .orElse("");
        return place.line() + ": " + text.replace("\n", "\\n").substring(0, Math.min(70, text.replace("\n", "\\n").length())) + " :: "
                + place.kind();
    }

    private static List<Place> places(List<Diagnostic> diagnostics) {
        List<Place> places = new ArrayList<>();
        for (Diagnostic diagnostic : diagnostics) {
            places.add(new Place(
                    diagnostic.file().name(),
                    diagnostic.span().line(),
                    diagnostic.span().start(),
                    diagnostic.span().end(),
                    diagnostic.message()));
        }
        return places;
    }

    private static TreeSet<String> lineSet(List<Place> places) {
        TreeSet<String> lines = new TreeSet<>();
        places.forEach(place -> lines.add(place.file() + ":" + place.line()));
        return lines;
    }

    private static String firstLine(List<Place> places) {
        return places.stream()
                .min((a, b) -> a.file().equals(b.file())
                        ? Integer.compare(a.start(), b.start())
                        : a.file().compareTo(b.file()))
                .map(place -> place.file() + ":" + place.line())
                .orElse("");
    }

    private void report() {
        boolean details = Boolean.getBoolean("prisma4j.conformance.details");
        if (details) {
            lines.forEach(System.out::println);
        }
        missing.forEach((kind, count) -> System.out.println("missing " + count + " " + kind));
        if (details) {
            extra.forEach((kind, count) -> System.out.println("extra " + count + " " + kind));
        }
        System.out.printf(
                "%d cases: same verdict %d, same first line %d, same lines %d, same spans %d, same warnings %d%n",
                cases, verdicts, firstLines, sameLines, sameSpans, sameWarnings);
    }
}
