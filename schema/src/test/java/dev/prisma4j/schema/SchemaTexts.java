package dev.prisma4j.schema;

import java.util.List;
import java.util.Random;

/**
 * Makes schema text for property tests and fuzzing: well-formed schemas, and damage to text. The same random numbers
 * give the same text.
 */
public final class SchemaTexts {

    private static final List<String> NAMES =
            List.of("id", "name", "User", "Post", "é", "日本", "a_b", "A1", "x-y", "posts");
    private static final List<String> TYPES =
            List.of("Int", "String", "User", "Post", "Kind", "Json", "Unsupported(\"x\")");
    private static final List<String> ARITIES = List.of("", "", "", "?", "[]", " ?", "!", "[]?");
    private static final List<String> ATTRIBUTES = List.of(
            "@id",
            "@unique",
            "@default(1)",
            "@default(autoincrement())",
            "@map(\"x\")",
            "@db.VarChar(10)",
            "@updatedAt",
            "@relation(\"r\")",
            "@relation(fields: [id], references: [id])",
            "@default(\"a\\n\\u00e9\")",
            "@x(a: , b: [])",
            "@x({ a: 1, b: { not: null } })",
            "@x(-1.5,)",
            "@ x");
    private static final List<String> BLOCK_ATTRIBUTES = List.of(
            "@@id([id, name])",
            "@@unique([name(sort: Desc)])",
            "@@index([name], map: \"i\")",
            "@@map(\"m\")",
            "@@ignore");
    private static final List<String> COMMENTS =
            List.of("// c", "/// d", "/* e */", "/* f\n  g */", "//", "///", "/**/", "/** h\n\n * i\n */");
    private static final List<String> LINE_COMMENTS = List.of("// c", "/// d", "//", "///");
    private static final List<String> JUNK = List.of(
            "{",
            "}",
            "(",
            ")",
            "[",
            "]",
            "\"",
            "\\",
            "@",
            "@@",
            ".",
            ",",
            ":",
            "=",
            "?",
            "!",
            "/",
            "//",
            "/*",
            "*/",
            "\n",
            "\r",
            "\r\n",
            " ",
            "\t",
            "\u00a0",
            "\u3000",
            "\0",
            "\f",
            "\ufeff",
            "\ud83d\ude00",
            "\ud83d",
            "-",
            "_",
            "1",
            "a",
            "model A {\n",
            "enum E {\n",
            "type T = ",
            "datasource d {\n",
            "generator g {\n",
            "view V {\n",
            "\n}\n",
            "foo {\n",
            "Unsupported(\"",
            "[]?",
            "\\u12",
            "\\ud83d");

    private final Random random;
    private List<String> comments = COMMENTS;

    public SchemaTexts(Random random) {
        this.random = random;
    }

    /** A schema that parses, though it may not be valid, without block comments. */
    public String schemaWithoutBlockComments() {
        comments = LINE_COMMENTS;
        return schema();
    }

    /** A schema that parses, though it may not be valid. */
    public String schema() {
        StringBuilder out = new StringBuilder();
        int blocks = random.nextInt(5);
        for (int i = 0; i < blocks; i++) {
            between(out, "");
            switch (random.nextInt(6)) {
                case 0 -> config(out);
                case 1 -> enumeration(out);
                default -> model(out);
            }
            out.append(pick(List.of("\n", "\n", "\n\n", "\n\n\n")));
        }
        between(out, "");
        return random.nextInt(8) == 0 ? out.toString().replace("\n", "\r\n") : out.toString();
    }

    private void config(StringBuilder out) {
        out.append(pick(List.of("datasource db {\n", "generator client {\n")));
        lines(
                out,
                () -> out.append(pick(NAMES))
                        .append(pick(List.of(" = ", "=", "   =  ")))
                        .append(pick(List.of("\"x\"", "[\"a\",\"b\"]", "env(\"X\")", "true", "[ ]", "\"y\""))));
        out.append('}');
    }

    private void enumeration(StringBuilder out) {
        out.append("enum Kind {\n");
        lines(out, () -> {
            out.append(random.nextInt(6) == 0 ? pick(BLOCK_ATTRIBUTES) : pick(NAMES));
            if (random.nextInt(4) == 0) {
                out.append(" @map(\"v\")");
            }
        });
        out.append('}');
    }

    private void model(StringBuilder out) {
        out.append(pick(List.of("model ", "model ", "view ", "type ")))
                .append(pick(NAMES))
                .append(" {\n");
        lines(out, () -> {
            if (random.nextInt(5) == 0) {
                out.append(pick(BLOCK_ATTRIBUTES));
                return;
            }
            out.append(pick(NAMES)).append(blank()).append(pick(TYPES)).append(pick(ARITIES));
            for (int i = random.nextInt(4); i > 0; i--) {
                out.append(blank()).append(pick(ATTRIBUTES));
            }
        });
        out.append('}');
    }

    private void lines(StringBuilder out, Runnable line) {
        for (int i = random.nextInt(6); i > 0; i--) {
            between(out, blank());
            out.append(blank());
            line.run();
            out.append(random.nextInt(5) == 0 ? blank() + pick(comments) : "")
                    .append(random.nextInt(9) == 0 ? "  \n" : "\n");
        }
        between(out, blank());
    }

    /** Sometimes comments and blank lines. */
    private void between(StringBuilder out, String indent) {
        while (random.nextInt(3) == 0) {
            out.append(random.nextBoolean() ? indent + pick(comments) : "").append('\n');
        }
    }

    private String blank() {
        return pick(List.of(" ", " ", "  ", "\t", "    "));
    }

    /** The text with a few random insertions, deletions, swaps and repetitions. */
    public String damaged(String text) {
        StringBuilder out = new StringBuilder(text);
        for (int i = 1 + random.nextInt(6); i > 0; i--) {
            int from = random.nextInt(out.length() + 1);
            int to = Math.min(out.length(), from + random.nextInt(12));
            switch (random.nextInt(4)) {
                case 0 -> out.delete(from, to);
                case 1 -> out.insert(from, out.substring(from, to));
                default -> out.insert(from, pick(JUNK));
            }
        }
        return out.toString();
    }

    /** Pieces of schemas in no order. */
    public String soup() {
        StringBuilder out = new StringBuilder();
        for (int i = random.nextInt(60); i > 0; i--) {
            out.append(
                    random.nextInt(3) == 0
                            ? pick(JUNK)
                            : pick(pick(List.of(NAMES, TYPES, ATTRIBUTES, COMMENTS, JUNK))));
            out.append(random.nextInt(3) == 0 ? "\n" : "");
        }
        return out.toString();
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
