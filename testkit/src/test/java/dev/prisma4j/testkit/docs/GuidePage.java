package dev.prisma4j.testkit.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the guide and its blocks of code. What follows the language in a block's first line says how it is checked:
 *
 * <ul>
 *   <li>{@code java}: a piece of a method that has {@code prisma}; compiled, run, and if a block {@code text} follows,
 *       that is what it must print. {@code java members}: members of a class, for the blocks of the page. {@code java
 *       seed}: the data that each block finds. {@code java compiles}: compiled only. {@code java rejected:WORD}: must not
 *       compile, for a reason in which the compiler says that word. The name of a database: for that one only.
 *   <li>{@code prisma}: a schema that must be valid. {@code prisma schema}: the one that the guide is about.
 *   <li>{@code sql NAME.sql}: a typed query.
 * </ul>
 */
record GuidePage(String name, List<Block> blocks) {
    /**
     * A block.
     *
     * @param line where it begins
     * @param words its language and what follows
     * @param text the code
     * @param output what it must print, or null where nothing is said
     */
    record Block(
            int line,
            List<String> words,
            String text,
            @Nullable String output) {
        String language() {
            return words.isEmpty() ? "" : words.get(0);
        }

        boolean is(String word) {
            return words.contains(word);
        }

        boolean isRejected() {
            return words.stream().anyMatch(word -> word.startsWith("rejected:"));
        }

        /** What the compiler must say about it. */
        String reason() {
            return words.stream()
                    .filter(word -> word.startsWith("rejected:"))
                    .map(word -> word.substring("rejected:".length()))
                    .findFirst()
                    .orElseThrow();
        }
    }

    static GuidePage read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith("```")) {
                int end = end(lines, i);
                Block block = block(lines, i, end);
                int next = end + 1;
                while (next < lines.size() && lines.get(next).isBlank()) {
                    next++;
                }
                if (block.language().equals("java")
                        && next < lines.size()
                        && lines.get(next).equals("```text")) {
                    int outputEnd = end(lines, next);
                    String output = block(lines, next, outputEnd).text();
                    block = new Block(block.line(), block.words(), block.text(), output);
                    end = outputEnd;
                }
                blocks.add(block);
                i = end;
            }
        }
        return new GuidePage(file.getFileName().toString().replace(".md", ""), blocks);
    }

    private static int end(List<String> lines, int start) {
        int end = start + 1;
        while (!lines.get(end).startsWith("```")) {
            end++;
        }
        return end;
    }

    private static Block block(List<String> lines, int start, int end) {
        List<String> words = Arrays.stream(lines.get(start).substring(3).strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        return new Block(start + 1, words, String.join("\n", lines.subList(start + 1, end)), null);
    }

    List<Block> blocks(String language) {
        return blocks.stream()
                .filter(block -> block.language().equals(language))
                .toList();
    }

    /** The class that its blocks are compiled into. */
    String className() {
        return "Page_" + name.replaceAll("[^A-Za-z0-9]", "_");
    }
}
