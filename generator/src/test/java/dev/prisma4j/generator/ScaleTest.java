package dev.prisma4j.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prisma4j.schema.model.Schema;
import java.nio.file.Path;
import java.util.SortedMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Large schemas: models of 20 scalar fields and 8 relations each. The limits are generous; the numbers are printed. */
class ScaleTest {
    private static final String[] TYPES = {
        "String",
        "String?",
        "Int",
        "Int?",
        "Float",
        "Boolean @default(false)",
        "DateTime @default(now())",
        "BigInt",
        "Decimal",
        "String @unique",
        "Json?",
        "Bytes?",
        "String",
        "Int",
        "DateTime?"
    };

    @TempDir
    Path folder;

    @Test
    void three_hundred_models_are_generated_in_seconds() {
        Schema schema = schema(300);
        long start = System.nanoTime();
        SourceFolder.Changes changes = JavaClientGenerator.generate(schema, new GeneratorOptions(null, "big"), folder);
        long millis = (System.nanoTime() - start) / 1_000_000;
        System.out.println("300 models: " + changes.written() + " files generated and written in " + millis + " ms");
        assertThat(millis).isLessThan(30_000);
    }

    @Test
    void generated_code_grows_in_line_with_the_models() {
        long ten = characters(schema(10));
        long twenty = characters(schema(20));
        System.out.println("a model of 20 fields and 8 relations: " + (twenty - ten) / 10 + " characters of source");
        assertThat((double) twenty / ten).isBetween(1.8, 2.2);
    }

    @Test
    @Tag("slow")
    void three_hundred_models_compile_in_a_minute() {
        Schema schema = schema(300);
        SortedMap<String, String> sources = JavaClientGenerator.generate(schema, new GeneratorOptions(null, "big"));
        long start = System.nanoTime();
        assertThat(JavaCompilers.JAVAC.compile(GeneratedClient.byClass(sources), folder.resolve("classes")))
                .isEmpty();
        long millis = (System.nanoTime() - start) / 1_000_000;
        System.out.println("300 models: " + sources.size() + " files compiled in " + millis + " ms");
        assertThat(millis).isLessThan(300_000);
    }

    private static long characters(Schema schema) {
        return JavaClientGenerator.generate(schema, new GeneratorOptions(null, "big")).values().stream()
                .mapToLong(String::length)
                .sum();
    }

    private static Schema schema(int models) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < models; i++) {
            text.append("model Model").append(i).append(" {\n  id Int @id @default(autoincrement())\n");
            for (int j = 0; j < TYPES.length; j++) {
                text.append("  field").append(j).append(' ').append(TYPES[j]).append('\n');
            }
            for (int k = 1; k <= 4; k++) {
                int to = (i + k) % models;
                int back = Math.floorMod(i - k, models);
                text.append(
                        "  ref%dId Int\n  ref%d Model%d @relation(\"R%d_%d\", fields: [ref%dId], references: [id])\n"
                                .formatted(k, k, to, i, k, k));
                text.append("  back%d Model%d[] @relation(\"R%d_%d\")\n".formatted(k, back, back, k));
            }
            text.append("}\n\n");
        }
        return TestSchema.of(text.toString());
    }
}
