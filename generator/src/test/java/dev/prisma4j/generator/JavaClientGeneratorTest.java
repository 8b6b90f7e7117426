package dev.prisma4j.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prisma4j.client.datamodel.DatamodelReader;
import dev.prisma4j.client.datamodel.DatamodelWriter;
import dev.prisma4j.generator.error.GenerateException;
import dev.prisma4j.schema.model.ConfigValue;
import dev.prisma4j.schema.model.Generator;
import dev.prisma4j.schema.model.Schema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaClientGeneratorTest {
    private static final GeneratorOptions BLOG = new GeneratorOptions(null, "blog");

    @TempDir
    Path folder;

    private static Schema blog() {
        return TestSchema.of(GeneratedClient.resource("blog/schema.prisma"));
    }

    @Test
    void the_same_schema_gives_the_same_sources() {
        assertThat(JavaClientGenerator.generate(blog(), BLOG)).isEqualTo(JavaClientGenerator.generate(blog(), BLOG));
    }

    @Test
    void no_line_is_longer_than_120_columns_or_ends_with_a_blank() {
        JavaClientGenerator.generate(blog(), BLOG).forEach((path, text) -> {
            if (!path.endsWith("PrismaSchema.java")) {
                assertThat(text.lines())
                        .as(path)
                        .allSatisfy(line ->
                                assertThat(line).hasSizeLessThanOrEqualTo(120).doesNotEndWith(" "));
            }
        });
    }

    @Test
    void comments_of_the_schema_become_javadoc_that_cannot_break_out() {
        assertThat(JavaClientGenerator.generate(blog(), BLOG).get("blog/User.java"))
                .contains("Somebody who writes.")
                .contains("@param username Unique, and how people &lt;call&gt; &#123;&#64;code them} *&#47;.");
    }

    @Test
    void the_main_class_says_what_is_wrong_without_a_stack_trace() throws IOException {
        Files.writeString(folder.resolve("good.prisma"), "model A {\n  id Int @id\n}\n");
        Files.writeString(folder.resolve("bad.prisma"), "model A {\n  id Int @id\n  name\n}\n");
        Files.createDirectories(folder.resolve("several"));
        String out = folder.resolve("out").toString();
        String good = folder.resolve("good.prisma").toString();
        String bad = folder.resolve("bad.prisma").toString();
        assertThat(said(out, "a.b")).isEqualTo("1 Usage: GenerateMain SOURCE_FOLDER PACKAGE SCHEMA..");
        assertThat(said(out, "a-b", good)).isEqualTo("1 \"a-b\" is not the name of a Java package.");
        assertThat(said(out, "a.b", bad))
                .startsWith("1 error P1012: ")
                .contains(bad + ":3:3")
                .endsWith("1 error");
        assertThat(said(out, "a.b", good + "x")).isEqualTo("1 cannot read " + good + "x: no such file");
        assertThat(said(out, "a.b", folder.resolve("several").toString())).endsWith("ends in .prisma");
        assertThat(said(good, "a.b", good)).startsWith("1 ").doesNotContain("at dev.prisma4j");
        assertThat(folder.resolve("out")).doesNotExist();
        Files.move(Path.of(good), folder.resolve("several/good.prisma"));
        assertThat(said(out, "a.b", folder.resolve("several").toString())).isEqualTo("0 ");
        assertThat(folder.resolve("out/a/b/A.java")).exists();
    }

    private static String said(String... arguments) {
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        int status = GenerateMain.run(List.of(arguments), new PrintStream(errors, true, StandardCharsets.UTF_8));
        return status + " " + errors.toString(StandardCharsets.UTF_8).stripTrailing();
    }

    @Test
    void files_that_stay_the_same_keep_their_time() throws IOException {
        assertThat(JavaClientGenerator.generate(blog(), BLOG, folder).written()).isPositive();
        Path file = folder.resolve("blog/User.java");
        FileTime long_ago = FileTime.fromMillis(1_000_000_000_000L);
        Files.setLastModifiedTime(file, long_ago);
        SourceFolder.Changes again = JavaClientGenerator.generate(blog(), BLOG, folder);
        assertThat(again.written()).isZero();
        assertThat(again.removed()).isZero();
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(long_ago);
    }

    @Test
    void files_that_were_checked_out_on_windows_are_still_known() throws IOException {
        Schema only = TestSchema.of("model Only {\n  id Int @id\n}\nmodel Other {\n  id Int @id\n}\n");
        JavaClientGenerator.generate(only, BLOG, folder);
        for (String name : List.of("Only", "OnlyFind", "Other")) {
            Path file = folder.resolve("blog/" + name + ".java");
            Files.writeString(file, Files.readString(file).replace("\n", "\r\n"));
        }
        assertThat(JavaClientGenerator.generate(only, BLOG, folder).written()).isZero();
        Schema changed = TestSchema.of("model Only {\n  id Int @id\n  name String?\n}\n");
        assertThat(JavaClientGenerator.generate(changed, BLOG, folder).removed())
                .isPositive();
        assertThat(folder.resolve("blog/Only.java"))
                .content()
                .contains("String name")
                .doesNotContain("\r");
        assertThat(folder.resolve("blog/Other.java")).doesNotExist();
    }

    @Test
    void what_is_no_longer_needed_goes_and_what_was_not_generated_stays() throws IOException {
        JavaClientGenerator.generate(blog(), BLOG, folder);
        Files.writeString(folder.resolve("blog/Mine.java"), "package blog; class Mine {}");
        Schema smaller = TestSchema.of("model Only {\n  id Int @id\n}\n");
        SourceFolder.Changes changes = JavaClientGenerator.generate(smaller, BLOG, folder);
        assertThat(changes.removed()).isPositive();
        assertThat(folder.resolve("blog/User.java")).doesNotExist();
        assertThat(folder.resolve("blog/Mine.java")).exists();
    }

    @Test
    void a_file_in_the_way_is_not_overwritten() throws IOException {
        Files.createDirectories(folder.resolve("blog"));
        Files.writeString(folder.resolve("blog/User.java"), "package blog; class User {}");
        assertThatThrownBy(() -> JavaClientGenerator.generate(blog(), BLOG, folder))
                .isInstanceOf(GenerateException.class)
                .hasMessageContaining("User.java")
                .hasMessageContaining("not generated by prisma4j");
    }

    @Test
    void an_unknown_option_is_refused_with_the_one_that_was_meant() {
        assertThatThrownBy(() -> GeneratorOptions.of(block(Map.of("packge", new ConfigValue.Text("a.b"))), Map.of()))
                .isInstanceOf(GenerateException.class)
                .hasMessage("The generator client has an option packge, which prisma4j does not know: did you mean"
                        + " package? Options are provider, output, package, nullness, json, omit, methods, computed,"
                        + " previewFeatures.");
    }

    @Test
    void a_package_must_be_one() {
        assertThatThrownBy(
                        () -> GeneratorOptions.of(block(Map.of("package", new ConfigValue.Text("a.class"))), Map.of()))
                .isInstanceOf(GenerateException.class)
                .hasMessageContaining("not the name of a Java package");
        assertThat(GeneratorOptions.of(block(Map.of("package", new ConfigValue.Text("a.b"))), Map.of()))
                .isEqualTo(new GeneratorOptions("../gen", "a.b"));
    }

    @Test
    void annotations_can_be_done_without() {
        GeneratorOptions bare = GeneratorOptions.of(
                block(Map.of("nullness", new ConfigValue.Text("none"), "json", new ConfigValue.Text("none"))),
                Map.of());
        Schema schema = TestSchema.of(
                "model User {\n id Int @id\n class String?\n bytes Bytes?\n role Role?\n posts Post[]\n profile Nullable?\n}\n"
                        + "model Post {\n id Int @id\n user User? @relation(fields: [userId], references: [id])\n userId Int?\n}\n"
                        + "model Nullable {\n id Int @id\n user User @relation(fields: [userId], references: [id])\n userId Int @unique\n}\n"
                        + "enum Role {\n a\n default\n}\n");
        var sources = JavaClientGenerator.generate(schema, bare.withPackage("bare"));
        assertThat(sources.values()).noneMatch(source -> source.contains("jspecify") || source.contains("fasterxml"));
        assertThat(String.join("", sources.values()))
                .doesNotContain("@Nullable")
                .doesNotContain("@Json");
        assertThat(JavaCompilers.JAVAC.compile(GeneratedClient.byClass(sources), folder.resolve("bare")))
                .isEmpty();
        assertThatThrownBy(() -> GeneratorOptions.of(block(Map.of("json", new ConfigValue.Text("gson"))), Map.of()))
                .hasMessage("The generator client has json = \"gson\", which can be jackson or none.");
    }

    @Test
    void the_datamodel_in_the_code_is_the_schema() {
        List<String> written = DatamodelWriter.write(blog());
        Schema read = DatamodelReader.read(String.join("\n", written));
        assertThat(DatamodelWriter.write(read)).isEqualTo(written);
        assertThat(read.model("Comment").orElseThrow().uniqueCriteria().get(0).name())
                .isEqualTo("postId_authorId");
    }

    private static Generator block(Map<String, ConfigValue> config) {
        return new Generator(
                "client",
                new ConfigValue.Text("prisma4j"),
                new ConfigValue.Text("../gen"),
                List.of(),
                List.of(),
                new LinkedHashMap<>(config),
                null,
                "schema.prisma");
    }
}
