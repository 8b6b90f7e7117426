package dev.prisma4j.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prisma4j.generator.JavaCompilers.Finding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Call sites of the API against generated code: those that must compile, and those that must not, each for its reason.
 * Every call site is a class of its own, so one mistake cannot hide another.
 */
class CallSitesTest {
    @TempDir
    static Path folder;

    static Path client;

    @BeforeAll
    static void generate() {
        client = GeneratedClient.of(GeneratedClient.resource("blog/schema.prisma"), "blog", folder.resolve("blog"))
                .classes();
    }

    /** A call site: its number, its code, and for rejected ones what the compilers must mention. */
    private record Site(String name, String code, String mustMention) {
        Stream<String> alternatives() {
            return Stream.of(mustMention.split(" \\| "));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everything_that_should_compile_does_without_a_warning(JavaCompilers compiler) {
        List<Site> sites = sites("callsites/compiles.txt");
        assertThat(sites).hasSizeGreaterThan(60);
        assertThat(compiler.compile(sources(sites), folder.resolve("out-" + compiler), client))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everything_that_should_not_compile_is_rejected_for_its_reason(JavaCompilers compiler) {
        List<Site> sites = sites("callsites/rejected.txt");
        assertThat(sites).hasSizeGreaterThan(60);
        List<Finding> findings = compiler.compile(sources(sites), folder.resolve("out-" + compiler), client);
        SoftAssertions softly = new SoftAssertions();
        for (Site site : sites) {
            List<String> said = findings.stream()
                    .filter(finding -> finding.error() && finding.source().equals(site.name()))
                    .map(Finding::message)
                    .toList();
            softly.assertThat(said)
                    .as(site.code())
                    .anyMatch(message -> site.alternatives().anyMatch(message::contains));
        }
        softly.assertAll();
    }

    private static Map<String, String> sources(List<Site> sites) {
        Map<String, String> sources = new LinkedHashMap<>();
        String frame = GeneratedClient.resource("callsites/Frame.java.txt");
        for (Site site : sites) {
            sources.put("app." + site.name(), frame.replace("NAME", site.name()).replace("CODE", site.code()));
        }
        return sources;
    }

    /** One site per line, or over several lines that begin with a blank; {@code //~} introduces what must be mentioned. */
    private static List<Site> sites(String resource) {
        List<Site> sites = new ArrayList<>();
        StringBuilder code = new StringBuilder();
        for (String line :
                (GeneratedClient.resource(resource) + "\nend").lines().toList()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (!line.startsWith(" ") && code.length() > 0) {
                sites.add(site(sites.size(), code.toString()));
                code.setLength(0);
            }
            code.append(line).append('\n');
        }
        return sites;
    }

    private static Site site(int number, String text) {
        int mark = text.indexOf("//~");
        return mark < 0
                ? new Site("Site" + number, text, "")
                : new Site(
                        "Site" + number,
                        text.substring(0, mark),
                        text.substring(mark + 3).strip());
    }
}
