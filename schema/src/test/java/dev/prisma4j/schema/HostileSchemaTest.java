package dev.prisma4j.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.prisma4j.schema.source.SourceFile;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Schemas that nobody writes: very big, very deep, or full of loops. Each ends in a verdict, and soon. */
class HostileSchemaTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    private static CompiledSchema compile(String text) {
        return assertTimeoutPreemptively(
                SOON, () -> SchemaCompiler.compile(List.of(SourceFile.of("schema.prisma", text))));
    }

    @Test
    void ten_megabytes_of_models_are_compiled() {
        StringBuilder text = new StringBuilder("datasource db {\n  provider = \"postgresql\"\n}\n");
        int models = 0;
        while (text.length() < 10_000_000) {
            text.append("model M").append(models).append(" {\n  id Int @id\n  name String @unique\n");
            text.append("  nextId Int?\n  next M").append(models + 1);
            text.append("? @relation(fields: [nextId], references: [id])\n");
            if (models > 0) {
                text.append("  before M").append(models - 1).append("[]\n");
            }
            text.append("  @@index([name, nextId])\n}\n");
            models++;
        }
        text.append("model M")
                .append(models)
                .append(" {\n  id Int @id\n  before M")
                .append(models - 1)
                .append("[]\n}\n");
        assertThat(compile(text.toString()).orThrow().models()).hasSize(models + 1);
    }

    @Test
    void one_model_of_a_hundred_thousand_fields_is_compiled() {
        StringBuilder text = new StringBuilder("model M {\n  id Int @id\n");
        for (int i = 0; i < 100_000; i++) {
            text.append("  f").append(i).append(" Int @map(\"c").append(i).append("\")\n");
        }
        assertThat(compile(text.append("}\n").toString()).isValid()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "f(", "{a:", "(", "f([", "raw(["})
    void a_hundred_thousand_nested_brackets_are_refused(String bracket) {
        String nested = bracket.repeat(100_000);
        assertThat(compile("model A {\n  id Int @id @default(" + nested + "\n}\n")
                        .isValid())
                .isFalse();
        assertThat(compile("datasource db {\n  provider = " + nested + "\n}\n").isValid())
                .isFalse();
        assertThat(compile("model A {\n  id Int @id\n  @@index(" + nested + ")\n}\n")
                        .isValid())
                .isFalse();
    }

    @Test
    void closed_brackets_of_any_depth_are_refused() {
        for (int depth : new int[] {10, 100, 1_000, 10_000, 50_000}) {
            String nested = "[".repeat(depth) + "1" + "]".repeat(depth);
            assertThat(compile("model A {\n  id Int @id\n  l Int[] @default(" + nested + ")\n}\n")
                            .isValid())
                    .isFalse();
        }
    }

    @Test
    void a_long_chain_of_composite_types_that_closes_is_refused() {
        StringBuilder text = new StringBuilder("datasource db {\n  provider = \"mongodb\"\n}\n");
        int length = 2_000;
        for (int i = 0; i < length; i++) {
            text.append("type T")
                    .append(i)
                    .append(" {\n  next T")
                    .append((i + 1) % length)
                    .append("\n}\n");
        }
        assertThat(compile(text.toString()).errors()).hasSize(length);
    }

    @Test
    void a_long_circle_of_cascading_relations_is_refused() {
        StringBuilder text = new StringBuilder("datasource db {\n  provider = \"sqlserver\"\n}\n");
        int length = 1_500;
        for (int i = 0; i < length; i++) {
            int next = (i + 1) % length;
            int before = (i + length - 1) % length;
            text.append("model M")
                    .append(i)
                    .append(" {\n  id Int @id\n  nextId Int\n  next M")
                    .append(next);
            text.append(" @relation(fields: [nextId], references: [id])\n  before M")
                    .append(before)
                    .append("[]\n}\n");
        }
        assertThat(compile(text.toString()).errors()).hasSize(length);
    }

    @Test
    void a_long_chain_of_double_cascades_is_refused_without_naming_everything() {
        StringBuilder text = new StringBuilder("datasource db {\n  provider = \"sqlserver\"\n}\n");
        int length = 1_000;
        for (int i = 0; i < length; i++) {
            text.append("model M").append(i).append(" {\n  id Int @id\n");
            for (String side : List.of("a", "b")) {
                if (i + 1 < length) {
                    text.append(
                            "  %1$sId Int%n  %1$s M%2$d @relation(\"%1$s%3$d\", fields: [%1$sId], references: [id])%n"
                                    .formatted(side, i + 1, i));
                }
                if (i > 0) {
                    text.append("  %1$sBack M%2$d[] @relation(\"%1$s%2$d\")%n".formatted(side, i - 1));
                }
            }
            text.append("}\n");
        }
        CompiledSchema compiled = compile(text.toString());
        assertThat(compiled.errors()).hasSize(2 * (length - 1));
        assertThat(compiled.errors().get(0).message()).contains("and 994 other models");
    }

    @Test
    void odd_characters_never_break_the_compiler() {
        for (String odd : List.of("\u0000", "\uFEFF", "\uD800", "\uDC00", "\r", "\u2028", "\uFFFD", "\t\u000b")) {
            String text = "datasource db {\n  provider = \"sqlite\"\n}\nmodel A {\n  id Int @id\n  s String\n}\n";
            for (int at = 0; at <= text.length(); at += 3) {
                CompiledSchema compiled = compile(text.substring(0, at) + odd + text.substring(at));
                assertThat(ValidationReport.json(compiled)).isNotEmpty();
            }
        }
    }
}
