package dev.prisma4j.testkit.docs;

import dev.prisma4j.testkit.docs.GuidePage.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Turns the Java blocks of pages into classes: one a page, and one for every block that must be rejected. */
final class GuideSource {
    /** What the guide leaves out of its examples. */
    private static final String HEAD = """
            package guide;

            import com.example.db.*;
            import dev.prisma4j.client.*;
            import dev.prisma4j.client.cache.*;
            import dev.prisma4j.client.extend.*;
            import dev.prisma4j.client.log.*;
            import dev.prisma4j.client.redis.*;
            import dev.prisma4j.client.runtime.*;
            import dev.prisma4j.client.trace.*;
            import dev.prisma4j.client.expression.*;
            import dev.prisma4j.engine.*;
            import dev.prisma4j.engine.error.*;
            import dev.prisma4j.engine.query.LoadStrategy;
            import dev.prisma4j.engine.query.Lock;
            import dev.prisma4j.engine.value.Json;
            import java.math.BigDecimal;
            import java.time.*;
            import java.util.*;
            import java.util.concurrent.*;
            import java.util.function.*;
            import java.util.stream.*;
            import org.jspecify.annotations.Nullable;
            """;

    private static final Set<String> DATABASES = Set.of("sqlite", "postgresql");

    private final String database;

    GuideSource(String database) {
        this.database = database.toLowerCase(Locale.ROOT);
    }

    /** Whether a block is for the database at hand. */
    boolean concerns(Block block) {
        return block.words().stream().noneMatch(DATABASES::contains) || block.is(database);
    }

    /** The blocks of a page that are methods. */
    List<Block> methods(GuidePage page) {
        return page.blocks("java").stream()
                .filter(this::concerns)
                .filter(block -> !block.is("members") && !block.isRejected())
                .toList();
    }

    static String method(Block block) {
        return "line" + block.line();
    }

    /** The sources of what must compile, by path. */
    Map<String, String> accepted(List<GuidePage> pages) {
        Map<String, String> sources = new TreeMap<>();
        for (GuidePage page : pages) {
            String members = page.blocks("java").stream()
                    .filter(block -> block.is("members"))
                    .map(Block::text)
                    .collect(Collectors.joining("\n\n"));
            String methods = methods(page).stream().map(GuideSource::asMethod).collect(Collectors.joining("\n"));
            sources.put("guide/" + page.className() + ".java", source(page.className(), members + "\n" + methods));
        }
        return sources;
    }

    /**
     * What must not compile.
     *
     * @param path of the source
     * @param reason a word that the compiler must say
     */
    record Rejected(String path, String source, String reason) {}

    /** What must not compile. */
    List<Rejected> rejected(List<GuidePage> pages) {
        List<Rejected> sources = new ArrayList<>();
        for (GuidePage page : pages) {
            for (Block block : page.blocks("java")) {
                if (block.isRejected()) {
                    String name = page.className() + "_" + block.line();
                    sources.add(new Rejected("guide/" + name + ".java", source(name, asMethod(block)), block.reason()));
                }
            }
        }
        return sources;
    }

    private static String asMethod(Block block) {
        return "public static void " + method(block) + "(PrismaClient prisma) throws Exception {\n" + block.text()
                + "\n}\n";
    }

    private static String source(String name, String body) {
        return HEAD + "\n@org.jspecify.annotations.NullMarked\npublic class " + name + " {\n" + body + "\n}\n";
    }
}
